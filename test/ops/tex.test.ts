import { describe, expect, test } from 'vitest';
import {
  abs,
  add,
  call,
  div,
  exp,
  log,
  log1p,
  mul,
  name,
  neg,
  number,
  pow,
  sqrt,
  step,
  sub,
} from '../../src/formula/build.js';
import type { Formula } from '../../src/formula/formula.js';
import { opNamed } from '../../src/ops/index.js';
import { Binding, type Typeset } from '../../src/ops/op.js';
import { texNumber } from '../../src/numbers/digits.js';

/** A name is its own symbol; a number is a number; `v` is a value inside a term's marker. */
function tex(formula: Formula): Typeset {
  if (formula.kind === 'number') return texNumber(formula.text);
  if (formula.kind === 'name') {
    if (formula.name !== 'v') return { tex: formula.name, binding: Binding.atom };
    return { tex: '\\htmlData{term=0}{-0.3}', binding: Binding.sum };
  }
  if (formula.kind === 'call') return opNamed(formula.op).tex(...formula.args.map(tex));
  throw new Error('not in these tests');
}

const [a, b, c, v] = ['a', 'b', 'c', 'v'].map(name) as [Formula, Formula, Formula, Formula];
const marked = '\\htmlData{term=0}{-0.3}';

const cases: readonly (readonly [Formula, string])[] = [
  [add(mul(a, b), c), 'a \\cdot b + c'],
  [add(a, neg(b)), 'a - b'],
  [add(neg(a), neg(mul(b, c))), '-a - b \\cdot c'],
  [add(a, number('-0.5')), 'a - 0.5'],
  [add(a, v), `a + \\left(${marked}\\right)`],
  [add(v, a), `${marked} + a`],
  [add(a, sub(b, c)), 'a + b - c'],
  [sub(a, add(b, c)), 'a - \\left(b + c\\right)'],
  [sub(a, v), `a - \\left(${marked}\\right)`],
  [sub(a, neg(b)), 'a - \\left(-b\\right)'],
  [sub(sub(a, b), c), 'a - b - c'],
  [mul(a, sub(1, a)), 'a\\left(1 - a\\right)'],
  [mul(2, sub(a, b)), '2 \\cdot \\left(a - b\\right)'],
  [mul(number('0.75'), sub(1, number('0.75'))), '0.75 \\cdot \\left(1 - 0.75\\right)'],
  [mul(sub(a, b), a, sub(1, a)), '\\left(a - b\\right) \\cdot a\\left(1 - a\\right)'],
  [mul(a, v), `a \\cdot \\left(${marked}\\right)`],
  [mul(v, a), `\\left(${marked}\\right) \\cdot a`],
  [mul(a, number('2.1e-48')), 'a \\cdot 2.1 \\times 10^{-48}'],
  [neg(add(a, b)), '-\\left(a + b\\right)'],
  [neg(mul(a, b)), '-a \\cdot b'],
  [neg(neg(a)), '-\\left(-a\\right)'],
  [div(pow(sub(a, b), 2), 2), '\\frac{{\\left(a - b\\right)}^{2}}{2}'],
  [pow(div(1, 2), 2), '{\\left(\\frac{1}{2}\\right)}^{2}'],
  [pow(pow(a, 2), 3), '{\\left({a}^{2}\\right)}^{3}'],
  [pow(a, sub(b, 1)), '{a}^{b - 1}'],
  [exp(neg(a)), 'e^{-a}'],
  [pow(exp(a), 2), '{\\left(e^{a}\\right)}^{2}'],
  [log(a), '\\ln\\left(a\\right)'],
  [log1p(exp(a)), '\\ln\\left(1 + e^{a}\\right)'],
  [log1p(v), `\\ln\\left(1 + \\left(${marked}\\right)\\right)`],
  [sqrt(add(a, b)), '\\sqrt{a + b}'],
  [abs(sub(a, b)), '\\left|a - b\\right|'],
  [step(a), '\\left[a > 0\\right]'],
  [call('sigmoid', a), '\\sigma \\left(a\\right)'],
  [call('relu', sub(a, b)), '\\operatorname{ReLU}\\left(a - b\\right)'],
  [call('leakyRelu', a, number('0.01')), '\\operatorname{LeakyReLU}_{0.01}\\left(a\\right)'],
  [call('max', 0, a), '\\max\\left(0,\\, a\\right)'],
  [call('sum', a, neg(b), c), 'a - b + c'],
  [call('mean', a, b, c), '\\frac{1}{3} \\left(a + b + c\\right)'],
  [call('mean', a), '\\frac{1}{1} a'],
  [call('expm1', a), 'e^{a} - 1'],
];

describe('typesetting', () => {
  test.each(cases.map(([formula, expected]) => [expected, formula] as const))('%s', (expected, formula) => {
    expect(tex(formula).tex).toBe(expected);
  });
});
