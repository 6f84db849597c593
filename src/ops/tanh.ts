import { abs, add, div, exp, mul, neg, pow, sub } from '../formula/build.js';
import { bigTanh } from '../numbers/big-near-zero.js';
import { zero } from '../numbers/rational.js';
import type { Op } from './op.js';
import { applied } from './tex.js';

/** The hyperbolic tangent. */
export const tanh: Op = {
  name: 'tanh',
  inputs: ['x'],
  forward: (x) => div(sub(exp(x), exp(neg(x))), add(exp(x), exp(neg(x)))),
  partials: (_, y) => [sub(1, pow(y, 2))],
  stable: {
    partials: ([x]) => {
      const e = exp(mul(neg(2), abs(x!)));
      return [div(mul(4, e), pow(add(1, e), 2))];
    },
  },
  tex: applied('\\tanh'),
  float64: (x) => Math.tanh(x),
  // 1 − y² loses digits only as |y| comes close to 1.
  float64Partials: [(y, x) => (Math.abs(y) < 0.9 ? (1 - y) * (1 + y) : tanhSlope(x))],
  decimal: (x) => bigTanh(x),
  fraction: (x) => (x.n === 0n ? zero : null),
  cite: 'DLMF §4.28 and §4.34, hyperbolic functions and their derivatives. https://dlmf.nist.gov/4.34',
};

function tanhSlope(x: number): number {
  const e = Math.exp(-2 * Math.abs(x));
  return (4 * e) / ((1 + e) * (1 + e));
}
