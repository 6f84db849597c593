import { call, div, exp, mul, neg, pow, sqrt } from '../formula/build.js';
import { bigErfc } from '../numbers/big-erf.js';
import { doubleErfc } from '../numbers/double-erf.js';
import { one } from '../numbers/rational.js';
import type { Op } from './op.js';
import { applied } from './tex.js';

/** 1 − erf(x), without loss of digits in the tail. */
export const erfc: Op = {
  name: 'erfc',
  inputs: ['x'],
  partials: ([x]) => [neg(mul(div(2, sqrt(call('pi'))), exp(neg(pow(x!, 2)))))],
  tex: applied('\\operatorname{erfc}'),
  float64: (x) => doubleErfc(x),
  decimal: (x) => bigErfc(x),
  fraction: (x) => (x.n === 0n ? one : null),
  cite: 'DLMF §7.2 and §7.10, error functions and their derivatives. https://dlmf.nist.gov/7.10',
};
