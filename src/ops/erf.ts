import { call, div, exp, mul, neg, pow, sqrt } from '../formula/build.js';
import { bigErf } from '../numbers/big-erf.js';
import { doubleErf } from '../numbers/double-erf.js';
import { zero } from '../numbers/rational.js';
import type { Op } from './op.js';
import { applied } from './tex.js';

/** The error function. */
export const erf: Op = {
  name: 'erf',
  inputs: ['x'],
  partials: ([x]) => [mul(div(2, sqrt(call('pi'))), exp(neg(pow(x!, 2))))],
  tex: applied('\\operatorname{erf}'),
  float64: (x) => doubleErf(x),
  decimal: (x) => bigErf(x),
  fraction: (x) => (x.n === 0n ? zero : null),
  cite: 'DLMF §7.2 and §7.10, error functions and their derivatives. https://dlmf.nist.gov/7.10',
};
