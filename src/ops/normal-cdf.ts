import { add, call, div, mul, neg, sqrt } from '../formula/build.js';
import type { Op } from './op.js';
import { applied } from './tex.js';

/** Φ(x), the distribution function of the standard normal distribution. */
export const normalCdf: Op = {
  name: 'normalCdf',
  inputs: ['x'],
  forward: (x) => mul(div(1, 2), add(1, call('erf', div(x, sqrt(2))))),
  partials: ([x]) => [call('normalPdf', x!)],
  stable: { forward: (x) => div(call('erfc', div(neg(x), sqrt(2))), 2) },
  tex: applied('\\Phi'),
  cite: 'DLMF §7.20(iii), the normal probability functions. https://dlmf.nist.gov/7.20.iii',
};
