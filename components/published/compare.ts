import { parseReference, roundText, type Numbers, type Published } from '../../src/index.js';

/** How many digits of ours are shown beyond the printed ones. */
const beyond = 3;

/** A published number and where its own counterpart stands. */
export interface PublishedRow {
  readonly published: Published;
  /** The reference without its iteration. */
  readonly ref: string;
  readonly iteration: number;
  /** Significant digits of the printed number. */
  readonly printedDigits: number;
  /** Significant digits of ours as shown. */
  readonly ownDigits: number;
}

/** A printed number against ours. `unknown`: we have none, or what is printed is no number. */
export interface Comparison {
  readonly verdict: 'agrees' | 'differs' | 'unknown';
  /** Printed minus ours, in plain text, where they differ. */
  readonly difference?: string;
}

/** A source prints iteration 0 unless the reference says otherwise, wherever the reader stands. */
export function rowOf(published: Published): PublishedRow {
  const printedDigits = significantDigits(published.printed);
  return {
    published,
    ref: published.ref.replace(/@\d+$/, ''),
    iteration: parseReference(published.ref)?.iteration ?? 0,
    printedDigits,
    ownDigits: printedDigits + beyond,
  };
}

/** Ours agrees where, correctly rounded to the printed digits, it reads as printed. */
export function compare({ published, ref, printedDigits }: PublishedRow, numbers: Numbers): Comparison {
  const printed = published.printed.replace('−', '-');
  const ours = numbers.show(ref, printedDigits);
  if (!ours || printed.trim() === '' || Number.isNaN(Number(printed))) return { verdict: 'unknown' };
  if (roundText(ours.plain, printedDigits) === roundText(printed, printedDigits)) return { verdict: 'agrees' };
  const difference = Number(printed) - (numbers.double(ref) ?? Number(ours.plain));
  if (Math.abs(difference) <= unseen(printed)) return { verdict: 'agrees' };
  return { verdict: 'differs', ...(Number.isFinite(difference) && { difference: roundText(String(difference), 2) }) };
}

/** A printed 0.000 has no significant digit to compare: it stands for everything that rounds to it. */
function unseen(printed: string): number {
  if (Number(printed) !== 0) return -1;
  return 0.5 * 10 ** -(printed.split('.')[1]?.length ?? 0);
}

/** The digits a number was printed with: leading zeros do not count, trailing ones do. At least one. */
export function significantDigits(printed: string): number {
  const digits = printed.replace(/e.*$/i, '').replace(/\D/g, '');
  return Math.max(1, digits.replace(/^0+/, '').length);
}
