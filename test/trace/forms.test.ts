import { describe, expect, test } from 'vitest';
import { call, name } from '../../src/formula/build.js';
import { differentiate } from '../../src/interpret/differentiate.js';
import { print } from '../../src/interpret/print.js';
import { ops } from '../../src/ops/index.js';
import { readFormula } from '../../src/program/read-formula.js';
import { mazur } from './mazur.js';

/** The form of every op's derivatives, in order of its inputs. `y` is the op's own output; lists have inputs a, b, c. */
const forms: Readonly<Record<string, readonly string[]>> = {
  add: ['1', '1', '1'],
  sub: ['1', '-1'],
  mul: ['b*c', 'a*c', 'a*b'],
  div: ['1/b', '-(a/b^2)'],
  neg: ['-1'],
  pow: ['exponent*base^(exponent - 1)', 'y*log(base)'],
  sqrt: ['1/(2*y)'],
  exp: ['y'],
  expm1: ['exp(x)'],
  log: ['1/x'],
  log1p: ['1/(1 + x)'],
  sin: ['cos(x)'],
  cos: ['-sin(x)'],
  abs: ['sign(x)'],
  max: ['larger(a, b, c)', 'larger(b, a, c)', 'larger(c, a, b)'],
  maxFirst: ['1 - step(max(b, c) - a)', 'step(b - a)*(1 - step(c - b))', 'step(c - max(a, b))'],
  min: ['smaller(a, b, c)', 'smaller(b, a, c)', 'smaller(c, a, b)'],
  sign: ['0'],
  floor: ['0'],
  step: ['0'],
  larger: ['0', '0', '0'],
  smaller: ['0', '0', '0'],
  bce: ['(p - t)/(p*(1 - p))', 'log(1 - p) - log(p)'],
  bceLogits: ['sigmoid(z) - t', '-z'],
  pi: [],
  erf: ['2/sqrt(pi)*exp(-x^2)'],
  erfc: ['-(2/sqrt(pi)*exp(-x^2))'],
  normalCdf: ['normalPdf(x)'],
  normalPdf: ['-(x*y)'],
  identity: ['1'],
  sigmoid: ['y*(1 - y)'],
  tanh: ['1 - y^2'],
  relu: ['step(x)'],
  leakyRelu: ['slope + (1 - slope)*step(x)', 'min(0, x)'],
  elu: ['step(x) + alpha*exp(min(0, x))*(1 - step(x))', 'exp(min(0, x)) - 1'],
  softplus: ['sigmoid(x)'],
  silu: ['sigmoid(x)*(1 + x*(1 - sigmoid(x)))'],
  gelu: ['normalCdf(x) + x*normalPdf(x)'],
  geluTanh: [
    '(1 + tanh(sqrt(2/pi)*(x + 0.044715*x^3)))/2' +
      ' + x/2*(1 - tanh(sqrt(2/pi)*(x + 0.044715*x^3))^2)*sqrt(2/pi)*(1 + 0.134145*x^2)',
  ],
  sum: ['1', '1', '1'],
  mean: ['1/3', '1/3', '1/3'],
};

test.each([...ops.values()])('the derivative of $name has the textbook form', (op) => {
  const inputs = op.inputs === 'list' ? ['a', 'b', 'c'] : op.inputs;
  const formula = call(op.name, ...inputs.map((input) => name(input)));
  expect(inputs.map((input) => print(differentiate(formula, input, { output: 'y' })))).toEqual(forms[op.name]);
});

describe('lines as they are written', () => {
  test.each([
    ['w*x + b', 'w', 'x'],
    ['w*x + b', 'b', '1'],
    ['w*x + b', 'c', '0'],
    ['(t - y)^2 / 2', 'y', 'y - t'],
    ['0.5*(t - y)^2', 'y', 'y - t'],
    ['(t - y)^2', 'y', '2*(y - t)'],
    ['(y - t)^2', 'y', '2*(y - t)'],
    ['(a + b) / 2', 'a', '1/2'],
    ['x^3', 'x', '3*x^2'],
    ['x*x', 'x', 'x + x'],
    ['-log(p)', 'p', '-(1/p)'],
    ['-t*log(p) - (1 - t)*log(1 - p)', 'p', '-(t*(1/p)) + (1 - t)*(1/(1 - p))'],
    ['sigmoid(2*x + 1)', 'x', 'out*(1 - out)*2'],
    ['exp(-x)', 'x', '-out'],
  ])('∂(%s)/∂%s', async (text, by, form) => {
    expect(print(differentiate(await readFormula(text), by, { output: 'out' }))).toBe(form);
  });
});

test('the worked example, line by line', () => {
  const trace = mazur();
  const form = (ref: string): string => print(trace.find(ref)!.formula);
  expect(form('local/E_total/E_o1')).toBe('1');
  expect(form('local/E_o1/out_o1')).toBe('out_o1 - target_o1');
  expect(form('local/out_o1/net_o1')).toBe('out_o1*(1 - out_o1)');
  expect(form('local/net_o1/w5')).toBe('out_h1');
  expect(form('local/net_o1/b2')).toBe('1');
  expect(form('local/net_o1/out_h1')).toBe('w5');
  expect(form('local/out_h1/net_h1')).toBe('out_h1*(1 - out_h1)');
  expect(form('local/net_h1/w1')).toBe('i1');
  expect(form('backward/w1')).toBe('{backward/net_h1}*{local/net_h1/w1}');
  expect(form('update/w1')).toBe('w1 - rate*{backward/w1}');
});

test('without the half, or with the mean, the constants stand in front', () => {
  const form = (choices: Readonly<Record<string, string>>, ref: string): string =>
    print(mazur(choices).find(ref)!.formula);
  expect(form({ half: 'without-half' }, 'local/E_o1/out_o1')).toBe('2*(out_o1 - target_o1)');
  expect(form({ reduction: 'mean' }, 'local/E_total/E_o1')).toBe('1/2');
});
