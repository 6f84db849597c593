import type { Op } from '../ops/op.js';
import { NoValue, type NumberSystem } from './number-system.js';

/**
 * IEEE doubles: the numbers at once. A result may be ±Infinity, NaN or an underflowed 0; none of these is ever
 * shown, the decimals decide. An op refuses for good only where the rounding of an input cannot be the reason.
 */
export const float64: NumberSystem<number> = {
  name: 'float64',
  read: Number,
  apply(op: Op, inputs: readonly number[]): number | undefined {
    if (!op.float64) return undefined;
    const reason = inputs.every(Number.isFinite) ? op.refuses?.(...inputs) : undefined;
    if (reason !== undefined) throw new NoValue(reason, mayBeRounding(op, inputs));
    return op.float64(...inputs);
  },
};

/** Whether an input next to one of these would be accepted: a 0 that underflowed, a 1 that saturated. */
function mayBeRounding(op: Op, inputs: readonly number[]): boolean {
  return inputs.some((input, i) =>
    neighbours(input).some((near) => op.refuses!(...inputs.map((each, j) => (i === j ? near : each))) === undefined),
  );
}

const neighbours = (value: number): readonly number[] =>
  value === 0
    ? [Number.MIN_VALUE, -Number.MIN_VALUE]
    : [value * (1 + Number.EPSILON), value * (1 - Number.EPSILON / 2)];
