import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decimals } from '../../src/numbers/decimal.js';
import { float64 } from '../../src/numbers/float64.js';
import { evaluateTrace, readGiven } from '../../src/trace/evaluate-trace.js';
import {
  checkedInDecimals,
  checkedInDoubles,
  checkGradient,
  type CheckedIn,
  type GradientCheck,
} from '../../src/trace/gradient-check.js';
import type { Trace } from '../../src/trace/step.js';
import { arbitraryTrace } from './arbitrary-program.js';

const system = await decimals(60);

// A busy machine needs longer than the usual five seconds.
const patience = { timeout: 60_000 };

/** The checks of every derivative in a trace: gradients, the terms of their sums, and those of single lines. */
function checksOf<T>(trace: Trace, checkedIn: CheckedIn<T>): readonly GradientCheck<T>[] {
  const outcomes = evaluateTrace(trace, readGiven(trace, checkedIn.system), checkedIn.system);
  const derivatives = trace.assignments.map(({ ref }) => ref).filter((ref) => /^(backward|local)\//.test(ref));
  return derivatives.map((ref) => checkGradient(trace, outcomes, ref, checkedIn)!);
}

test('every derivative agrees with a central difference in doubles', patience, () => {
  fc.assert(
    fc.property(arbitraryTrace('all'), (trace) => {
      const wrong = checksOf(trace, checkedInDoubles).filter(({ agrees }) => !agrees);
      expect(wrong).toEqual([]);
    }),
    { numRuns: 100 },
  );
});

test('every derivative agrees with a central difference in decimals, to 18 digits of the largest', patience, () => {
  const size = (value: { readonly approx: { toNumber(): number } }): number => Math.abs(value.approx.toNumber());
  fc.assert(
    fc.property(arbitraryTrace('all'), (trace) => {
      const checks = checksOf(trace, checkedInDecimals(system));
      const largest = Math.max(1, ...checks.map(({ ours }) => size(ours)));
      const wrong = checks.filter(({ agrees, ours, difference }) => {
        return !agrees || size(ours) * size(difference) > 1e-18 * largest;
      });
      expect(wrong.map(({ ref }) => ref)).toEqual([]);
    }),
    { numRuns: 15 },
  );
});

test('decimals and doubles give the same numbers, to 12 digits of the largest', patience, () => {
  fc.assert(
    fc.property(arbitraryTrace('all'), (trace) => {
      const doubles = evaluateTrace(trace, readGiven(trace, float64), float64);
      const precise = evaluateTrace(trace, readGiven(trace, system), system);
      const pairs = trace.assignments.map(({ ref }) => {
        const [double, decimal] = [doubles.get(ref)!, precise.get(ref)!];
        if ('failure' in double || 'failure' in decimal) throw new Error(`${ref} has no value.`);
        return { ref, double: double.value, decimal: decimal.value.approx.toNumber() };
      });
      const largest = Math.max(...pairs.map(({ decimal }) => Math.abs(decimal)));
      expect(pairs.filter(({ double, decimal }) => !(Math.abs(double - decimal) <= 1e-12 * largest))).toEqual([]);
    }),
    { numRuns: 60 },
  );
});
