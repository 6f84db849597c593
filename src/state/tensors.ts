import { ops } from '../ops/index.js';
import type { Expression, WrittenProgram } from '../program/expression.js';
import { programOf, type Given, type Line, type Program } from '../program/program.js';

let expandModule: typeof import('../tensors/expand.js') | undefined;

/** Load what turns vectors, matrices and blocks into scalars. A lesson over scalars does without. */
export async function loadTensors(): Promise<void> {
  expandModule ??= await import('../tensors/expand.js');
}

/** Whether a program says anything of tensors, so that {@link loadTensors} must come before its setup. */
export const needsTensors = ({ lines }: WrittenProgram, given: readonly Given[]): boolean =>
  given.some(({ name }) => name.includes('[')) || !lines.every(({ indices, formula }) => !indices && isScalar(formula));

const isScalar = (expression: Expression): boolean =>
  expression.kind === 'call'
    ? ops.has(expression.op) && expression.args.every(isScalar)
    : expression.kind === 'number' || expression.kind === 'name';

/** A program over scalars: as it is written, or expanded by the shapes of the given numbers. */
export function scalarProgram(program: WrittenProgram, given: readonly Given[]): Program {
  if (!needsTensors(program, given)) return programOf(program.lines as readonly Line[]);
  if (!expandModule) throw new Error('A program with tensors needs `await loadTensors()` first.');
  return expandModule.expand(program, given);
}
