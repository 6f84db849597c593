/** Functions that lose digits near 0 unless they are computed with more of them. */
import { bigExp } from './big-exp.js';
import { bigLog } from './big-log.js';
import { classOf, exponentOf, withGuard } from './big.js';
import type { Big } from './number-system.js';

/** x, where `f(x) = x + O(x²)` and x is so small that the rest is beyond the precision. */
const negligible = (x: Big): boolean => x.isZero() || exponentOf(x) < -classOf(x).precision - 2;

const lostNearZero = (x: Big): number => Math.max(0, -exponentOf(x)) + 5;

/** e^x − 1 with all its digits. */
export function bigExpm1(x: Big): Big {
  return negligible(x) ? x : withGuard(x, lostNearZero(x), (wide) => bigExp(wide).minus(1));
}

/** ln(1 + x) with all its digits, for x > −1. */
export function bigLog1p(x: Big): Big {
  return negligible(x) ? x : withGuard(x, lostNearZero(x), (wide) => bigLog(wide.plus(1)));
}

/** The hyperbolic tangent with all its digits. (decimal.js sums a series that never ends for large x.) */
export function bigTanh(x: Big): Big {
  if (negligible(x)) return x;
  const size = withGuard(x.abs(), lostNearZero(x), (wide) => {
    const e = bigExp(wide.times(-2));
    return e.neg().plus(1).div(e.plus(1));
  });
  return x.isNegative() ? size.neg() : size;
}
