import { name, sub } from '../formula/build.js';
import { evaluate } from '../interpret/evaluate.js';
import { NoValue } from '../numbers/number-system.js';
import type { Claim } from '../program/program.js';
import type { Run } from './run.js';
import { cancelling } from './zeros.js';

/** Whether a claim holds at the numbers of an iteration; `unknown` where one of its numbers has no value. */
export type ClaimVerdict = 'holds' | 'differs' | 'unknown';

const precision = 60;
/** Digits that must agree. */
const agreeing = 30;

/** Hold a claimed closed form against the gradient as the expansion computes it, in decimals. */
export async function checkClaim(run: Run, iteration: number, { ref, formula }: Claim): Promise<ClaimVerdict> {
  const { decimals } = await import('../numbers/decimal.js');
  const system = await decimals(precision);
  const outcomes = await run.decimalsAt(iteration, precision);
  const ours = outcomes.get(ref);
  if (!ours || 'failure' in ours) return 'unknown';
  try {
    const claimed = evaluate(
      formula,
      (each) => {
        const outcome = outcomes.get(each);
        if (!outcome || 'failure' in outcome) throw new NoValue(`${each} has no value.`);
        return outcome.value;
      },
      system,
    );
    const [a, b] = [ours.value.approx, claimed.approx];
    const size = a.abs().cmp(b.abs()) > 0 ? a.abs() : b.abs();
    if (size.isZero() || a.minus(b).abs().div(size).toNumber() < 10 ** -agreeing) return 'holds';
    // A value that is 0 in truth is noise here, and noise agrees with nothing.
    return cancelling(run.trace, iteration)(sub(name(ref), formula)) ? 'holds' : 'differs';
  } catch (error) {
    if (error instanceof NoValue) return 'unknown';
    throw error;
  }
}
