import type { Formula } from '../formula/formula.js';
import { ops } from '../ops/known.js';
import type { Choice, Lesson } from '../lesson/lesson.js';
import type { Expression, WrittenProgram } from '../program/expression.js';
import { programOf, type Given, type Line, type Program } from '../program/program.js';
import type { Course } from '../training/course.js';
import type { BatchRule, Setup } from '../trace/setup.js';
import type { Sampled } from '../trace/batches.js';

let expandModule: typeof import('./with-tensors.js') | undefined;

/** Load what turns vectors, matrices and blocks into scalars. A lesson over scalars does without. */
export async function loadTensors(): Promise<void> {
  expandModule ??= await import('./with-tensors.js');
}

/** Whether a program says anything of tensors, so that {@link loadTensors} must come before its setup. */
export const needsTensors = ({ lines }: Pick<WrittenProgram, 'lines'>, given: readonly Given[]): boolean =>
  given.some(({ name }) => name.includes('[')) || !lines.every(({ indices, formula }) => !indices && isScalar(formula));

/** The same of a lesson, whatever its conventions; and of ops, in its program or its updates, that come with them. */
export const lessonNeedsTensors = ({ program, given, conventions, update }: Lesson): boolean =>
  needsTensors(program, given) ||
  [{ update }, ...conventions.flatMap(({ choices }) => choices)].some((choice: Partial<Choice>) => {
    const updates = choice.update?.optimiser.lines ?? [];
    return (
      needsTensors({ lines: choice.lines ?? [] }, choice.given ?? []) ||
      !updates.every((line) => isScalar(line.formula))
    );
  });

const isScalar = (expression: Expression | Formula): boolean =>
  expression.kind === 'call'
    ? ops.has(expression.op) && expression.args.every(isScalar)
    : expression.kind === 'number' || expression.kind === 'name';

/** A program over scalars: as it is written, or expanded by the shapes of the given numbers. */
export function scalarProgram(program: WrittenProgram, given: readonly Given[]): Program {
  if (!needsTensors(program, given)) return programOf(program.lines as readonly Line[]);
  return loaded().expand(program, given);
}

/** The numbers of an iteration's batch in place of those of all samples. */
export const sampled = (whole: readonly Given[], batches: BatchRule, iteration?: number): Sampled =>
  loaded().sampled(whole, batches, iteration);

/** What every iteration computes, where samples are shared out. */
export const courseOf = (setup: Setup, setupAt: (iteration: number) => Setup): Course | undefined =>
  setup.sampling && new (loaded().BatchCourse)(setup, setup.sampling, setupAt);

function loaded(): NonNullable<typeof expandModule> {
  if (!expandModule) throw new Error('A program with tensors needs `await loadTensors()` first.');
  return expandModule;
}
