import Fraction from 'fraction.js';
import type { Rational } from './number-system.js';

/** Longest numerator or denominator, in digits. Beyond it a fraction counts as not known. */
const longest = 200;
const largest = 10n ** BigInt(longest);

/** The exact fraction n/d, in lowest terms. `d` is not 0. */
export const rational = (n: bigint, d = 1n): Rational => new Fraction(n, d);

export const zero = rational(0n);
export const half = rational(1n, 2n);
export const one = rational(1n);

/** The fraction, or nothing if writing it would take more than 200 digits above or below the bar. */
export const ifShort = (value: Rational | null): Rational | null =>
  value && value.n < largest && value.d < largest ? value : null;

const pattern = /^([+-]?)(\d*)\.?(\d*)(?:e([+-]?\d+))?$/i;

/** The exact value of a number as written (`0.10`, `-3`, `2.1e-48`); `null` where its exponent is beyond ±1000. */
export function readRational(text: string): Rational | null {
  const [, sign, whole, places, exponent = '0'] = pattern.exec(text) ?? [];
  if (sign === undefined || whole === undefined || places === undefined || whole + places === '') {
    throw new Error(`Not a number: ${text}`);
  }
  const shift = Number(exponent) - places.length;
  if (Math.abs(shift) > 1000) return /^0*$/.test(whole + places) ? zero : null;
  const digits = BigInt(sign + whole + places);
  return shift < 0 ? rational(digits, 10n ** BigInt(-shift)) : rational(digits * 10n ** BigInt(shift));
}

/** base^exponent where that is rational: whole exponents, and halves of perfect squares. */
export function rationalPower(base: Rational, exponent: Rational): Rational | null {
  if (exponent.d === 2n) {
    const root = rationalRoot(base);
    return root && rationalPower(root, rational(exponent.s * exponent.n));
  }
  if (exponent.d !== 1n) return null;
  const times = exponent.n;
  if (times === 0n) return one;
  if (base.n === 0n) return exponent.s > 0n ? zero : null;
  const sign = base.s < 0n && times % 2n === 1n ? -1n : 1n;
  if (base.n === base.d) return rational(sign);
  const bits = BigInt(Math.max(base.n.toString(2).length, base.d.toString(2).length) - 1);
  if (bits * times > BigInt(4 * longest)) return null;
  const [top, bottom] = [base.n ** times, base.d ** times];
  return exponent.s < 0n ? rational(sign * bottom, top) : rational(sign * top, bottom);
}

/** The square root where it is rational. */
export function rationalRoot(value: Rational): Rational | null {
  if (value.s < 0n && value.n !== 0n) return null;
  const [top, bottom] = [wholeRoot(value.n), wholeRoot(value.d)];
  return top * top === value.n && bottom * bottom === value.d ? rational(top, bottom) : null;
}

/** The largest whole number whose square is at most `value` (Newton's method from above). */
function wholeRoot(value: bigint): bigint {
  if (value < 2n) return value;
  let guess = 1n << BigInt((value.toString(2).length + 1) >> 1);
  for (;;) {
    const next = (guess + value / guess) >> 1n;
    if (next >= guess) return guess;
    guess = next;
  }
}
