import { expect, test } from 'vitest';
import { compare, rowOf, significantDigits } from '../../components/published/compare.js';
import { roundText, type Numbers } from '../../src/index.js';

/** The numbers of an iteration in which there is one value, known to its last digit. */
function numbersWith(value: string | undefined): Numbers {
  return {
    iteration: 0,
    double: () => (value === undefined ? undefined : Number(value)),
    show: (_, digits) =>
      value === undefined ? undefined : { plain: roundText(value, digits), exact: false, provisional: false },
    failure: () => undefined,
    kinks: () => [],
    confirm: () => Promise.resolve(false),
    exact: () => Promise.reject(new Error('not asked for')),
  };
}

const verdict = (printed: string, ours: string | undefined) =>
  compare(rowOf({ ref: 'backward/w5', printed }), numbersWith(ours)).verdict;

test.each([
  ['0.3775', '0.3775', 'agrees'],
  ['0.75136507', '0.751365069552315', 'agrees'],
  ['0.511301270', '0.511301270239', 'agrees'],
  ['0.19956143', '0.199561432266', 'agrees'],
  ['−0.019049119', '-0.0190491182583', 'differs'],
  ['-0.019049118', '-0.0190491182583', 'agrees'],
  ['0.291027924', '0.291027773694', 'differs'],
  ['0.0000351085', '0.0000351018778298', 'differs'],
  ['3.51019e-5', '0.0000351018778298', 'agrees'],
  ['1.0', '0.9996', 'agrees'],
  ['0.025', '0.0245', 'agrees'],
  ['0', '0', 'agrees'],
  ['0.000', '0.0004', 'agrees'],
  ['0.000', '0.0006', 'differs'],
  ['about 3', '3', 'unknown'],
  ['0.5', undefined, 'unknown'],
])('printed %s, ours %s: %s', (printed, ours, expected) => {
  expect(verdict(printed, ours)).toBe(expected);
});

test('the difference is printed minus ours', () => {
  expect(compare(rowOf({ ref: 'E_total@1', printed: '0.291027924' }), numbersWith('0.291027773694')).difference).toBe(
    '1.5e-7',
  );
});

test.each([
  ['0.3775', 4],
  ['0.0000351085', 6],
  ['0.511301270', 9],
  ['12', 2],
  ['1.50e-10', 3],
  ['0.000', 1],
])('%s has %d significant digits', (printed, digits) => {
  expect(significantDigits(printed)).toBe(digits);
});

test('a row stands at its own iteration, by default the first', () => {
  expect(rowOf({ ref: 'E_total@10000', printed: '0.0000351085' })).toMatchObject({
    ref: 'E_total',
    iteration: 10_000,
    ownDigits: 9,
  });
  expect(rowOf({ ref: 'update/w5', printed: '0.35891648' })).toMatchObject({ ref: 'update/w5', iteration: 0 });
});
