import { add, div } from '../formula/build.js';
import { bigLog1p } from '../numbers/big-near-zero.js';
import { formatDouble } from '../numbers/digits.js';
import { zero } from '../numbers/rational.js';
import { Binding, parenthesised, type Op } from './op.js';
import { sumOf } from './tex.js';

const one = { tex: '1', binding: Binding.atom };

/** ln(1 + x), without loss of digits near 0. */
export const log1p: Op = {
  name: 'log1p',
  inputs: ['x'],
  partials: ([x]) => [div(1, add(1, x!))],
  tex: (x) => ({ tex: `\\ln${parenthesised(sumOf([one, x]).tex)}`, binding: Binding.power }),
  float64: (x) => Math.log1p(x),
  decimal: (x) => bigLog1p(x),
  fraction: (x) => (x.n === 0n ? zero : null),
  refuses: (x) =>
    x <= -1 ? `The logarithm of 1 + (${formatDouble(x)}) has no value: it needs a number above 0.` : undefined,
  range: [[-0.9, 8]],
  cite: 'DLMF §4.7(i), the derivative of the logarithm. https://dlmf.nist.gov/4.7.i',
};
