import { readFileSync } from 'node:fs';
import katex from 'katex';
import * as mathjs from 'mathjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { decimals, type Decimal } from '../../src/numbers/decimal.js';
import { float64 } from '../../src/numbers/float64.js';
import { fraction } from '../../src/numbers/fraction.js';
import type { Big, NumberSystem } from '../../src/numbers/number-system.js';
import { opNamed } from '../../src/ops/index.js';
import { Binding, type Op, type Typeset } from '../../src/ops/op.js';
import { atKink, computed, everyOp, familyOf, partials, shown } from './apply.js';
import { samples } from './sample.js';

interface Row {
  readonly inputs: readonly string[];
  readonly value: string;
  readonly partials: readonly string[];
  readonly kink?: boolean;
}

/** A row of an op that gives a vector: its values, and the partial derivatives of each. */
interface VectorRow {
  readonly inputs: readonly string[];
  readonly values: readonly string[];
  readonly partials: readonly (readonly string[])[];
}

const tableOf = (name: string): unknown =>
  (JSON.parse(readFileSync(new URL(`./tables/${name}.json`, import.meta.url), 'utf8')) as { rows: unknown }).rows;

const rowsOf = (op: Op): readonly Row[] => {
  const { name, at } = familyOf(op);
  if (at === undefined) return tableOf(name) as readonly Row[];
  return (tableOf(name) as readonly VectorRow[]).flatMap(({ inputs, values, partials }) =>
    at <= inputs.length ? [{ inputs, value: values[at - 1]!, partials: partials[at - 1]! }] : [],
  );
};

/** The functions that mathjs can differentiate, in its own words. */
const inMathjs: Readonly<Record<string, string>> = {
  add: 'a + b + c',
  sum: 'a + b + c',
  mean: '(a + b + c) / 3',
  mul: 'a * b * c',
  sub: 'a - b',
  div: 'a / b',
  neg: '-a',
  pow: 'a ^ b',
  sqrt: 'sqrt(a)',
  exp: 'exp(a)',
  expm1: 'exp(a) - 1',
  log: 'log(a)',
  log1p: 'log(1 + a)',
  sin: 'sin(a)',
  cos: 'cos(a)',
  abs: 'abs(a)',
  normalPdf: 'exp(-a^2 / 2) / sqrt(2 * pi)',
  identity: 'a',
  sigmoid: '1 / (1 + exp(-a))',
  tanh: 'tanh(a)',
  softplus: 'log(1 + exp(a))',
  silu: 'a / (1 + exp(-a))',
  geluTanh: 'a * (1 + tanh(sqrt(2 / pi) * (a + 0.044715 * a^3))) / 2',
  bce: '-(b * log(a) + (1 - b) * log(1 - a))',
  bceLogits: '-(b * log(1 / (1 + exp(-a))) + (1 - b) * log(1 - 1 / (1 + exp(-a))))',
  ...Object.fromEntries(
    ['a', 'b', 'c'].flatMap((own, i) => [
      [`softmax[${i + 1}]`, `exp(${own}) / (exp(a) + exp(b) + exp(c))`],
      [`logSoftmax[${i + 1}]`, `${own} - log(exp(a) + exp(b) + exp(c))`],
    ]),
  ),
};

const jumps = ['sign', 'floor', 'step', 'larger', 'smaller'];
let decimal: NumberSystem<Decimal>;
beforeAll(async () => {
  decimal = await decimals(60);
  mathjs.derivative('a', 'a');
}, 60_000);

const read = <T>(system: NumberSystem<T>, texts: readonly string[]): T[] => texts.map((text) => system.read(text));
const texts = (values: readonly Decimal[]): string[] => values.map(({ approx }) => approx.toString());

/** Relative closeness of decimals; an expected 0 is met by 0 alone. */
function expectDigits(actual: Decimal, expected: Decimal, digits: number, what: string): void {
  const difference = actual.approx.minus(expected.approx).abs();
  const allowed: Big = expected.approx.abs().times(decimal.read(`1e-${digits}`).approx);
  expect(
    difference.cmp(allowed),
    `${what}: ${actual.approx.toString()} is not ${expected.approx.toString()}`,
  ).toBeLessThan(1);
}

/** Relative closeness of a double; what is beyond the doubles may be 0, and stays finite. */
function expectClose(actual: number, expected: string, tolerance: number, what: string): void {
  const wanted = Number(expected);
  const allowed = Math.max(Math.abs(wanted) * tolerance, 1e-300);
  expect(Math.abs(actual - wanted), `${what}: ${actual} is not ${expected}`).toBeLessThanOrEqual(allowed);
}

test('an unknown op is an error', () => {
  expect(() => opNamed('sigmoied')).toThrow('There is no op named sigmoied.');
});

describe.each(everyOp.map((op) => [op.name, op] as const))('%s', (_, op) => {
  const points = samples(op, 25);
  const smooth = points.filter((point) => !atKink(op, point.map(Number), 1e-3, float64));

  test('gives the values and derivatives of its table, in decimals', () => {
    for (const row of rowsOf(op)) {
      const inputs = read(decimal, row.inputs);
      expectDigits(computed(op, inputs, decimal), decimal.read(row.value), 25, `${op.name}(${row.inputs.join()})`);
      partials(op, inputs, decimal, 'computed').forEach((partial, i) => {
        expectDigits(
          partial,
          decimal.read(row.partials[i]!),
          25,
          `derivative ${i} of ${op.name}(${row.inputs.join()})`,
        );
      });
    }
  });

  test('gives the values and derivatives of its table, in doubles', () => {
    for (const row of rowsOf(op)) {
      const inputs = read(float64, row.inputs);
      const what = `${op.name}(${row.inputs.join()})`;
      // A rounded input is off by half an ulp; how much that matters grows with the square in the tails.
      const tolerance = 5e-15 * (1 + Math.min(16, Math.max(0, ...inputs.map((input) => input * input))));
      const value = computed(op, inputs, float64);
      expectClose(value, row.value, conditioned(row.value, row.partials, row.inputs), what);
      const fast = op.float64Partials?.map((partial) => partial(value, ...inputs)) ?? [];
      for (const values of [partials(op, inputs, float64, 'computed'), fast]) {
        values.forEach((partial, i) => expectClose(partial, row.partials[i]!, tolerance, `derivative ${i} of ${what}`));
      }
    }
  });

  test('has derivatives that agree with central differences', () => {
    if (jumps.includes(op.name)) return;
    for (const point of smooth) {
      const exact = partials(op, read(decimal, point), decimal, 'computed');
      const double = partials(op, read(float64, point), float64, 'shown');
      point.forEach((_, i) => {
        expectDigits(exact[i]!, difference(op, point, i, '1e-20', decimal), 30, `derivative ${i} at ${point.join()}`);
        const { value, scale } = doubleDifference(op, point.map(Number), i);
        expect(Math.abs(double[i]! - value), `derivative ${i} at ${point.join()}`).toBeLessThan(1e-8 * scale);
      });
    }
  });

  test('computes what it shows, to 60 digits', () => {
    for (const point of points) {
      const inputs = read(decimal, point);
      if (op.forward)
        expectDigits(computed(op, inputs, decimal), shown(op, inputs, decimal), 50, `${op.name}(${point.join()})`);
      const [stable, plain] = (['computed', 'shown'] as const).map((which) => partials(op, inputs, decimal, which));
      stable!.forEach((partial, i) => expectDigits(partial, plain![i]!, 45, `derivative ${i} at ${point.join()}`));
    }
  });

  test('has fast doubles that agree with its formulas', () => {
    for (const point of points) {
      const [inputs, exact] = [read(float64, point), read(decimal, point)];
      const value = computed(op, inputs, float64);
      const [wantedValue, ...wanted] = texts([
        computed(op, exact, decimal),
        ...partials(op, exact, decimal, 'computed'),
      ]);
      expectClose(value, wantedValue!, conditioned(wantedValue!, wanted, point), `${op.name}(${point.join()})`);
      op.float64Partials?.forEach((partial, i) => {
        expectClose(partial(value, ...inputs), wanted[i]!, 1e-14, `derivative ${i} at ${point.join()}`);
      });
    }
  });

  test('is exact in fractions where it is rational', () => {
    for (const row of [...points.slice(0, 5), ...rowsOf(op).map(({ inputs }) => inputs)]) {
      const exact = computed(op, read(fraction, row), fraction);
      if (!exact) continue;
      const asDecimal = decimal.read(`${exact.s * exact.n}`).approx.div(decimal.read(`${exact.d}`).approx);
      const value = computed(op, read(decimal, row), decimal).approx;
      expect(value.minus(asDecimal).abs().cmp(asDecimal.abs().times(1e-15)), `${op.name}(${row.join()})`).toBeLessThan(
        1,
      );
    }
  });

  test('agrees with the derivative that mathjs finds', () => {
    const text = inMathjs[op.name];
    if (text === undefined) return;
    const names = 'abc'.slice(0, points[0]!.length);
    const theirs = [...names].map((by) => mathjs.derivative(text, by).compile());
    for (const point of points) {
      const values = Object.fromEntries(point.map((value, i) => [names[i]!, Number(value)]));
      partials(op, point.map(Number), float64, 'shown').forEach((partial, i) => {
        const expected = theirs[i]!.evaluate(values) as number;
        expect(Math.abs(partial - expected), `derivative ${i} at ${point.join()}`).toBeLessThan(
          1e-12 * (1 + Math.abs(expected)),
        );
      });
    }
  });

  test('says where its kinks are', () => {
    for (const row of rowsOf(op)) {
      expect(atKink(op, row.inputs.map(Number), 0, float64), `${op.name}(${row.inputs.join()})`).toBe(
        row.kink ?? false,
      );
    }
    for (const { convention } of op.kinks ?? []) expect(convention).toMatch(/^[A-Z].*\.$/);
  });

  test('is typeset', () => {
    const pieces: readonly Typeset[] = [
      { tex: 'w_{5}^{+}', binding: Binding.atom },
      { tex: '-0.5', binding: Binding.sum },
      { tex: 'a \\cdot b', binding: Binding.product },
      { tex: '\\htmlClass{local}{\\htmlData{term=3}{-2.1 \\times 10^{-48}}}', binding: Binding.sum },
    ];
    const length = op.inputs === 'list' ? 4 : op.inputs.length;
    for (let turn = 0; turn < pieces.length; turn++) {
      const inputs = Array.from({ length }, (_, i) => pieces[(turn + i) % pieces.length]!);
      const { tex } = op.tex(...inputs);
      const squared = opNamed('pow').tex(op.tex(...inputs), { tex: '2', binding: Binding.atom }).tex;
      for (const each of [tex, squared]) {
        expect(
          () => katex.renderToString(each, { throwOnError: true, strict: 'ignore', trust: true }),
          each,
        ).not.toThrow();
      }
    }
  });

  test('names its source', () => {
    expect(op.cite).toMatch(/\d{4}|DLMF §\d/);
  });
});

function difference(
  op: Op,
  point: readonly string[],
  by: number,
  step: string,
  system: NumberSystem<Decimal>,
): Decimal {
  const moved = (sign: string): Decimal => {
    const inputs = read(system, point);
    inputs[by] = computed(opNamed('add'), [inputs[by]!, system.read(sign + step)], system);
    return computed(op, inputs, system);
  };
  const rise = computed(opNamed('sub'), [moved(''), moved('-')], system);
  return computed(opNamed('div'), [rise, system.read(`2${step.slice(1)}`)], system);
}

function doubleDifference(op: Op, point: readonly number[], by: number): { value: number; scale: number } {
  const step = 1e-5;
  const moved = (by_: number): number =>
    computed(
      op,
      point.map((input, i) => (i === by ? input + by_ : input)),
      float64,
    );
  const value = (moved(step) - moved(-step)) / (2 * step);
  return { value, scale: 1 + Math.abs(value) + Math.abs(moved(0)) };
}

/** What the rounding of the inputs alone may do to a double's result, and a few ulps more. */
function conditioned(value: string, slopes: readonly string[], inputs: readonly string[]): number {
  const change = slopes.reduce((sum, slope, i) => sum + Math.abs(Number(slope) * Number(inputs[i])), 0);
  return 2e-15 + (Number(value) ? (4e-16 * change) / Math.abs(Number(value)) : 0);
}
