import type { Op } from '../ops/op.js';
import { NoValue, type NumberSystem } from './number-system.js';

/**
 * IEEE doubles: the numbers at once. A result may be ±Infinity, NaN or an underflowed 0; none of these is ever
 * shown, the decimals decide. An op refuses for good only where a zero that underflowed cannot be the reason.
 */
export const float64: NumberSystem<number> = {
  name: 'float64',
  read: Number,
  apply(op: Op, inputs: readonly number[]): number | undefined {
    if (!op.float64) return undefined;
    const reason = inputs.every(Number.isFinite) ? op.refuses?.(...inputs) : undefined;
    if (reason !== undefined) throw new NoValue(reason, inputs.includes(0));
    return op.float64(...inputs);
  },
};
