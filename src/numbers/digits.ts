import { Binding, type Typeset } from '../ops/op.js';
import type { Rational } from './number-system.js';

/** The significant digits that can be shown. */
export const digitRange = { least: 3, most: 15, usual: 9 } as const;

/** A number as it is shown. */
export interface Shown {
  /** Plain decimal text: `0.0821670406`, `-1.9e-174`. */
  readonly plain: string;
  /** Nothing was rounded: `=` may stand before it, otherwise `≈`. */
  readonly exact: boolean;
  /** The digits come from doubles and are not yet proven. */
  readonly provisional: boolean;
  /** Set where only this much is known: the value is closer to 0 than this (`1e-940`). Then `plain` is `0` and not exact. */
  readonly bound?: string;
}

/** ±0.d₁d₂d₃… × 10^(exponent + 1): `digits` starts with a digit that is not 0, and is empty for zero. */
interface Parts {
  readonly minus: boolean;
  readonly digits: string;
  readonly exponent: number;
}

const pattern = /^([+-]?)(\d*)\.?(\d*)(?:e([+-]?\d+))?$/i;

function parts(text: string): Parts {
  const [, sign, whole = '', places = '', power = '0'] = pattern.exec(text) ?? [];
  const all = whole + places;
  if (!all) throw new Error(`Not a number: ${text}`);
  const digits = all.replace(/^0+/, '');
  const exponent = whole.length - 1 - (all.length - digits.length) + Number(power);
  return digits ? { minus: sign === '-', digits, exponent } : { minus: false, digits, exponent: 0 };
}

/**
 * Powers of ten from 10⁻⁶ up to 10⁹ are written out, as textbooks do (0.0000351018778298); others get an exponent,
 * and so does a rounded number whose digits end before the point (1234.5 at 3 digits is 1.23e3, not 1230).
 */
function write({ minus, digits, exponent }: Parts, rounded: boolean): string {
  if (!digits) return '0';
  const sign = minus ? '-' : '';
  if (exponent < -6 || exponent >= 9 || (rounded && exponent >= digits.length)) {
    return `${sign}${withPoint(digits, 1)}e${exponent}`;
  }
  if (exponent < 0) return `${sign}0.${'0'.repeat(-exponent - 1)}${digits}`;
  return sign + withPoint(digits.padEnd(exponent + 1, '0'), exponent + 1);
}

const withPoint = (digits: string, whole: number): string =>
  digits.length > whole ? `${digits.slice(0, whole)}.${digits.slice(whole)}` : digits;

/**
 * A decimal rounded to so many significant digits, half away from zero, on its text: `1.005` at 3 is `1.01`.
 * All the digits are written, so trailing zeros count: `0.7413650695` at 9 is `0.741365070`.
 */
export function roundText(value: string, digits: number): string {
  return write(round(parts(value), digits), true);
}

function round(value: Parts, count: number): Parts {
  const { minus, digits, exponent } = value;
  if (!digits) return value;
  const kept = digits.slice(0, count).padEnd(count, '0');
  if ((digits[count] ?? '0') < '5') return { minus, digits: kept, exponent };
  const up = (BigInt(kept) + 1n).toString();
  return { minus, digits: up.slice(0, count), exponent: exponent + up.length - count };
}

/**
 * A number that is exactly its decimal text, as typed if it fits: `0.10` keeps its zero, `0.3775` gets none.
 * With more significant digits than allowed it is rounded and no longer exact.
 */
export function showText(value: string, digits: number): Shown {
  const typed = parts(value);
  const significant = typed.digits.replace(/0+$/, '');
  if (significant.length > digits) return { plain: roundText(value, digits), exact: false, provisional: false };
  const places = /\.(\d+)/.exec(value)?.[1];
  const plain = typed.digits
    ? write({ ...typed, digits: places ? typed.digits.slice(0, digits) : significant }, false)
    : places
      ? `0.${'0'.repeat(Math.min(places.length, digits))}`
      : '0';
  return { plain, exact: true, provisional: false };
}

/** A fraction, correctly rounded by long division; exact where it ends within the digits. */
export function showRational(value: Rational, digits: number): Shown {
  const shift = digits + 2 + value.d.toString().length - value.n.toString().length;
  const top = shift > 0 ? value.n * 10n ** BigInt(shift) : value.n;
  const bottom = shift > 0 ? value.d : value.d * 10n ** BigInt(-shift);
  const sign = value.s < 0n && value.n !== 0n ? '-' : '';
  const quotient = (top / bottom).toString();
  if (top % bottom === 0n) return showText(stripZeros(`${sign}${quotient}e${-shift}`), digits);
  // What remains below the last digit is not nothing, so it is never a tie.
  return { plain: roundText(`${sign}${quotient}1e${-shift - 1}`, digits), exact: false, provisional: false };
}

const stripZeros = (text: string): string => {
  const [mantissa = '', power = ''] = text.split('e');
  const short = mantissa.replace(/0+$/, '');
  return short.replace('-', '') ? `${short}e${Number(power) + mantissa.length - short.length}` : '0';
};

/** As a person reads it: `−0.0190491183`, `2.1 × 10⁻⁴⁸`, `−1/3`. */
export function formatNumber(plain: string): string {
  return plain
    .replace(/e(.+)$/, (_, power: string) => ` × 10${[...power].map((digit) => superscripts[digit] ?? '').join('')}`)
    .replace('-', '−');
}

/** A double in a sentence, to twelve digits. It is finite. */
export const formatDouble = (value: number): string =>
  formatNumber(showText(String(Number(value.toPrecision(12))), 12).plain);

const superscripts: Readonly<Record<string, string>> = Object.fromEntries(
  [...'0123456789-'].map((digit, i) => [digit, [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁻'][i]!]),
);

/** For KaTeX, with its binding: a negative number binds like a sum, one with a power of ten like a product. */
export function texNumber(plain: string): Typeset {
  const tex = plain.replace(/e(.+)$/, ' \\times 10^{$1}');
  return { tex, binding: plain.startsWith('-') ? Binding.sum : tex === plain ? Binding.atom : Binding.product };
}
