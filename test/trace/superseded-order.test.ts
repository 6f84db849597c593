import { expect, test } from 'vitest';
import { roundText } from '../../src/numbers/digits.js';
import { float64 } from '../../src/numbers/float64.js';
import { evaluateTrace } from '../../src/trace/evaluate-trace.js';
import { record } from '../../src/training/record.js';
import { Training } from '../../src/training/train.js';
import { mazur } from './mazur.js';

const trace = mazur({ 'update-order': 'updated' });
const training = new Training(record(trace), trace);

function shown(ref: string, iteration: number, digits = 9): string {
  const outcome = evaluateTrace(trace, training.givenAt(iteration), float64).get(ref);
  if (!outcome || 'failure' in outcome) throw new Error(`${ref} has no value.`);
  return roundText(String(outcome.value), digits);
}

test('with already updated weights the superseded totals of the source come out', async () => {
  await training.train(10_000);
  expect(shown('E_total', 1)).toBe('0.291027924');
  expect(shown('w1', 1)).toBe('0.149817639');
  expect(shown('out_o1', 10_000, 8)).toBe('0.015912196');
  expect(shown('out_o2', 10_000)).toBe('0.984065734');
  expect(shown('E_total', 10_000, 6)).toBe('0.0000350848');
});

test('an update stands where it happens, and what comes after shows the new weight', () => {
  const refs = trace.walk.map(({ ref }) => ref);
  expect(refs.indexOf('update/w5')).toBeLessThan(refs.indexOf('backward/out_h1'));
  expect(refs.indexOf('update/w5')).toBeGreaterThan(refs.indexOf('backward/w8'));
  const local = trace.find('local/net_o1/out_h1');
  expect(local?.formula).toEqual({ kind: 'name', name: 'update/w5' });
});
