import { name } from '../../src/formula/build.js';
import type { Formula } from '../../src/formula/formula.js';
import { applyOp, evaluate } from '../../src/interpret/evaluate.js';
import type { NumberSystem } from '../../src/numbers/number-system.js';
import type { Op } from '../../src/ops/op.js';

const inputNames = (count: number): Formula[] => Array.from({ length: count }, (_, i) => name(`x${i}`));

/** An op's value as it is computed. */
export const computed = applyOp;

/** An op's value by the definition that is shown. */
export const shown = <T>(op: Op, inputs: readonly T[], system: NumberSystem<T>): T =>
  evaluate(op.forward!(...inputNames(inputs.length)), valueOf(inputs), system);

/** An op's partial derivatives: as shown, or as computed (their stable forms where there are any). */
export function partials<T>(op: Op, inputs: readonly T[], system: NumberSystem<T>, which: 'shown' | 'computed'): T[] {
  const output = computed(op, inputs, system);
  const form = (which === 'computed' && op.stable?.partials) || op.partials;
  return form(inputNames(inputs.length), name('y')).map((partial) =>
    evaluate(partial, valueOf(inputs, output), system),
  );
}

/** Whether the op has no derivative at these inputs. */
export const atKink = (op: Op, inputs: readonly number[], within: number, system: NumberSystem<number>): boolean =>
  (op.kinks ?? []).some(
    ({ at }) => Math.abs(evaluate(at(...inputNames(inputs.length)), valueOf(inputs), system)) <= within,
  );

function valueOf<T>(inputs: readonly T[], output?: T): (name: string) => T {
  return (each) => (each === 'y' ? output! : inputs[Number(each.slice(1))]!);
}
