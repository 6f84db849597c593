/** Real numbers as integers, x · 2^bits: series run on these many times faster than on decimals. */
import type { BigClass } from './big.js';
import type { Big } from './number-system.js';

/** Bits for so many decimal digits. */
export const bitsFor = (digits: number): number => Math.ceil(digits * Math.log2(10));

/** x · 2^bits, cut off after the last bit. */
export function toScaled(x: Big, bits: bigint): bigint {
  const [mantissa = '', power = '0'] = x.toString().split('e');
  const [whole = '', places = ''] = mantissa.split('.');
  const shift = Number(power) - places.length;
  // A number that is 0 to all bits, before its zeros are written out.
  if (shift + mantissa.length < -Number(bits)) return 0n;
  const integer = BigInt(whole + places) << bits;
  return shift < 0 ? integer / 10n ** BigInt(-shift) : integer * 10n ** BigInt(shift);
}

/** value / 2^bits · 10^tens, to the precision of the class. */
export function fromScaled(value: bigint, bits: bigint, own: BigClass, tens = 0n): Big {
  const digits = BigInt(own.precision + 6);
  return new own(`${(value * 10n ** digits) >> bits}e${tens - digits}`).plus(0);
}
