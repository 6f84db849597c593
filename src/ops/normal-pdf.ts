import { call, div, exp, mul, neg, pow, sqrt } from '../formula/build.js';
import type { Op } from './op.js';
import { applied } from './tex.js';

/** φ(x), the density of the standard normal distribution. */
export const normalPdf: Op = {
  name: 'normalPdf',
  inputs: ['x'],
  forward: (x) => div(exp(neg(div(pow(x, 2), 2))), sqrt(mul(2, call('pi')))),
  partials: ([x], output) => [neg(mul(x!, output))],
  tex: applied('\\varphi'),
  cite: 'DLMF §7.20(iii), the normal probability functions. https://dlmf.nist.gov/7.20.iii',
};
