import { beforeAll, expect, test } from 'vitest';
import { add, exp, log, mul, sub } from '../../src/formula/build.js';
import { evaluate } from '../../src/interpret/evaluate.js';
import { NoValue } from '../../src/numbers/number-system.js';
import { Polynomials } from '../../src/numbers/polynomial.js';
import { readFormula } from '../../src/program/read-formula.js';

// Loads mathjs, which may take longer than a test may.
beforeAll(async () => void (await readFormula('x')), 60_000);

const given: Readonly<Record<string, string>> = { a: '0.3', b: '-1.7', c: '2.25' };

/** Whether a formula over a, b and c is exactly 0, as far as cancelling tells. */
async function isZero(text: string): Promise<boolean> {
  const system = new Polynomials();
  return evaluate(await readFormula(text), (name) => system.read(given[name]!), system)?.size === 0;
}

// prettier-ignore
test.each([
  'exp(a) - exp(a)',
  'exp(a)*2 - exp(a) - exp(a)',
  'exp(a)/exp(a) - 1',
  '(a - (a + b)/2)*exp(c) + (b - (a + b)/2)*exp(c)',
  'exp(a)*log(c) - log(c)*exp(a)',
  '(exp(a) + log(c))^2 - exp(a)^2 - 2*exp(a)*log(c) - log(c)^2',
  'exp(a)^3/exp(a) - exp(a)*exp(a)',
  'sigmoid(a + b) - sigmoid(b + a)',
  '1/(exp(a) + log(c)) - 1/(log(c) + exp(a))',
  '0*exp(a)',
  '(a + 1.7 + b - a)/exp(c)',
])('%s is exactly 0', async (text) => {
  expect(await isZero(text)).toBe(true);
});

// prettier-ignore
test.each([
  'exp(a) - exp(b)',
  'exp(a) - 1.3498588075760032',
  'exp(a + b) - exp(a)*exp(b)',
  'sigmoid(a) + sigmoid(-a) - 1',
  'exp(a)*1e-300',
])('%s is not known to be 0: it is not, or not because anything cancels', async (text) => {
  expect(await isZero(text)).toBe(false);
});

test('a division by what cancels has no value', async () => {
  await expect(isZero('a/(exp(b) - exp(b))')).rejects.toThrow(NoValue);
});

test('a sum of very many different products is given up, not computed for ever', () => {
  const system = new Polynomials();
  const product = mul(...Array.from({ length: 14 }, (_, i) => add(exp(i + 1), log(i + 2))));
  expect(evaluate(sub(product, product), () => null, system)).toBe(null);
});
