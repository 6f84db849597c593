import { describe, expect, test } from 'vitest';
import { decimals, type Decimal } from '../../src/numbers/decimal.js';
import { roundText } from '../../src/numbers/digits.js';
import { float64 } from '../../src/numbers/float64.js';
import { evaluateTrace, readGiven, type Outcomes } from '../../src/trace/evaluate-trace.js';
import { zerosOf } from '../../src/state/zeros.js';
import type { IsZero } from '../../src/numbers/proof.js';
import { updateOf } from '../../src/trace/reference.js';
import type { Trace } from '../../src/trace/step.js';
import { traceOf } from '../../src/trace/trace.js';
import { record } from '../../src/training/record.js';
import { Training } from '../../src/training/train.js';
import { courseOfCase, setupOfCase } from './case-program.js';
import { listedIn, type Listed } from './case-values.js';
import { caseIds, readCase } from './case.js';

const read = (['cases', 'recorded'] as const).flatMap((folder) =>
  caseIds(folder).map((id) => ({ id, file: readCase(id, folder) })),
);

test('all public cases are read', () => {
  expect(caseIds('cases')).toHaveLength(50);
});

/** Doubles do not reach these values; the decimals do. */
const beyondDoubles = (tags: readonly string[]): boolean => tags.includes('extreme') || tags.includes('cancellation');

const ordinary = await decimals(40);
const fine = await decimals(520);

// A busy machine needs longer than the usual five seconds.
const patience = { timeout: 60_000 };

describe.each(read)('$id', async ({ file }) => {
  const whole = traceOf(await setupOfCase(file));
  const course = await courseOfCase(file);
  const traceAt = (iteration: number): Trace => course?.traceAt(iteration) ?? whole;
  const system = beyondDoubles(file.tags) ? fine : ordinary;
  const listed = listedIn(file);
  const iterations = [...new Set(listed.map(({ iteration }) => iteration))].sort((a, b) => a - b);

  if (file.batches) {
    test('the batches are these samples', () => {
      const samples = file.batches!.map((_, i) => traceAt(i).setup.sampling!.samples.map((sample) => sample - 1));
      expect(samples).toEqual(file.batches);
    });
  }

  const inDoubles = async (): Promise<void> => {
    const training = new Training(record(traceAt(0)), traceAt(0), course);
    await training.train(iterations.at(-1)!);
    const tolerance = file.tags.includes('long-run') ? 1e-10 : 1e-11;
    for (const iteration of iterations) {
      const ofBatch = evaluateTrace(traceAt(iteration), training.givenAt(iteration), float64);
      const moved = training.names.map((name, i) => [name, training.parametersAt(iteration)[i]!] as const);
      const ofAll = evaluateTrace(whole, new Map([...readGiven(whole, float64), ...moved]), float64);
      const here = listed.filter((each) => each.iteration === iteration);
      expect(here.flatMap((each) => offBy(each, here, each.ofAll ? ofAll : ofBatch, tolerance))).toEqual([]);
    }
  };
  if (!beyondDoubles(file.tags)) test('in doubles, updated on the tape', patience, inDoubles);

  test('in decimals, to 12 digits', patience, () => {
    let moved: ReadonlyMap<string, Decimal> = new Map();
    // Decimals take a second for a thousand updates.
    const last = iterations.filter((iteration) => iteration <= 100).at(-1)!;
    for (let iteration = 0; iteration <= last; iteration++) {
      const [ofBatch, ofAll] = [traceAt(iteration), whole].map((trace) => ({
        outcomes: evaluateTrace(trace, new Map([...readGiven(trace, system), ...moved]), system),
        zeros: zerosOf(trace, iteration),
      })) as [Evaluated, Evaluated];
      const wrong = listed
        .filter((each) => each.iteration === iteration)
        .flatMap((each) => each.values.map((value) => ({ ...value, at: each.ofAll ? ofAll : ofBatch })))
        .filter(({ ref, text, at: { outcomes, zeros } }) => {
          const { approx, exact } = valueIn(outcomes, ref);
          if (text === '0') return exact?.n !== 0n && !zeros(ref);
          return roundText(approx.toString(), 12) !== roundText(text, 12);
        });
      expect(wrong.map(({ ref, text }) => [ref, text])).toEqual([]);
      moved = new Map(
        whole.moved.map((name) => [name, after(ofBatch.outcomes, name) ?? valueIn(ofBatch.outcomes, name)]),
      );
    }
  });
});

interface Evaluated {
  readonly outcomes: Outcomes<Decimal>;
  readonly zeros: IsZero;
}

function valueIn<T>(outcomes: Outcomes<T>, ref: string): T {
  const outcome = outcomes.get(ref);
  if (!outcome || 'failure' in outcome) throw new Error(`${ref} has no value.`);
  return outcome.value;
}

const after = <T>(outcomes: Outcomes<T>, name: string): T | undefined =>
  outcomes.has(updateOf(name)) ? valueIn(outcomes, updateOf(name)) : undefined;

/** The values of a tensor that are off by more than the case format allows. */
function offBy(
  tensor: Listed,
  all: readonly Listed[],
  outcomes: Outcomes<number>,
  tolerance: number,
): readonly string[] {
  const largest = (of: readonly Listed[]): number =>
    Math.max(...of.flatMap(({ values }) => values.map(({ text }) => Math.abs(Number(text)))));
  const section = all.filter(({ section }) => section === tensor.section);
  const allowed = Math.max(tolerance * largest([tensor]), 1e-14 * largest(section));
  return tensor.values
    .filter(({ ref, text }) => !(Math.abs(valueIn(outcomes, ref) - Number(text)) <= allowed))
    .map(({ ref, text }) => `${tensor.section}: ${ref} is ${valueIn(outcomes, ref)}, not ${text}`);
}
