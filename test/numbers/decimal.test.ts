import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import * as mathjs from 'mathjs';
import { describe, expect, test } from 'vitest';
import * as build from '../../src/formula/build.js';
import { applyOp, evaluate } from '../../src/interpret/evaluate.js';
import type { Formula } from '../../src/formula/formula.js';
import { decimals, type Decimal } from '../../src/numbers/decimal.js';
import { fraction } from '../../src/numbers/fraction.js';
import { opNamed } from '../../src/ops/index.js';

interface Row {
  readonly op: string;
  readonly input: string;
  readonly digits: number;
  readonly value: string;
}
const rows = JSON.parse(readFileSync(new URL('./tables/functions.json', import.meta.url), 'utf8')) as Row[];

const at40 = await decimals(40);
const of = (formula: Formula, system = at40): Decimal =>
  evaluate(
    formula,
    (name) => {
      throw new Error(name);
    },
    system,
  );
const exactly = (formula: Formula): string | undefined => {
  const { exact } = of(formula);
  return exact ? `${exact.s * exact.n}/${exact.d}` : undefined;
};

describe('functions are right to the last digits of their precision', () => {
  test.each(rows.map((row) => [row.op, row.input, row.digits, row] as const))(
    '%s(%s) to %i',
    async (_, __, ___, row) => {
      const system = await decimals(row.digits);
      const { approx } = applyOp(opNamed(row.op), [system.read(row.input)], system);
      const expected = system.read(row.value).approx;
      const off = approx.minus(expected).abs().div(expected.abs());
      expect(off.cmp(system.read(`1.01e${1 - row.digits}`).approx), approx.toString()).toBeLessThan(1);
    },
  );
});

describe('exactness is carried along', () => {
  const root = build.sqrt(2);
  test.each([
    [build.add(build.number('0.1'), build.number('0.2')), '3/10'],
    [build.sub(build.mul(3, build.div(1, 3)), 1), '0/1'],
    [build.mul(0, root), '0/1'],
    [build.mul(root, build.sub(1, 1)), '0/1'],
    [build.div(0, root), '0/1'],
    [build.exp(0), '1/1'],
    [build.log(1), '0/1'],
    [build.sqrt(build.div(9, 4)), '3/2'],
    [build.pow(build.div(2, 3), build.neg(2)), '9/4'],
    [build.pow(build.div(4, 9), build.div(3, 2)), '8/27'],
    [build.pow(2, 0), '1/1'],
    [build.call('sigmoid', 0), '1/2'],
    [build.call('tanh', 0), '0/1'],
    [build.call('relu', -3), '0/1'],
    [build.max(2, root), '2/1'],
    [build.step(root), '1/1'],
    [build.larger(root, 2), '0/1'],
    [build.larger(2, 2), '1/2'],
    [build.sign(build.neg(root)), '-1/1'],
    [root, undefined],
    [build.max(1, root), undefined],
    [build.exp(1), undefined],
    [build.pow(2, build.div(1, 3)), undefined],
    [build.pow(3, 1000), undefined],
    [build.call('pi'), undefined],
  ])('%#: %o is %s', (formula, expected) => {
    expect(exactly(formula)).toBe(expected);
  });

  test('a huge power is not tried as a fraction', () => {
    expect(of(build.pow(build.number('1.0000001'), build.number('1e9'))).approx.toString()).toMatch(
      /^2\.688103701\d+e\+43$/,
    );
  });

  test('a comparison that rounding decides is doubtful, and never exact', () => {
    const noise = build.sub(build.mul(root, root), 2);
    const [saturated, more] = [build.call('sigmoid', 200), build.call('sigmoid', 210)];
    for (const formula of [build.step(noise), build.larger(saturated, more), build.larger(root, root)]) {
      expect(of(formula)).toMatchObject({ exact: null, doubtful: true });
      expect(of(build.mul(3, formula))).toMatchObject({ exact: null, doubtful: true });
    }
    expect(of(build.max(0, noise))).toMatchObject({ exact: null, doubtful: false });
    expect(of(build.mul(0, build.step(noise)))).toMatchObject({ doubtful: false });
  });

  test('rational arithmetic gives the digits too', () => {
    const small = fc.tuple(fc.integer({ min: -99, max: 99 }), fc.integer({ min: 1, max: 99 }));
    fc.assert(
      fc.property(small, small, fc.constantFrom('add', 'sub', 'mul', 'div', 'max', 'min'), ([a, b], [c, d], op) => {
        if (op === 'div' && c === 0) return;
        const inputs = [build.div(a, b), build.div(c, d)] as const;
        const { approx, exact } = of(build.call(op, ...inputs));
        expect(exact).not.toBeNull();
        const values: Readonly<Record<string, number>> = {
          add: a / b + c / d,
          sub: a / b - c / d,
          mul: (a / b) * (c / d),
          div: a / b / (c / d),
        };
        const value = values[op];
        if (value !== undefined) expect(approx.toNumber()).toBeCloseTo(value, 10);
      }),
    );
  });
});

describe('fractions', () => {
  test.each(['0.10', '-3', '2.1e-48', '.5', '5.', '1e300'])('reads %s', (text) => {
    const value = fraction.read(text)!;
    expect(Number(value.s) * (Number(value.n) / Number(value.d))).toBeCloseTo(Number(text), 12);
  });

  test('does not write out an absurd power of ten', () => {
    expect(fraction.read('1e-999999999')).toBeNull();
    expect(fraction.read('0e999999999')!.n).toBe(0n);
  });

  test('gives up beyond 200 digits, and an exact zero survives', () => {
    const apply = (op: string, ...inputs: Parameters<typeof fraction.apply>[1]) => fraction.apply(opNamed(op), inputs)!;
    let value = fraction.read('0.7123456789');
    for (let i = 0; i < 5; i++) value = value && apply('mul', value, value);
    expect(value).toBeNull();
    expect(apply('mul', value, fraction.read('0'))?.n).toBe(0n);
    expect(apply('add', value, fraction.read('0'))).toBeNull();
  });
});

test('the numbers of mathjs itself keep their precision', async () => {
  const third = (): string => mathjs.bignumber(1).div(3).toString();
  const before = third();
  await decimals(123);
  expect(third()).toBe(before);
});

test('two precisions do not disturb each other', async () => {
  const [few, many] = [await decimals(20), await decimals(50)];
  const third = build.div(1, build.sqrt(9.0000001));
  expect(of(third, few).approx.toString()).toHaveLength(22);
  expect(of(third, many).approx.toString()).toHaveLength(52);
  expect(await decimals(20)).toBe(few);
});
