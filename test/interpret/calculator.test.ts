import { describe, expect, test } from 'vitest';
import { add, call, div, log, mul, name, neg } from '../../src/formula/build.js';
import { checksOut } from '../../src/interpret/calculator.js';

const [w, x, b] = ['w', 'x', 'b'].map(name) as [
  ReturnType<typeof name>,
  ReturnType<typeof name>,
  ReturnType<typeof name>,
];
const shown = (values: Readonly<Record<string, string>>) => (each: string) => values[each]!;

describe('whether the displayed operands give the displayed result', () => {
  test.each([
    ['a product', mul(w, x), { w: '0.5', x: '0.35' }, '0.175', 3, true],
    ['an exact result with fewer digits', add(mul(w, x), b), { w: '0.15', x: '0.05', b: '0.37' }, '0.3775', 9, true],
    ['rounded factors', mul(w, x), { w: '0.333', x: '3' }, '1.00', 3, false],
    ['a sum with guard digits', add(w, x), { w: '0.33333', x: '0.66667' }, '1.00', 3, true],
    ['a tie is rounded away from zero', neg(mul(w, x)), { w: '0.35', x: '0.07' }, '-0.025', 2, true],
    ['a function', call('sigmoid', x), { x: '0.3775' }, '0.593269992', 9, true],
    ['a function of a rounded number', call('sigmoid', x), { x: '1.11' }, '0.751365', 6, false],
    ['a tiny result', mul(w, x), { w: '2e-100', x: '1e-100' }, '2e-200', 3, true],
    ['an overflow', call('exp', x), { x: '1000' }, '1.97e434', 3, false],
    ['no result', log(x), { x: '-1' }, '0', 3, false],
    ['a division by what was rounded to 0', div(w, x), { w: '1', x: '0' }, '1e30', 3, false],
  ])('%s', (_, formula, values, result, digits, expected) => {
    expect(checksOut(formula, shown(values), result, digits)).toBe(expected);
  });
});
