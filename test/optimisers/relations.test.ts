import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { initialState, loadTensors, loadTraining, runOf, type Lesson, type Run } from '../../src/index.js';
import { readFormula } from '../../src/program/read-formula.js';
import { readLesson } from '../../src/read-file.js';

// Loads mathjs, which may take longer than a test may.
beforeAll(async () => {
  await readFormula('x');
  await loadTensors();
  await loadTraining();
}, 60_000);

interface Parts {
  readonly update: string;
  readonly w?: string;
  readonly batches?: string;
  /** Added to the loss. */
  readonly penalty?: string;
}

const read = ({ update, w = '[0.4, -0.6]', batches = '', penalty = '' }: Parts): Promise<Lesson> =>
  readLesson(
    `---
id: own
title: T
summary: s.
program: |
  a[n] = tanh(sum(x[n,j]*w[j], j))
  L = mean((a - t)^2)${penalty}
loss: L
inputs: { x: [[0.5, -1], [1.5, 0.7], [-0.4, 0.2], [0.3, 0.9], [-1.1, 0.6]] }
targets: { t: [1, -0.5, 0.3, 0, -0.8] }
parameters: { w: ${w} }
trained: [w]
update: { ${update} }
${batches && `batches: ${batches}`}
sources: [{ title: a, url: "https://example.org/" }]
---
`,
    'own.md',
  );

const runOfLesson = async (parts: Parts): Promise<Run> => runOf(initialState(await read(parts)));

const weights = ['w[1]', 'w[2]'];
const at = (run: Run, iteration: number, names: readonly string[]): readonly number[] => {
  const given = run.givenAt(iteration);
  return names.map((name) => given.get(name)!);
};

const close = (ours: readonly number[], theirs: readonly number[]): void =>
  ours.forEach((each, i) => expect(each).toBeCloseTo(theirs[i]!, 12));

describe('two ways to write momentum', () => {
  const anything = fc.tuple(
    fc.double({ min: 0.001, max: 0.5, noNaN: true }),
    fc.double({ min: 0, max: 0.95, noNaN: true }),
    fc.double({ min: -1, max: 1, noNaN: true }),
    fc.constantFrom('momentum', 'nesterov'),
  );
  const plain = (value: number): string => value.toFixed(6);

  test('give the same weights at a constant rate, and v is −rate times the other v', async () => {
    const property = fc.asyncProperty(anything, async ([rate, mu, w, name]) => {
      const parts = { w: `[${plain(w)}, -0.6]` };
      const settings = `settings: { rate: ${plain(rate)}, mu: ${plain(mu)} }`;
      const first = await runOfLesson({ ...parts, update: `optimiser: ${name}, ${settings}` });
      const second = await runOfLesson({ ...parts, update: `optimiser: ${name}-velocity, ${settings}` });
      for (const iteration of [1, 2, 7]) {
        close(at(first, iteration, weights), at(second, iteration, weights));
        const kept = ['w.v[1]', 'w.v[2]'];
        close(
          at(first, iteration, kept).map((v) => -Number(plain(rate)) * v),
          at(second, iteration, kept),
        );
      }
    });
    await fc.assert(property, { numRuns: 20, seed: 7 });
  }, 60_000);

  test('differ once the rate changes', async () => {
    const settings = 'schedule: step, settings: { rate: 0.1, mu: 0.9, every: 1, factor: 0.5 }';
    const [first, second] = await Promise.all(
      ['momentum', 'momentum-velocity'].map((name) => runOfLesson({ update: `optimiser: ${name}, ${settings}` })),
    );
    expect(at(first!, 1, weights)).toEqual(at(second!, 1, weights));
    expect(at(first!, 3, weights)[0]).not.toBeCloseTo(at(second!, 3, weights)[0]!, 6);
  });
});

describe('an L2 penalty in the loss', () => {
  const penalty = ' + 0.05/2*sum(w^2)';

  test('is weight decay for gradient descent', async () => {
    const inLoss = await runOfLesson({ update: 'optimiser: sgd, settings: { rate: 0.2 }', penalty });
    const decay = await runOfLesson({ update: 'optimiser: sgd, with: [l2], settings: { rate: 0.2, decay: 0.05 }' });
    for (const iteration of [1, 10]) close(at(inLoss, iteration, weights), at(decay, iteration, weights));
  });

  test('and decay in front of Adam agree, but AdamW does not', async () => {
    const inLoss = await runOfLesson({ update: 'optimiser: adam, settings: { rate: 0.05 }', penalty });
    const before = await runOfLesson({ update: 'optimiser: adam, with: [l2], settings: { rate: 0.05, decay: 0.05 }' });
    const beside = await runOfLesson({ update: 'optimiser: adamw, settings: { rate: 0.05, decay: 0.05 }' });
    close(at(inLoss, 10, weights), at(before, 10, weights));
    expect(Math.abs(at(before, 10, weights)[0]! - at(beside, 10, weights)[0]!)).toBeGreaterThan(1e-3);
  });
});

describe('with batches', () => {
  const parts: Parts = {
    update: 'optimiser: adam, schedule: cosine, settings: { rate: 0.1, period: 10 }',
    batches: '{ size: 2, order: shuffle, seed: 3 }',
  };

  test('every epoch sees each sample once, and the last batch is the smaller one', async () => {
    const run = await runOfLesson(parts);
    const epochs = [0, 1, 2].map((epoch) => [0, 1, 2].map((batch) => run.on(3 * epoch + batch).trace.setup.sampling!));
    for (const [i, epoch] of epochs.entries()) {
      expect(epoch.flatMap(({ samples }) => samples).sort()).toEqual([1, 2, 3, 4, 5]);
      expect(epoch.map(({ samples, isSmaller }) => [samples.length, isSmaller])).toEqual([
        [2, false],
        [2, false],
        [1, true],
      ]);
      expect(epoch.map(({ epoch, batch, batches }) => [epoch, batch, batches])).toEqual([
        [i + 1, 1, 3],
        [i + 1, 2, 3],
        [i + 1, 3, 3],
      ]);
    }
    const orders = epochs.map((epoch) => epoch.flatMap(({ samples }) => samples).join());
    expect(new Set(orders).size).toBe(3);
  });

  test('the numbers of an iteration are those of its batch, and decimals prove the doubles', async () => {
    const run = await runOfLesson(parts);
    for (const iteration of [0, 2, 4]) {
      const { setup } = run.on(iteration).trace;
      const numbers = run.at(iteration);
      const [first] = setup.sampling!.samples;
      const whole = setup.sampling!.whole.find(({ name }) => name === `x[${first},1]`)!;
      expect(numbers.show('x[1,1]', 6)).toMatchObject({ plain: whole.text });
      const refs = ['L', 'backward/w[1]', 'update/w.m[1]', 'update/step.rate', 'update/w[2]'];
      const doubles = refs.map((ref) => numbers.double(ref)!);
      await numbers.confirm(refs, 12);
      refs.forEach((ref, i) => {
        const shown = numbers.show(ref, 12)!;
        expect(shown.provisional).toBeFalsy();
        expect(doubles[i]).toBeCloseTo(Number(shown.plain), 10);
      });
    }
  });

  test('an edit means a sample, whichever batch it is in', async () => {
    const lesson = await read(parts);
    const run = runOf({ ...initialState(lesson), edits: { 'x[4,1]': '9' } });
    const found = [0, 1, 2].map((iteration) => {
      const { given, sampling } = run.on(iteration).trace.setup;
      return given.filter(({ text }) => text === '9').map(({ name }) => [name, sampling!.samples.indexOf(4) + 1]);
    });
    const row = found.flat()[0]![1];
    expect(found.flat()).toEqual([[`x[${row},1]`, row]]);
  });

  test('paper mode follows the batches too', async () => {
    const run = await runOfLesson(parts);
    const paper = run.onPaper(3, 8);
    await paper.confirm([], 8);
    expect(paper.double('w[1]')).toBeCloseTo(run.at(3).double('w[1]')!, 6);
  });
});
