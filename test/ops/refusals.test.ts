import { beforeAll, describe, expect, test } from 'vitest';
import { decimals, type Decimal } from '../../src/numbers/decimal.js';
import { float64 } from '../../src/numbers/float64.js';
import { fraction } from '../../src/numbers/fraction.js';
import { NoValue, type NumberSystem } from '../../src/numbers/number-system.js';
import { opNamed } from '../../src/ops/index.js';
import { computed } from './apply.js';

const refused: readonly (readonly [string, readonly string[], string])[] = [
  ['log', ['-2'], 'The logarithm of −2 has no value: it needs a number above 0.'],
  ['log', ['0'], 'The logarithm of 0 has no value: it needs a number above 0.'],
  ['log', ['-2.5e-30'], 'The logarithm of −2.5 × 10⁻³⁰ has no value: it needs a number above 0.'],
  ['log1p', ['-1'], 'The logarithm of 1 + (−1) has no value: it needs a number above 0.'],
  ['sqrt', ['-0.25'], 'The square root of the negative number −0.25 has no value.'],
  ['div', ['3', '0'], '3 / 0 has no value: nothing can be divided by 0.'],
  ['div', ['0', '0'], '0 / 0 has no value.'],
  ['pow', ['0', '-1'], '0 to the power −1 has no value.'],
  [
    'bce',
    ['0', '1'],
    'The cross-entropy of 0 with the target 1 has no value: it contains the logarithm of p, and that is 0.',
  ],
  [
    'bce',
    ['1', '0'],
    'The cross-entropy of 1 with the target 0 has no value: it contains the logarithm of 1 − p, and that is 0.',
  ],
  [
    'bce',
    ['0', '0.1'],
    'The cross-entropy of 0 with the target 0.1 has no value: it contains the logarithm of p, and that is 0.',
  ],
  [
    'bce',
    ['-0.2', '0'],
    'The cross-entropy of −0.2 with the target 0 has no value: a probability is at least 0 and at most 1.',
  ],
  [
    'bce',
    ['1.5', '1'],
    'The cross-entropy of 1.5 with the target 1 has no value: a probability is at least 0 and at most 1.',
  ],
  ['pow', ['-8', '0.5'], 'The negative number −8 to the fractional power 0.5 has no value.'],
];

let decimal: NumberSystem<Decimal>;
beforeAll(async () => {
  decimal = await decimals(40);
}, 60_000);

const refusal = <T>(op: string, inputs: readonly string[], system: NumberSystem<T>): NoValue | undefined => {
  try {
    computed(
      opNamed(op),
      inputs.map((input) => system.read(input)),
      system,
    );
    return undefined;
  } catch (error) {
    if (error instanceof NoValue) return error;
    throw error;
  }
};

describe('an op says why it has no value', () => {
  test.each(refused)('%s(%s)', (op, inputs, sentence) => {
    for (const error of [refusal(op, inputs, float64), refusal(op, inputs, fraction), refusal(op, inputs, decimal)]) {
      expect(error?.message).toBe(sentence);
    }
    expect(refusal(op, inputs, decimal)?.provisional).toBe(false);
  });
});

describe('an op accepts what only looks forbidden', () => {
  test.each([
    ['log', '1e-400'],
    ['log1p', '-0.9999999999999999999999999'],
    ['sqrt', '0'],
    ['bce', '0', '0'],
    ['bce', '1', '1'],
    ['bce', '1e-400', '1'],
    ['bce', '0.9999999999999999999999999', '0'],
  ])('%s(%s)', (op, ...inputs) => {
    expect(refusal(op, inputs, decimal)).toBeUndefined();
    expect(refusal(op, inputs, fraction)).toBeUndefined();
  });

  test('a whole power of a negative number, in every system', () => {
    expect(computed(opNamed('pow'), [-2, 3], float64)).toBe(-8);
    expect(computed(opNamed('pow'), [decimal.read('-2'), decimal.read('3')], decimal).approx.toString()).toBe('-8');
    expect(refusal('pow', ['-2', '3.0000000000000000000000001'], decimal)).toBeInstanceOf(NoValue);
  });
});

test('a refusal that more digits may lift is provisional', () => {
  const saturated = computed(opNamed('sigmoid'), [decimal.read('200')], decimal);
  const rest = computed(opNamed('sub'), [decimal.read('1'), saturated], decimal);
  expect(() => computed(opNamed('log'), [rest], decimal)).toThrow(expect.objectContaining({ provisional: true }));
  expect(() => computed(opNamed('bce'), [saturated, decimal.read('0.9')], decimal)).toThrow(
    expect.objectContaining({ provisional: true }),
  );
  expect(() => computed(opNamed('log'), [0], float64)).toThrow(expect.objectContaining({ provisional: true }));
  expect(() => computed(opNamed('log'), [-1], float64)).toThrow(expect.objectContaining({ provisional: false }));
});

test('overflow is said in words', () => {
  expect(refusal('exp', ['1e10'], decimal)?.message).toMatch(/^The number is too large to compute with: it overflows/);
  expect(refusal('pow', ['10', '1e12'], decimal)?.message).toMatch(/^The number is too large/);
});
