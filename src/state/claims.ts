import { evaluate } from '../interpret/evaluate.js';
import { NoValue } from '../numbers/number-system.js';
import type { Claim } from '../program/program.js';
import type { Run } from './run.js';

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
      (name) => {
        const outcome = outcomes.get(name);
        if (!outcome || 'failure' in outcome) throw new NoValue(`${name} has no value.`);
        return outcome.value;
      },
      system,
    );
    const [a, b] = [ours.value.approx, claimed.approx];
    const size = a.abs().cmp(b.abs()) > 0 ? a.abs() : b.abs();
    // What is 0 in truth is a little noise here.
    if (size.toNumber() < 10 ** (10 - precision)) return 'holds';
    const off = a.minus(b).abs().div(size).toNumber();
    return off < 10 ** -agreeing ? 'holds' : 'differs';
  } catch (error) {
    if (error instanceof NoValue) return 'unknown';
    throw error;
  }
}
