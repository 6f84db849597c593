import { exponentOf } from './big.js';
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

/** Every value of an iteration at a precision, by reference. One that has no value at that precision is left out. */
export type EvaluateAt = (precision: number) => Promise<ReadonlyMap<string, Decimal>>;

/** Two precisions that agree prove digits; this is how far apart they are. */
const apart = 30;
const highest = 970 - apart;

/**
 * Prove the digits of several numbers at once. A rational value proves itself. Any other is proven when two
 * precisions agree well beyond the shown digits and are not 0; what is 0, keeps shrinking or lies on a tie is
 * tried again at twice the precision, up to almost 1,000 digits. A reference without a value is left out.
 */
export async function prove(
  evaluateAt: EvaluateAt,
  refs: Iterable<string>,
  digits: number,
): Promise<Map<string, Proof>> {
  const proofs = new Map<string, Proof>();
  const open = new Set(refs);
  for (let precision = Math.max(40, digits + 20); open.size > 0; precision = Math.min(2 * precision, highest)) {
    const low = await evaluateAt(precision);
    const high = await evaluateAt(precision + apart);
    for (const ref of open) {
      const [a, b] = [low.get(ref), high.get(ref)];
      const proof = a && b && (settle(a, b, digits) ?? (precision === highest ? giveUp(a, b, digits) : undefined));
      if (!proof) continue;
      proofs.set(ref, proof);
      open.delete(ref);
    }
    if (precision === highest) break;
  }
  return proofs;
}

function settle(low: Decimal, high: Decimal, digits: number): Proof | undefined {
  if (high.exact) {
    const shown = showRational(high.exact, digits);
    return { kind: shown.exact ? 'exact' : 'rounded', shown };
  }
  if (low.doubtful || high.doubtful || high.approx.isZero()) return undefined;
  const value = high.approx;
  const difference = value.minus(low.approx).abs();
  if (!difference.isZero() && exponentOf(difference) > exponentOf(value) - digits - 6) return undefined;
  // The true value lies within the difference, so it rounds as both ends of that interval do.
  const plain = roundText(value.minus(difference).toString(), digits);
  if (plain !== roundText(value.plus(difference).toString(), digits)) return undefined;
  return isTie(value, difference, digits) ? undefined : { kind: 'rounded', shown: { plain, exact: false, provisional: false } };
}
