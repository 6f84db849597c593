import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { float64 } from '../../src/numbers/float64.js';
import { evaluateTrace } from '../../src/trace/evaluate-trace.js';
import { updateOf } from '../../src/trace/reference.js';
import type { Trace } from '../../src/trace/step.js';
import { advance, lossAt } from '../../src/training/advance.js';
import { record } from '../../src/training/record.js';
import { Training } from '../../src/training/train.js';
import { arbitraryTrace } from './arbitrary-program.js';

// A busy machine needs longer than the usual five seconds.
const patience = { timeout: 60_000 };

interface Compared {
  readonly iteration: number;
  readonly name: string;
  readonly tape: number;
  readonly trace: number;
  /** The largest number of the iteration. */
  readonly largest: number;
}

/** The loss and every new value of a few iterations, each from where the tape stands: by the tape and by the trace. */
function compare(trace: Trace, iterations: number): readonly Compared[] {
  const tape = record(trace);
  const training = new Training(tape, trace);
  const compared: Compared[] = [];
  for (let iteration = 0; iteration < iterations; iteration++) {
    const outcomes = evaluateTrace(trace, training.givenAt(iteration), float64);
    const refs = [...trace.setup.given.map(({ name }) => name), ...trace.assignments.map(({ ref }) => ref)];
    const values = new Map(
      refs.map((ref) => {
        const outcome = outcomes.get(ref)!;
        return [ref, 'value' in outcome ? outcome.value : NaN];
      }),
    );
    const largest = Math.max(...[...values.values()].map(Math.abs));
    if (!Number.isFinite(largest)) break;
    const parameters = training.parametersAt(iteration);
    const next = advance(tape, parameters, 1);
    const { loss } = trace.setup;
    compared.push({ iteration, name: loss, tape: lossAt(tape, parameters), trace: values.get(loss)!, largest });
    for (const [i, name] of tape.parameters.entries()) {
      compared.push({ iteration, name, tape: next[i]!, trace: values.get(updateOf(name))!, largest });
    }
  }
  return compared;
}

describe.each(['old', 'updated'] as const)('the tape, where gradients read %s weights', (updateOrder) => {
  test('gives the same doubles as the trace', patience, () => {
    fc.assert(
      fc.property(arbitraryTrace('rational', updateOrder), (trace) => {
        expect(compare(trace, 3).filter((each) => each.tape !== each.trace)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  test('differs in the last digits only where an op has a faster derivative', patience, () => {
    fc.assert(
      fc.property(arbitraryTrace('all', updateOrder), (trace) => {
        const wrong = compare(trace, 3).filter((each) => {
          return !(Math.abs(each.tape - each.trace) <= 1e-14 * Math.max(1, each.largest));
        });
        expect(wrong).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});
