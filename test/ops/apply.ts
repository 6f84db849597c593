import { name } from '../../src/formula/build.js';
import type { Formula } from '../../src/formula/formula.js';
import { applyOp, evaluate } from '../../src/interpret/evaluate.js';
import type { NumberSystem } from '../../src/numbers/number-system.js';
import { opNamed, ops, vectorOps } from '../../src/ops/index.js';
import type { Op } from '../../src/ops/op.js';

/** Every op, and the first three outputs of each op that gives a vector: `softmax[2]`. */
export const everyOp: readonly Op[] = [
  ...ops.values(),
  ...[...vectorOps.values()].flatMap((vector) => [1, 2, 3].map((at) => vector.output(at))),
];

/** The name of a vector op and the number of its output; an op that gives one number has none. */
export function familyOf({ name }: Op): { readonly name: string; readonly at?: number } {
  const [, family, at] = /^(.+)\[(\d+)\]$/.exec(name) ?? [];
  return family === undefined ? { name } : { name: family, at: Number(at) };
}

/** All the outputs of the vector op that this one belongs to; none if it gives one number. */
function outputsOf<T>(op: Op, inputs: readonly T[], system: NumberSystem<T>): T[] {
  const { name, at } = familyOf(op);
  return at === undefined ? [] : inputs.map((_, i) => computed(opNamed(name, i + 1), inputs, system));
}

const inputNames = (count: number): Formula[] => Array.from({ length: count }, (_, i) => name(`x${i}`));

/** An op's value as it is computed. */
export const computed = applyOp;

/** An op's value by the definition that is shown. */
export const shown = <T>(op: Op, inputs: readonly T[], system: NumberSystem<T>): T =>
  evaluate(op.forward!(...inputNames(inputs.length)), valueOf(inputs), system);

/** An op's partial derivatives: as shown, or as computed (their stable forms where there are any). */
export function partials<T>(op: Op, inputs: readonly T[], system: NumberSystem<T>, which: 'shown' | 'computed'): T[] {
  const output = computed(op, inputs, system);
  const outputs = outputsOf(op, inputs, system);
  const form = (which === 'computed' && op.stable?.partials) || op.partials;
  const names = outputs.map((_, i) => name(`y${i}`));
  return form(inputNames(inputs.length), name('y'), names).map((partial) =>
    evaluate(partial, valueOf(inputs, output, outputs), system),
  );
}

/** Whether the op has no derivative at these inputs. */
export const atKink = (op: Op, inputs: readonly number[], within: number, system: NumberSystem<number>): boolean =>
  (op.kinks ?? []).some(
    ({ at }) => Math.abs(evaluate(at(...inputNames(inputs.length)), valueOf(inputs), system)) <= within,
  );

function valueOf<T>(inputs: readonly T[], output?: T, outputs: readonly T[] = []): (name: string) => T {
  return (each) => {
    if (each === 'y') return output!;
    return (each.startsWith('y') ? outputs : inputs)[Number(each.slice(1))]!;
  };
}
