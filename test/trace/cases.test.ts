import { describe, expect, test } from 'vitest';
import { decimals, type Decimal } from '../../src/numbers/decimal.js';
import { roundText } from '../../src/numbers/digits.js';
import { float64 } from '../../src/numbers/float64.js';
import { evaluateTrace, readGiven, type Outcomes } from '../../src/trace/evaluate-trace.js';
import { zerosOf } from '../../src/state/zeros.js';
import { updateOf } from '../../src/trace/reference.js';
import { traceOf } from '../../src/trace/trace.js';
import { record } from '../../src/training/record.js';
import { Training } from '../../src/training/train.js';
import { setupOfCase } from './case-program.js';
import { listedIn, type Listed } from './case-values.js';
import { caseIds, readCase } from './case.js';

/** What these cases need comes with a later issue: state of an optimiser, mini-batches, windows. */
const later = ['rnn', 'lstm', 'gru', 'conv', 'maxpool', 'minibatch', 'optimizer'];

const all = (['cases', 'recorded'] as const).flatMap((folder) =>
  caseIds(folder).map((id) => ({ id, file: readCase(id, folder) })),
);
const read = all.filter(({ file }) => !file.tags.some((tag) => later.includes(tag)));
const notYet = all.filter((each) => !read.includes(each)).map(({ id }) => id);

test('the cases that are not read yet are these', () => {
  expect(notYet).toEqual([
    'adam-theta-squared',
    'conv1d-relu-maxpool-dense',
    'cs231n-maxpool-forward',
    'cs231n-rmsprop',
    'cs231n-rnn-step',
    'cs231n-sgd-momentum',
    'd2l-corr2d',
    'd2l-gd-diverges',
    'd2l-momentum-05',
    'd2l-rmsprop',
    'gru-3steps',
    'lstm-gomez',
    'minibatch-2x2',
    'opt-adam',
    'opt-adamw',
    'opt-nesterov',
    'rnn-3-many-to-many',
  ]);
});

/** Doubles do not reach these values; the decimals do. */
const beyondDoubles = (tags: readonly string[]): boolean => tags.includes('extreme') || tags.includes('cancellation');

const ordinary = await decimals(40);
const fine = await decimals(520);

// A busy machine needs longer than the usual five seconds.
const patience = { timeout: 60_000 };

describe.each(read)('$id', async ({ file }) => {
  const trace = traceOf(await setupOfCase(file));
  const system = beyondDoubles(file.tags) ? fine : ordinary;
  const listed = listedIn(file);
  const iterations = [...new Set(listed.map(({ iteration }) => iteration))].sort((a, b) => a - b);

  const inDoubles = async (): Promise<void> => {
    const training = new Training(record(trace), trace);
    await training.train(iterations.at(-1)!);
    const tolerance = file.tags.includes('long-run') ? 1e-10 : 1e-11;
    for (const iteration of iterations) {
      const outcomes = evaluateTrace(trace, training.givenAt(iteration), float64);
      const here = listed.filter((each) => each.iteration === iteration);
      expect(here.flatMap((each) => offBy(each, here, outcomes, tolerance))).toEqual([]);
    }
  };
  if (!beyondDoubles(file.tags)) test('in doubles, updated on the tape', patience, inDoubles);

  test('in decimals, to 12 digits', patience, () => {
    let start: ReadonlyMap<string, Decimal> = readGiven(trace, system);
    // Decimals take a second for a thousand updates.
    const last = iterations.filter((iteration) => iteration <= 100).at(-1)!;
    for (let iteration = 0; iteration <= last; iteration++) {
      const outcomes = evaluateTrace(trace, start, system);
      const zeros = zerosOf(trace, iteration);
      const values = listed.filter((each) => each.iteration === iteration).flatMap((each) => each.values);
      const wrong = values.filter(({ ref, text }) => {
        const { approx, exact } = valueIn(outcomes, ref);
        if (text === '0') return exact?.n !== 0n && !zeros(ref);
        return roundText(approx.toString(), 12) !== roundText(text, 12);
      });
      expect(wrong).toEqual([]);
      start = new Map([...start].map(([name, value]) => [name, after(outcomes, name) ?? value]));
    }
  });
});

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
