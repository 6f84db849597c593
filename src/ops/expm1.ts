import { exp } from '../formula/build.js';
import { bigExpm1 } from '../numbers/big-near-zero.js';
import { zero } from '../numbers/rational.js';
import { Binding, type Op } from './op.js';

/** e^x − 1, without loss of digits near 0. Stable forms use it; it is typeset as what it means. */
export const expm1: Op = {
  name: 'expm1',
  inputs: ['x'],
  partials: ([x]) => [exp(x!)],
  tex: (x) => ({ tex: `e^{${x.tex}} - 1`, binding: Binding.sum }),
  float64: (x) => Math.expm1(x),
  decimal: (x) => bigExpm1(x),
  fraction: (x) => (x.n === 0n ? zero : null),
  cite: 'DLMF §4.7(ii), the derivative of the exponential. https://dlmf.nist.gov/4.7.ii',
};
