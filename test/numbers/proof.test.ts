import { beforeAll, describe, expect, test } from 'vitest';
import { add, call, div, exp, log, mul, number, sqrt, step, sub } from '../../src/formula/build.js';
import type { Formula } from '../../src/formula/formula.js';
import { evaluate } from '../../src/interpret/evaluate.js';
import { decimals, type Decimal } from '../../src/numbers/decimal.js';
import { NoValue } from '../../src/numbers/number-system.js';
import { exactValue, prove, type EvaluateAt, type Proof } from '../../src/numbers/proof.js';

// The first use loads mathjs, which may take a while on a busy machine.
beforeAll(() => decimals(40), 60_000);

const noNames = (name: string): never => {
  throw new Error(`No value for ${name}`);
};

/** Evaluates formulas by their key, as a trace would; one that has no value is left out. */
function evaluating(formulas: Readonly<Record<string, Formula>>, asked: number[] = []): EvaluateAt {
  return async (precision) => {
    asked.push(precision);
    const system = await decimals(precision);
    const values = new Map<string, Decimal>();
    for (const [ref, formula] of Object.entries(formulas)) {
      try {
        values.set(ref, evaluate(formula, noNames, system));
      } catch (error) {
        if (!(error instanceof NoValue)) throw error;
      }
    }
    return values;
  };
}

const proofOf = async (formula: Formula, digits = 9): Promise<Proof | undefined> =>
  (await prove(evaluating({ it: formula }), ['it'], digits)).get('it');

const saturated = call('sigmoid', 400);
const root = sqrt(2);
const noise = sub(mul(root, root), 2);

describe('digits are proven', () => {
  test.each([
    ['an exact decimal', add(number('0.1'), number('0.2')), 9, 'exact', '0.3'],
    ['a fraction', div(1, 3), 9, 'rounded', '0.333333333'],
    ['a tie in the decimals', number('0.0245'), 2, 'rounded', '0.025'],
    ['a tie after a product', mul(number('0.35'), number('0.07')), 2, 'rounded', '0.025'],
    ['a root', root, 9, 'rounded', '1.41421356'],
    ['many digits', root, 30, 'rounded', '1.41421356237309504880168872421'],
    ['a root that comes out whole', mul(root, root), 9, 'rounded', '2.00000000'],
    ['a saturated sigmoid', saturated, 9, 'rounded', '1.00000000'],
    ['its slope as textbooks write it', mul(saturated, sub(1, saturated)), 2, 'rounded', '1.9e-174'],
    ['an exact zero', sub(mul(3, div(1, 3)), 1), 9, 'exact', '0'],
    ['a zero factor', mul(0, root), 9, 'exact', '0'],
    ['a sign that is clear', mul(3, step(root)), 9, 'exact', '3'],
  ])('%s', async (_, formula, digits, kind, plain) => {
    const proof = await proofOf(formula, digits);
    expect(proof).toMatchObject({ kind, shown: { plain, exact: kind === 'exact', provisional: false } });
  });
});

describe('what cannot be proven is not claimed', () => {
  test('noise that shrinks with the precision is a bound, not a number and not 0', async () => {
    const proof = await proofOf(noise);
    expect(proof).toMatchObject({ kind: 'bound', shown: { plain: '0', exact: false } });
    expect(Number(proof!.shown.bound!.slice(2))).toBeLessThan(-900);
  });

  test('a value that is 0 at every precision is a bound too', async () => {
    const proof = await proofOf(sub(exp(1), exp(1)));
    expect(proof).toMatchObject({ kind: 'bound', shown: { plain: '0', exact: false, bound: '1e-910' } });
  });

  test('a tie that only irrational steps lead to stays open', async () => {
    const proof = await proofOf(exp(log(number('0.0245'))), 2);
    expect(proof).toMatchObject({ kind: 'open', shown: { plain: '0.025', exact: false, provisional: true } });
    expect(await proofOf(exp(log(number('0.0245'))), 3)).toMatchObject({ kind: 'rounded', shown: { plain: '0.0245' } });
  });

  test('a step of noise stays open', async () => {
    expect(await proofOf(add(root, step(noise)))).toMatchObject({ kind: 'open', shown: { provisional: true } });
  });

  test('a comparison of saturated units is decided by more digits', async () => {
    const compared = call('larger', call('sigmoid', 210), call('sigmoid', 200));
    expect(await proofOf(compared)).toMatchObject({ kind: 'exact', shown: { plain: '1' } });
  });
});

test('a value that appears only with more digits is found', async () => {
  expect(await proofOf(log(sub(1, call('sigmoid', 200))))).toMatchObject({ shown: { plain: '-200.000000' } });
});

test('a reference without a value is left out, the others are proven', async () => {
  const proofs = await prove(evaluating({ bad: log(-1), good: root }), ['bad', 'good', 'unknown'], 3);
  expect([...proofs.keys()]).toEqual(['good']);
});

test('ordinary values take two evaluations; precision is raised for the others alone', async () => {
  const asked: number[] = [];
  await prove(evaluating({ a: root, b: div(1, 3) }, asked), ['a', 'b'], 9);
  expect(asked).toEqual([40, 70]);
  await prove(evaluating({ a: mul(saturated, sub(1, saturated)) }, asked), ['a'], 9);
  expect(asked.slice(2)).toEqual([40, 70, 80, 110, 160, 190, 320, 350]);
});

describe('the exact value', () => {
  test.each([
    ['a short fraction', div(-151, 400), '-151/400', true],
    ['a whole number', add(1, 2), '3', true],
    ['zero', sub(1, 1), '0', true],
    ['a root', root, '1.41421356237309504880168872421', false],
    ['a long fraction', div(1, number(`1${'0'.repeat(70)}3`)), '1.00000000000000000000000000000e-71', false],
    ['no value', log(-1), '', false],
  ])('%s', async (_, formula, plain, exact) => {
    expect(await exactValue(evaluating({ it: formula }), 'it')).toEqual({ plain, exact });
  });
});
