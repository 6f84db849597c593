import { bigExp } from '../numbers/big-exp.js';
import { one } from '../numbers/rational.js';
import { Binding, type Op } from './op.js';

/** e to the power x. */
export const exp: Op = {
  name: 'exp',
  inputs: ['x'],
  partials: (_, output) => [output],
  tex: (x) => ({ tex: `e^{${x.tex}}`, binding: Binding.power }),
  float64: (x) => Math.exp(x),
  decimal: (x) => bigExp(x),
  fraction: (x) => (x.n === 0n ? one : null),
  cite: 'DLMF §4.7(ii), the derivative of the exponential. https://dlmf.nist.gov/4.7.ii',
};
