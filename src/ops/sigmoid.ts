import { abs, add, div, exp, min, mul, neg, pow, sub } from '../formula/build.js';
import type { Op } from './op.js';
import { applied } from './tex.js';

/** The logistic sigmoid σ(x). Its stable forms use e = exp(−|x|), which never overflows. */
export const sigmoid: Op = {
  name: 'sigmoid',
  inputs: ['x'],
  forward: (x) => div(1, add(1, exp(neg(x)))),
  partials: (_, y) => [mul(y, sub(1, y))],
  stable: {
    forward: (x) => div(exp(min(x, 0)), add(1, exp(neg(abs(x))))),
    partials: ([x]) => [div(exp(neg(abs(x!))), pow(add(1, exp(neg(abs(x!)))), 2))],
  },
  tex: applied('\\sigma'),
  float64: (x) => {
    const e = Math.exp(-Math.abs(x));
    return (x < 0 ? e : 1) / (1 + e);
  },
  // 1 − y loses digits only as y comes close to 1.
  float64Partials: [(y, x) => (y < 0.9 ? y * (1 - y) : sigmoidSlope(x))],
  cite: 'Goodfellow, Bengio & Courville, Deep Learning, MIT Press 2016, §3.10. https://www.deeplearningbook.org',
};

function sigmoidSlope(x: number): number {
  const e = Math.exp(-Math.abs(x));
  return e / ((1 + e) * (1 + e));
}
