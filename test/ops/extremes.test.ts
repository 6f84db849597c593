import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { call, mul, neg, number, sqrt, sub } from '../../src/formula/build.js';
import type { Formula } from '../../src/formula/formula.js';
import { evaluate } from '../../src/interpret/evaluate.js';
import { decimals, type Decimal } from '../../src/numbers/decimal.js';
import { float64 } from '../../src/numbers/float64.js';
import { fraction } from '../../src/numbers/fraction.js';
import type { NumberSystem } from '../../src/numbers/number-system.js';
import { opNamed } from '../../src/ops/index.js';
import type { Op } from '../../src/ops/op.js';
import { atKink, computed, partials } from './apply.js';

let decimal: NumberSystem<Decimal>;
beforeAll(async () => {
  decimal = await decimals(60);
}, 60_000);

const read = <T>(system: NumberSystem<T>, texts: readonly string[]): T[] => texts.map((text) => system.read(text));

function expectDigits({ approx }: Decimal, expected: string, digits: number): void {
  const wanted = decimal.read(expected).approx;
  const allowed = wanted.abs().times(decimal.read(`1e-${digits}`).approx);
  expect(approx.minus(wanted).abs().cmp(allowed), `${approx.toString()} is not ${expected}`).toBeLessThan(1);
}

describe.each(['softmax', 'logSoftmax'])('%s', (family) => {
  const outputs = [1, 2, 3].map((at) => opNamed(family, at));
  const { rows } = JSON.parse(readFileSync(new URL(`./tables/${family}.json`, import.meta.url), 'utf8')) as {
    rows: { inputs: string[]; values: string[]; partials: string[][] }[];
  };
  const extreme = rows.filter(({ inputs }) => inputs.length === 3 && inputs.includes('-1000'));

  test('is right to 30 digits far beyond the doubles', () => {
    expect(extreme.length).toBeGreaterThanOrEqual(4);
    for (const { inputs, values, partials: slopes } of extreme) {
      outputs.forEach((op, i) => {
        expectDigits(computed(op, read(decimal, inputs), decimal), values[i]!, 30);
        const found = partials(op, read(decimal, inputs), decimal, 'computed');
        found.forEach((each, j) => expectDigits(each, slopes[i]![j]!, 30));
      });
    }
  });

  test('stays finite in doubles', () => {
    for (const { inputs, values, partials: slopes } of extreme) {
      outputs.forEach((op, i) => {
        expect(computed(op, inputs.map(Number), float64)).toBeCloseTo(Number(values[i]), 12);
        const found = partials(op, inputs.map(Number), float64, 'computed');
        found.forEach((each, j) => expect(each).toBeCloseTo(Number(slopes[i]![j]), 12));
      });
    }
  });

  test('is certain of a single input', () => {
    const certain = family === 'softmax' ? '1' : '0';
    for (const input of ['-1000', '0', '1000']) {
      const [value, slope] = [
        computed(outputs[0]!, [decimal.read(input)], decimal),
        partials(outputs[0]!, [decimal.read(input)], decimal, 'computed')[0]!,
      ];
      expect(value.exact?.compare(Number(certain))).toBe(0);
      expect(slope.exact?.n).toBe(0n);
      expect(computed(outputs[0]!, [Number(input)], float64)).toBe(Number(certain));
      expect(partials(outputs[0]!, [Number(input)], float64, 'computed')[0]).toBe(0);
    }
  });
});

test('softmax of equal inputs is exact', () => {
  const [value, slopes] = [
    computed(opNamed('softmax', 2), read(decimal, ['7', '7', '7']), decimal),
    partials(opNamed('softmax', 2), read(decimal, ['7', '7', '7']), decimal, 'computed'),
  ];
  expect(value.exact).toMatchObject({ n: 1n, d: 3n });
  expect(slopes.map(({ exact }) => `${exact!.s * exact!.n}/${exact!.d}`)).toEqual(['-1/9', '2/9', '-1/9']);
});

describe('the cross-entropy of a logit', () => {
  /** e^−1000 */
  const tail = '5.0759588975494567652918094795743369193055992828928e-435';
  test.each([
    ['1000', '0', '1000', '1', '-1000'],
    ['1000', '1', tail, `-${tail}`, '-1000'],
    ['-1000', '0', tail, tail, '1000'],
    ['-1000', '1', '1000', '-1', '1000'],
  ])('at z = %s, t = %s', (z, t, value, byLogit, byTarget) => {
    const op = opNamed('bceLogits');
    expectDigits(computed(op, read(decimal, [z, t]), decimal), value, 40);
    const slopes = partials(op, read(decimal, [z, t]), decimal, 'computed');
    [byLogit, byTarget].forEach((each, i) => expectDigits(slopes[i]!, each, 40));
    expect(computed(op, [Number(z), Number(t)], float64)).toBe(Number(value));
    expect(partials(op, [Number(z), Number(t)], float64, 'computed')).toEqual([Number(byLogit) + 0, Number(byTarget)]);
  });
});

test.each(['0', '1'])('the cross-entropy of a probability that is its target %s is exactly 0', (t) => {
  const op = opNamed('bce');
  expect(computed(op, read(decimal, [t, t]), decimal).exact?.n).toBe(0n);
  expect(computed(op, read(fraction, [t, t]), fraction)?.n).toBe(0n);
  expect(computed(op, [Number(t), Number(t)], float64)).toBe(0);
});

describe.each(['max', 'min'])('%s of a list', (which) => {
  const op = opNamed(which);
  const sign = which === 'max' ? '' : '-';
  const signed = (texts: readonly string[]): string[] => texts.map((text) => sign + text);

  test.each([
    [['3'], ['1/1'], false],
    [['3', '3'], ['1/2', '1/2'], true],
    [['3', '3', '3'], ['1/3', '1/3', '1/3'], true],
    [['3', '1', '3', '2'], ['1/2', '0/1', '1/2', '0/1'], true],
    [['1', '1', '2'], ['0/1', '0/1', '1/1'], false],
    [['1', '1', '2', '1'], ['0/1', '0/1', '1/1', '0/1'], false],
  ])('of %j gives each %j', (texts, shares, tied) => {
    const inputs = signed(texts);
    const slopes = partials(op, read(fraction, inputs), fraction, 'computed');
    expect(slopes.map((slope) => `${slope!.n}/${slope!.d}`)).toEqual(shares);
    expect(partials(op, inputs.map(Number), float64, 'computed')).toEqual(shares.map(quotient));
    expect(atKink(op, inputs.map(Number), 0, float64)).toBe(tied);
  });

  test('is doubtful only where the first two come close', () => {
    const own = (formula: Formula): Formula => (which === 'max' ? formula : neg(formula));
    const root = own(sqrt(2));
    const close = own(sub(mul(sqrt(2), sqrt(2)), number('0.585786437626904951198311275790301921')));
    const [none, one, two] = [0, 1, 2].map((each) => own(number(each))) as [Formula, Formula, Formula];
    const of = (formula: Formula): Decimal => evaluate(formula, () => decimal.read('1'), decimal);
    const share = (...list: Formula[]): Decimal => of(op.partials(list, call(which, ...list), [])[0]!);

    expect(of(call(which, two, root, root)).exact).toMatchObject({ n: 2n, d: 1n });
    expect(of(call(which, root, root, one))).toMatchObject({ exact: null, doubtful: false });
    expect(share(two, root, root)).toMatchObject({ exact: { n: 1n }, doubtful: false });
    expect(share(root, root, two)).toMatchObject({ exact: { n: 0n }, doubtful: false });
    expect(share(root, one, none)).toMatchObject({ exact: { n: 1n }, doubtful: false });
    expect(share(root, root, one)).toMatchObject({ exact: null, doubtful: true });
    expect(share(close, root, one)).toMatchObject({ exact: null, doubtful: true });
  });
});

test.each([
  [['3'], [1], false],
  [['3', '3'], [1, 0], true],
  [['1', '3', '2', '3'], [0, 1, 0, 0], true],
  [['1', '1', '2'], [0, 0, 1], false],
])('the first largest of %j gets everything: %j', (texts, shares, tied) => {
  const op = opNamed('maxFirst');
  const slopes = partials(op, read(fraction, texts), fraction, 'computed');
  expect(slopes.map((slope) => `${slope!.n}/${slope!.d}`)).toEqual(shares.map((share) => `${share}/1`));
  expect(partials(op, texts.map(Number), float64, 'computed')).toEqual(shares);
  expect(atKink(op, texts.map(Number), 0, float64)).toBe(tied);
});

const quotient = (text: string): number => {
  const [above, below] = text.split('/').map(Number);
  return above! / below!;
};

/** Every output of a long list; nothing may take time that grows with the cube of its length. */
test.each(['softmax', 'logSoftmax'])('%s of a thousand inputs', (family) => {
  const inputs = Array.from({ length: 1000 }, (_, i) => (i % 41) - 20);
  const ops: Op[] = inputs.map((_, i) => opNamed(family, i + 1));
  const begin = performance.now();
  const outputs = ops.map((op) => computed(op, inputs, float64));
  expect(performance.now() - begin).toBeLessThan(2000);
  const total = outputs.reduce((sum, each) => sum + (family === 'softmax' ? each : Math.exp(each)), 0);
  expect(total).toBeCloseTo(1, 12);
});
