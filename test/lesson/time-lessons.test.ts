import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readLesson } from '../../src/lesson/read-lesson.js';
import { initialState, loadTensors, loadTraining, Run, setupOf, traceOf, type Lesson } from '../../src/index.js';
import { formatNumber } from '../../src/numbers/digits.js';
import { readCase } from '../trace/case.js';

await loadTensors();
await loadTraining();

const lessonOf = (id: string): Promise<Lesson> => readLesson(readFileSync(`lessons/${id}.md`, 'utf8'), `${id}.md`);
const runOf = (lesson: Lesson, choices = {}, edits = {}): Run =>
  new Run(traceOf(setupOf({ ...initialState(lesson), choices, edits })));

const optimizers = await lessonOf('optimizers');
const chain = await lessonOf('vanishing-gradient');
const lstm = await lessonOf('lstm');

describe('optimizers', () => {
  test.each([
    ['sgd-fast', 'd2l-gd-diverges'],
    ['momentum', 'd2l-momentum-05'],
    ['rmsprop-inside', 'd2l-rmsprop'],
  ])('%s comes where the case %s comes after 20 updates', (optimiser, id) => {
    const { expected } = readCase(id);
    const numbers = runOf(optimizers, { optimiser }).at(20);
    const [w1, w2] = (expected.updated_params!['w'] as readonly string[]).map(Number);
    expect(numbers.double('w1')).toBeCloseTo(w1!, 10);
    expect(numbers.double('w2')! / w2!).toBeCloseTo(1, 6);
    expect(numbers.double('L')! / Number(expected.loss_after)).toBeCloseTo(1, 6);
  });

  test.each([
    ['momentum', 'momentum-velocity', 0.6],
    ['nesterov', 'nesterov-velocity', 0.3],
  ])('%s and %s give the same weights, and one v is minus the rate times the other', (torch, keras, rate) => {
    const [a, b] = [torch, keras].map((optimiser) => runOf(optimizers, { optimiser })) as [Run, Run];
    for (const updates of [1, 2, 7, 20]) {
      expect(b.at(updates).double('w1')).toBeCloseTo(a.at(updates).double('w1')!, 12);
      expect(b.at(updates).double('w2')).toBeCloseTo(a.at(updates).double('w2')!, 12);
      expect(b.at(updates).double('w1.v')).toBeCloseTo(-rate * a.at(updates).double('w1.v')!, 12);
    }
  });

  test('Adam’s first step is the rate in the gradient’s sign, whatever the slope', () => {
    const numbers = runOf(optimizers, { optimiser: 'adam' }).at(0);
    for (const weight of ['w1', 'w2']) {
      const step = numbers.double(`update/${weight}`)! - numbers.double(weight)!;
      expect(step).toBeCloseTo(-0.4 * Math.sign(numbers.double(`backward/${weight}`)!), 6);
    }
  });
});

describe('vanishing-gradient', () => {
  test('with 30 layers the gradients are those of the case', () => {
    const { gradients, loss } = readCase('deep-sigmoid-30').expected;
    const numbers = runOf(chain, {}, { T: '30' }).at(0);
    expect(numbers.double('L')).toBeCloseTo(Number(loss), 12);
    for (let layer = 1; layer <= 30; layer++) {
      const [[right]] = gradients[`W${layer}`] as readonly [readonly [string]];
      expect(numbers.double(`backward/w[${layer}]`)! / Number(right), `layer ${layer}`).toBeCloseTo(1, 10);
    }
  });

  test.each([
    ['good', '0.82', '0.09'],
    ['bad', '0.98', '0.20'],
  ])('Nielsen’s neuron from its %s start', (start, before, after) => {
    const run = runOf(chain, { start });
    expect(run.at(0).double('a[1]')!.toFixed(2)).toBe(before);
    expect(run.at(300).double('a[1]')!.toFixed(2)).toBe(after);
  });

  test.each(chain.conventions[0]!.choices.map(({ id }) => [id]))('%s stands at every depth on offer', (choice) => {
    for (const T of ['2', '7', '30']) {
      const { trace } = runOf(chain, { chain: choice }, { T });
      expect(trace.find(`backward/z[${T}]`)).toBeDefined();
      expect(trace.find(`backward/z[${Number(T) + 1}]`)).toBeUndefined();
    }
  });
});

describe('lstm', () => {
  test('rounded by hand to 5 digits it prints what the source prints', async () => {
    const rounded = runOf(lstm).onPaper(0, 5);
    const exact = runOf(lstm).at(0);
    await Promise.all([rounded, exact].map((numbers) => numbers.confirm(['c[1]', 'h[2]'], 5)));
    const shown = (numbers: typeof exact, ref: string): string => formatNumber(numbers.show(ref, 5)!.plain);
    expect([shown(rounded, 'c[1]'), shown(rounded, 'h[2]')]).toEqual(['0.78572', '0.77197']);
    expect([shown(exact, 'c[1]'), shown(exact, 'h[2]')]).toEqual(['0.78573', '0.77198']);
  });

  test('over ten steps the gradient reaches the first input through the memory, and hardly through an Elman cell', () => {
    const first = (cell: string): number =>
      Math.abs(runOf(lstm, { cell, sequence: 'ten' }).at(0).double('backward/x[1,1]')!);
    expect(first('lstm') / first('elman')).toBeGreaterThan(1000);
  });
});
