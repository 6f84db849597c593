import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import {
  initialState,
  loadTraining,
  Run,
  setupOf,
  traceOf,
  withConvention,
  withValue,
  type LessonState,
} from '../../src/index.js';
import { readProgram } from '../../src/read.js';
import { readMazur } from './lesson.js';

let start: LessonState;
beforeAll(async () => {
  start = initialState(await readMazur());
  await loadTraining();
});

const runOf = (state: LessonState): Run => new Run(traceOf(setupOf(state)));

test('doubles first, then proven digits', async () => {
  const numbers = runOf(start).at(0);
  expect(numbers.show('backward/w5', 9)).toEqual({ plain: '0.0821670406', exact: false, provisional: true });
  expect(await numbers.confirm(['backward/w5'], 9)).toBe(true);
  expect(numbers.show('backward/w5', 9)).toMatchObject({ plain: '0.0821670406', exact: false, provisional: false });
  expect(await numbers.confirm(['backward/w5'], 9)).toBe(false);
});

test('what is rational is exact at once, and what was typed stays as typed', () => {
  const numbers = runOf(start).at(0);
  expect(numbers.show('net_h1', 9)).toEqual({ plain: '0.3775', exact: true, provisional: false });
  expect(numbers.show('i2', 9)).toMatchObject({ plain: '0.10', exact: true });
  expect(numbers.show('local/net_o1/out_h1', 9)).toMatchObject({ plain: '0.40', exact: true });
});

test('the tenth iteration is proven from the beginning, and agrees with the independent case', async () => {
  type Case = { expected: { steps: { step: number; loss_before: string }[] } };
  const { expected } = JSON.parse(readFileSync('test/fixtures/cases/mazur-10000.json', 'utf8')) as Case;
  const loss = expected.steps.find(({ step }) => step === 10)!.loss_before;
  const numbers = runOf(start).at(9);
  await numbers.confirm(['E_total'], 15);
  const shown = numbers.show('E_total', 15)!;
  expect(shown.provisional).toBe(false);
  expect(Number(loss)).toBeCloseTo(Number(shown.plain), 15);
  expect(loss.slice(0, 15)).toBe(shown.plain.slice(0, 15));
});

test('a saturated unit’s slope is shown with its exponent, not as 0', async () => {
  // net_h1 = 400·0.05 + 0.20·0.10 + 400 is so large that 1 − out underflows in doubles.
  const numbers = runOf(withValue(withValue(start, 'b1', '400'), 'w1', '400')).at(0);
  expect(numbers.double('local/out_h1/net_h1')).not.toBe(0);
  await numbers.confirm(['local/out_h1/net_h1'], 9);
  const shown = numbers.show('local/out_h1/net_h1', 9)!;
  expect(shown.provisional).toBe(false);
  expect(shown.plain).toMatch(/^\d\.\d{8}e-18\d$/);
});

test('an input of 0 makes a gradient that is exactly 0', async () => {
  const numbers = runOf(withValue(start, 'i1', '0')).at(0);
  await numbers.confirm(['backward/w1'], 9);
  expect(numbers.show('backward/w1', 9)).toMatchObject({ plain: '0', exact: true, provisional: false });
});

test('the exact value is a fraction where there is one, otherwise 30 digits', async () => {
  const numbers = runOf(start).at(0);
  expect(await numbers.exact('net_h1')).toEqual({ plain: '151/400', exact: true });
  expect(await numbers.exact('out_h1')).toEqual({ plain: '0.593269992107187255173654561579', exact: false });
});

test('paper mode rounds every intermediate as a person would', async () => {
  const paper = runOf(start).onPaper(0, 3);
  expect(paper.show('out_h1', 3)).toBeUndefined();
  await paper.confirm([], 3);
  // 0.3775 is rounded to 0.378 before the sigmoid sees it; then 1/(1 + e^−0.378) = 0.59339…
  expect(paper.show('net_h1', 3)).toMatchObject({ plain: '0.378' });
  expect(paper.show('out_h1', 3)).toMatchObject({ plain: '0.593' });
});

test.each([
  ['biases', 'per-neuron', '0.280471446791'],
  ['biases', 'shared', '0.285750886699'],
  ['update-order', 'updated', '0.291027923905'],
  ['biases', 'frozen', '0.291027773694'],
])('%s %s: the loss after one update is %s', async (convention, choice, loss) => {
  const numbers = runOf(withConvention(start, convention, choice)).at(1);
  await numbers.confirm(['E_total'], 12);
  expect(numbers.show('E_total', 12)).toMatchObject({ plain: loss, provisional: false });
});

test('a proof beyond many updates can be cancelled', async () => {
  const abort = new AbortController();
  const progress: number[] = [];
  const proof = runOf(start)
    .at(100_000)
    .confirm(['E_total'], 9, {
      signal: abort.signal,
      onProgress: (done) => {
        progress.push(done);
        if (progress.length === 2) abort.abort();
      },
    });
  await expect(proof).rejects.toThrow();
  expect(progress.length).toBe(2);
});

test('where the loss has no value, neither has any gradient or update', async () => {
  const text = 'E_total = log(w1)';
  const program = { text, program: await readProgram(text, { loss: 'E_total' }) };
  const numbers = runOf({ ...start, program, edits: { w1: '-1' } }).at(0);
  for (const ref of ['E_total', 'backward/w1', 'update/w1']) {
    expect(numbers.show(ref, 9)).toBeUndefined();
    expect(numbers.failure(ref)?.ref).toBe('E_total');
  }
});
