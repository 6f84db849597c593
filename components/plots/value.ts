import type { Failure, Numbers, Shown } from '../../src/index.js';

/** A number as far as a plot needs it. Its size is a power of ten, since doubles end at 10⁻³²⁴. */
export type PlotValue =
  | { readonly kind: 'number'; readonly shown: Shown; readonly log: number; readonly isNegative: boolean }
  | { readonly kind: 'zero'; readonly shown: Shown }
  /** It does not exist, and why. */
  | { readonly kind: 'none'; readonly failure: Failure }
  /** The decimals have to be asked first, or do not know it either. */
  | { readonly kind: 'unknown'; readonly shown?: Shown };

/** Digits in plots and their tables. */
export const plotDigits = 4;

/** The value of a reference, as far as it is known by now. */
export function plotValue(numbers: Numbers, ref: string): PlotValue {
  const shown = numbers.show(ref, plotDigits);
  if (!shown) {
    const failure = numbers.failure(ref);
    return failure ? { kind: 'none', failure } : { kind: 'unknown' };
  }
  if (shown.bound !== undefined) return { kind: 'unknown', shown };
  const log = logOf(shown.plain);
  if (log === -Infinity) return { kind: 'zero', shown };
  return { kind: 'number', shown, log, isNegative: shown.plain.startsWith('-') };
}

/** log₁₀ of the absolute value of a plain decimal (`-1.9e-310`), however small or large it is. −∞ for 0. */
export function logOf(plain: string): number {
  // In two parts, since together they may be no double.
  const [mantissa = '', power = '0'] = plain.replace(/^-/, '').split('e');
  return Math.log10(Number(mantissa)) + Number(power);
}
