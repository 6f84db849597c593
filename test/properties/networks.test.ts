import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decimals } from '../../src/numbers/decimal.js';
import { float64 } from '../../src/numbers/float64.js';
import { readProgram } from '../../src/program/read-program.js';
import { checkClaim } from '../../src/state/claims.js';
import { Run } from '../../src/state/run.js';
import { evaluateTrace, readGiven } from '../../src/trace/evaluate-trace.js';
import { checkedInDecimals, checkGradient } from '../../src/trace/gradient-check.js';
import { updateOf } from '../../src/trace/reference.js';
import { traceOf } from '../../src/trace/trace.js';
import { advance, lossAt } from '../../src/training/advance.js';
import { record } from '../../src/training/record.js';
import { Training } from '../../src/training/train.js';
import { checkMatrixForms } from '../trace/check-matrix-forms.js';
import { arbitrarySetup } from './arbitrary-network.js';
import { arbitrarySequence } from './arbitrary-sequence.js';

// Loads mathjs.
await readProgram('L = w', { loss: 'L' });
const system = await decimals(60);

const nothing = system.read('1e-45').approx;

// A busy machine needs longer than the usual five seconds.
const patience = { timeout: 300_000 };

describe.each([
  { what: 'a network', arbitrary: arbitrarySetup },
  { what: 'a sequence over time', arbitrary: arbitrarySequence },
])('random: $what', ({ arbitrary }) => {
  test('every derivative of it agrees with a central difference at 40 digits', patience, async () => {
    await fc.assert(
      fc.asyncProperty(arbitrary(), async (make) => {
        const trace = traceOf(await make());
        const outcomes = evaluateTrace(trace, readGiven(trace, system), system);
        const derivatives = trace.assignments.map(({ ref }) => ref).filter((ref) => ref.startsWith('backward/'));
        const wrong = derivatives.filter((ref) => {
          const check = checkGradient(trace, outcomes, ref, checkedInDecimals(system));
          return !check?.agrees;
        });
        expect(wrong).toEqual([]);
      }),
      { numRuns: 12 },
    );
  });

  test('the tape of it gives the loss and the updates that the trace gives', patience, async () => {
    await fc.assert(
      fc.asyncProperty(arbitrary(), async (make) => {
        const trace = traceOf(await make());
        const tape = record(trace);
        const parameters = new Training(tape, trace).parametersAt(0);
        const outcomes = evaluateTrace(trace, readGiven(trace, float64), float64);
        const valueOf = (ref: string): number => {
          const outcome = outcomes.get(ref)!;
          return 'value' in outcome ? outcome.value : NaN;
        };
        expect(lossAt(tape, parameters)).toBeCloseTo(valueOf('L'), 12);
        const next = advance(tape, parameters, 1);
        tape.parameters.forEach((name, i) => expect(next[i], name).toBeCloseTo(valueOf(updateOf(name)), 12));
      }),
      { numRuns: 40 },
    );
  });

  test('the matrix forms of it, multiplied out, give the scalar numbers', patience, async () => {
    await fc.assert(
      fc.asyncProperty(arbitrary(), async (make) => {
        checkMatrixForms(traceOf(await make()));
      }),
      { numRuns: 40 },
    );
  });
});

test('what blocks claim of gradients holds at random points', patience, async () => {
  let claims = 0;
  await fc.assert(
    fc.asyncProperty(arbitrarySetup(), async (make) => {
      const run = new Run(traceOf(await make()));
      const outcomes = evaluateTrace(run.trace, readGiven(run.trace, system), system);
      // Before a norm a gradient may be 0 without being rational, and then nothing proves it.
      const isNothing = (ref: string): boolean => {
        const outcome = outcomes.get(ref)!;
        return 'value' in outcome && outcome.value.approx.abs().cmp(nothing) < 0;
      };
      for (const [, stated] of run.trace.setup.program.claims ?? []) {
        // A loss that does not depend on the scores (hinge, one class) has no gradient to claim anything of.
        for (const claim of stated.filter(({ ref }) => run.trace.assignment(ref))) {
          claims += 1;
          const found = await checkClaim(run, 0, claim);
          expect(isNothing(claim.ref) && found === 'unknown' ? 'holds' : found, `${claim.ref}: ${claim.text}`).toBe(
            'holds',
          );
        }
      }
    }),
    { numRuns: 60 },
  );
  expect(claims).toBeGreaterThan(20);
});
