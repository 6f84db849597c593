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
  output,
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
  if (formula.kind === 'call') return opNamed(formula.op, formula.at).tex(...formula.args.map(tex));
  throw new Error('not in these tests');
}

const [a, b, c, v] = ['a', 'b', 'c', 'v'].map(name) as [Formula, Formula, Formula, Formula];
const marked = '\\htmlData{term=0}{-0.3}';

const cases: readonly (readonly [Formula, string])[] = [
  [add(mul(a, b), c), 'a \\cdot b + c'],
  [add(a, neg(b)), 'a - b'],
  [add(neg(a), neg(mul(b, c))), '-a - b \\cdot c'],
  [add(a, number('-0.5')), 'a - 0.5'],
  [add(a, v), `a + (${marked})`],
  [add(v, a), `${marked} + a`],
  [add(a, sub(b, c)), 'a + b - c'],
  [sub(a, add(b, c)), 'a - (b + c)'],
  [sub(a, v), `a - (${marked})`],
  [sub(a, neg(b)), 'a - (-b)'],
  [sub(sub(a, b), c), 'a - b - c'],
  [mul(a, sub(1, a)), 'a(1 - a)'],
  [mul(2, sub(a, b)), '2 \\cdot (a - b)'],
  [mul(number('0.75'), sub(1, number('0.75'))), '0.75 \\cdot (1 - 0.75)'],
  [mul(sub(a, b), a, sub(1, a)), '(a - b) \\cdot a(1 - a)'],
  [mul(sub(a, b), sub(b, c)), '(a - b)\\allowbreak (b - c)'],
  [call('sigmoid', div(a, b)), '\\sigma\\mathopen{}\\left(\\frac{a}{b}\\right)\\mathclose{}'],
  [mul(a, v), `a \\cdot (${marked})`],
  [mul(v, a), `(${marked}) \\cdot a`],
  [mul(a, number('2.1e-48')), 'a \\cdot 2.1 \\times 10^{-48}'],
  [neg(add(a, b)), '-(a + b)'],
  [neg(mul(a, b)), '-a \\cdot b'],
  [neg(neg(a)), '-(-a)'],
  [div(pow(sub(a, b), 2), 2), '\\frac{{(a - b)}^{2}}{2}'],
  [pow(div(1, 2), 2), '{\\mathopen{}\\left(\\frac{1}{2}\\right)\\mathclose{}}^{2}'],
  [pow(pow(a, 2), 3), '{({a}^{2})}^{3}'],
  [pow(a, sub(b, 1)), '{a}^{b - 1}'],
  [exp(neg(a)), 'e^{-a}'],
  [pow(exp(a), 2), '{(e^{a})}^{2}'],
  [log(a), '\\ln(a)'],
  [log1p(exp(a)), '\\ln(1 + e^{a})'],
  [log1p(v), `\\ln(1 + (${marked}))`],
  [sqrt(add(a, b)), '\\sqrt{a + b}'],
  [abs(sub(a, b)), '\\lvert a - b\\rvert '],
  [abs(div(a, b)), '\\mathopen{}\\left\\lvert \\frac{a}{b}\\right\\rvert \\mathclose{}'],
  [step(a), '[a > 0]'],
  [call('sigmoid', a), '\\sigma(a)'],
  [call('relu', sub(a, b)), '\\operatorname{ReLU}(a - b)'],
  [call('leakyRelu', a, number('0.01')), '\\operatorname{LeakyReLU}_{0.01}(a)'],
  [call('max', 0, a), '\\max(0, a)'],
  [call('sum', a, neg(b), c), 'a - b + c'],
  [call('mean', a, b, c), '\\frac{1}{3} (a + b + c)'],
  [call('mean', a), '\\frac{1}{1} a'],
  [call('expm1', a), 'e^{a} - 1'],
  [call('max', a, b, c), '\\max(a, b, c)'],
  [call('larger', a, b), '[a > b]'],
  [call('larger', a, b, c), '[a > \\max(b, c)]'],
  [call('smaller', a, b, c), '[a < \\min(b, c)]'],
  [call('bce', a, b), '-(b \\cdot \\ln(a) + (1 - b) \\cdot \\ln(1 - a))'],
  [call('bceLogits', a, number('1')), '-(1 \\cdot \\ln(\\sigma(a)) + (1 - 1) \\cdot \\ln(1 - \\sigma(a)))'],
  [output('softmax', 2, a, b, c), '\\frac{e^{b}}{e^{a} + e^{b} + e^{c}}'],
  [output('softmax', 1, a), '\\frac{e^{a}}{e^{a}}'],
  [mul(2, output('softmax', 1, a, v)), `2 \\cdot \\frac{e^{a}}{e^{a} + e^{${marked}}}`],
  [output('logSoftmax', 1, a, b), 'a - \\ln(e^{a} + e^{b})'],
  [sub(c, output('logSoftmax', 1, a, b)), 'c - (a - \\ln(e^{a} + e^{b}))'],
  [output('softmax', 3, ...Array<Formula>(6).fill(a)), `\\frac{e^{a}}{${Array(6).fill('e^{a}').join(' + ')}}`],
  [output('softmax', 3, a, b, c, a, b, c, b), '\\frac{e^{c}}{e^{a} + e^{b} + \\dots + e^{b}}'],
  [output('logSoftmax', 7, a, b, c, a, b, c, a), 'a - \\ln(e^{a} + e^{b} + \\dots + e^{a})'],
];

describe('typesetting', () => {
  test.each(cases.map(([formula, expected]) => [expected, formula] as const))('%s', (expected, formula) => {
    expect(tex(formula).tex).toBe(expected);
  });
});
