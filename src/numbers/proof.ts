import { classOf, exponentOf } from './big.js';
import type { Decimal } from './decimal.js';
import { roundText, showRational, type Shown } from './digits.js';
import type { Big, Rational } from './number-system.js';

/**
 * What is known about a number's digits: all of them (`exact`), the shown ones (`rounded`), only that it is very
 * close to 0 (`bound`), or not even those shown (`open`: a tie or a comparison that 1,000 digits did not decide).
 */
export interface Proof {
  readonly kind: 'exact' | 'rounded' | 'bound' | 'open';
  readonly shown: Shown;
}

/** The values of an iteration at a precision, by reference; nothing for one that has none at that precision. */
export type EvaluateAt = (precision: number) => Promise<{ get(ref: string): Decimal | undefined }>;

/** Whether a value is exactly 0 although its digits come from irrational numbers. */
export type IsZero = (ref: string) => boolean;

/** Two precisions that agree prove digits; this is how far apart they are. */
const apart = 30;
const highest = 970 - apart;

/**
 * Prove the digits of several numbers at once. A rational value proves itself. Any other is proven when two
 * precisions agree well beyond the shown digits and are not 0; what is 0, keeps shrinking or lies on a tie is
 * tried again at twice the precision, up to almost 1,000 digits, unless `isZero` knows it to be 0. A reference
 * without a value is left out.
 */
export async function prove(
  evaluateAt: EvaluateAt,
  refs: Iterable<string>,
  digits: number,
  isZero: IsZero = () => false,
): Promise<Map<string, Proof>> {
  const proofs = new Map<string, Proof>();
  const open = new Set(refs);
  for (let precision = Math.max(40, digits + 20); open.size > 0; precision = Math.min(2 * precision, highest)) {
    const low = await evaluateAt(precision);
    const high = await evaluateAt(precision + apart);
    for (const ref of open) {
      const [a, b] = [low.get(ref), high.get(ref)];
      const proof =
        a &&
        b &&
        (settle(a, b, digits, precision) ??
          (mayBeZero(a, b, digits) && isZero(ref) ? exactlyZero : precision === highest && giveUp(a, b, digits)));
      if (!proof) continue;
      proofs.set(ref, proof);
      open.delete(ref);
    }
    if (precision === highest) break;
  }
  return proofs;
}

const exactlyZero: Proof = { kind: 'exact', shown: { plain: '0', exact: true, provisional: false } };

/** It is 0, or becomes smaller with every digit that is added. */
const mayBeZero = ({ approx: low }: Decimal, { approx: high }: Decimal, digits: number): boolean =>
  high.isZero() || !agree(low, high, digits);

function settle(low: Decimal, high: Decimal, digits: number, precision: number): Proof | undefined {
  if (high.exact) {
    const shown = showRational(high.exact, digits);
    return { kind: shown.exact ? 'exact' : 'rounded', shown };
  }
  const value = high.approx;
  if (low.doubtful || high.doubtful || value.isZero() || !agree(low.approx, value, digits + 6)) return undefined;
  // The lower precision is off by at most this much, so the true value rounds as both ends of the interval do.
  const most = value
    .minus(low.approx)
    .abs()
    .plus(shifted(value.abs(), 8 - precision));
  const plain = roundText(value.minus(most).toString(), digits);
  if (plain !== roundText(value.plus(most).toString(), digits)) return undefined;
  return { kind: 'rounded', shown: { plain, exact: false, provisional: false } };
}

/** What can be said after all: a bound, or the likely digits of a tie or of a value that hangs on a comparison. */
function giveUp({ approx: low }: Decimal, { approx: high, doubtful }: Decimal, digits: number): Proof {
  if (!doubtful && (high.isZero() || !agree(low, high, digits + 6))) {
    const size = Math.max(...[low, high].map((value) => (value.isZero() ? apart - highest : exponentOf(value) + 1)));
    return { kind: 'bound', shown: { plain: '0', exact: false, provisional: false, bound: `1e${size}` } };
  }
  const plain = roundText(roundText(high.toString(), highest - apart), digits);
  return { kind: 'open', shown: { plain, exact: false, provisional: true } };
}

function agree(a: Big, b: Big, digits: number): boolean {
  const difference = b.minus(a);
  return difference.isZero() || exponentOf(difference) < exponentOf(b) - digits;
}

/** value · 10^tens */
const shifted = (value: Big, tens: number): Big => value.times(new (classOf(value))(`1e${tens}`));

/** A number in full: a short fraction (`-151/400`, `3`), otherwise 30 significant digits. */
export interface ExactValue {
  readonly plain: string;
  readonly exact: boolean;
}

const exactDigits = 30;

/** The exact value of one reference, as {@link prove} finds it. `plain` is empty where there is no value. */
export async function exactValue(evaluateAt: EvaluateAt, ref: string, isZero?: IsZero): Promise<ExactValue> {
  const exact = (await evaluateAt(exactDigits)).get(ref)?.exact;
  const written = exact && writeFraction(exact);
  if (written && written.length <= longestFraction) return { plain: written, exact: true };
  const { plain, exact: whole } = (await prove(evaluateAt, [ref], exactDigits, isZero)).get(ref)?.shown ?? {
    plain: '',
    exact: false,
  };
  return { plain, exact: whole };
}

/** Longer fractions tell nobody anything. */
const longestFraction = 60;

function writeFraction({ s, n, d }: Rational): string {
  const sign = s < 0n && n !== 0n ? '-' : '';
  return d === 1n ? `${sign}${n}` : `${sign}${n}/${d}`;
}
