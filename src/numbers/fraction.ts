import type { Op } from '../ops/op.js';
import { NoValue, type NumberSystem, type Rational } from './number-system.js';
import { ifShort, readRational, zero } from './rational.js';

/**
 * Exact fractions. `null` means: not known to be rational, or too long to write (200 digits above or below the
 * bar). A product with a factor that is exactly 0 is exactly 0, whatever the other factors are.
 */
export const fraction: NumberSystem<Rational | null> = {
  name: 'fraction',
  read: readRational,
  apply(op: Op, inputs: readonly (Rational | null)[]): Rational | null | undefined {
    if (!op.fraction && op.forward) return undefined;
    const known = inputs.filter((input) => input !== null);
    if (known.length === inputs.length) {
      const reason = op.refuses?.(...known.map(toDouble));
      if (reason !== undefined) throw new NoValue(reason);
      return ifShort(op.fraction?.(...known) ?? null);
    }
    const deciding = op.zeroWhenZero === 'any' ? known : op.zeroWhenZero === 'first' ? inputs.slice(0, 1) : [];
    return deciding.some((input) => input?.n === 0n) ? zero : null;
  },
};

/**
 * The nearest double, except that a fraction that is not 0 (or not a whole number) never becomes one that is:
 * what an op refuses is decided by exactly such doubles.
 */
function toDouble(value: Rational): number {
  const excess = BigInt(Math.max(0, bits(value.n) - 1000, bits(value.d) - 1000));
  const size = Number(value.n >> excess) / Number(value.d >> excess);
  const nearest = value.s < 0n ? -size : size;
  if (value.d === 1n || !Number.isInteger(nearest)) return nearest;
  if (nearest === 0) return value.s < 0n ? -Number.MIN_VALUE : Number.MIN_VALUE;
  const outward = value.n > BigInt(size) * value.d;
  return nearest * (outward ? 1 + Number.EPSILON : 1 - Number.EPSILON);
}

const bits = (value: bigint): number => 4 * value.toString(16).length;
