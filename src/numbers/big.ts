import type { Big } from './number-system.js';

/** The part of a BigNumber class that is used here: decimal.js's constructor. */
export interface BigClass {
  new (value: Big | number | string): Big;
  readonly precision: number;
  clone(settings: { precision: number }): BigClass;
}

/** The class of a number: its precision, and how to make more of its kind. */
export const classOf = (value: Big): BigClass => value.constructor as BigClass;

const wider = new WeakMap<BigClass, Map<number, BigClass>>();

/** Compute with some more digits than a number's class has, and round the result to that class. */
export function withGuard(value: Big, guard: number, compute: (value: Big) => Big): Big {
  const own = classOf(value);
  const known = wider.get(own) ?? new Map<number, BigClass>();
  wider.set(own, known);
  // In steps of ten, so that few classes are made.
  const precision = own.precision + Math.ceil(guard / 10) * 10;
  const wide = known.get(precision) ?? own.clone({ precision });
  known.set(precision, wide);
  return new own(compute(new wide(value))).plus(0);
}

/** The power of ten of the leading digit: 2 for 345, −3 for 0.0071. Not for 0. */
export const exponentOf = (value: Big): number => (value as unknown as { readonly e: number }).e;

/** x, where `f(x) = x + O(x²)` and x is so small that the rest is beyond the precision. */
const negligible = (x: Big): boolean => x.isZero() || exponentOf(x) < -classOf(x).precision - 2;

const lostNearZero = (x: Big): number => Math.max(0, -exponentOf(x)) + 5;

/** e^x − 1 with all its digits. */
export function bigExpm1(x: Big): Big {
  return negligible(x) ? x : withGuard(x, lostNearZero(x), (wide) => wide.exp().minus(1));
}

/** ln(1 + x) with all its digits, for x > −1. */
export function bigLog1p(x: Big): Big {
  return negligible(x) ? x : withGuard(x, lostNearZero(x), (wide) => wide.plus(1).ln());
}

/** The hyperbolic tangent with all its digits. (decimal.js sums a series that never ends for large x.) */
export function bigTanh(x: Big): Big {
  if (negligible(x)) return x;
  const size = withGuard(x.abs(), lostNearZero(x), (wide) => {
    const e = wide.times(-2).exp();
    return e.neg().plus(1).div(e.plus(1));
  });
  return x.isNegative() ? size.neg() : size;
}

const pis = new Map<number, string>();

/** π to the precision of the number's class. */
export function bigPi(like: Big): Big {
  const own = classOf(like);
  const text = pis.get(own.precision) ?? piText(own.precision);
  pis.set(own.precision, text);
  return new own(text).plus(0);
}

/** π to more than so many digits, by Machin's formula: π = 16 arctan(1/5) − 4 arctan(1/239). */
function piText(digits: number): string {
  const one = 10n ** BigInt(digits + 10);
  const arctanOfInverse = (n: bigint): bigint => {
    let sum = 0n;
    for (let term = one / n, k = 1n; term !== 0n; term /= -n * n, k += 2n) sum += term / k;
    return sum;
  };
  const pi = (16n * arctanOfInverse(5n) - 4n * arctanOfInverse(239n)).toString();
  return `3.${pi.slice(1)}`;
}
