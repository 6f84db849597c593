import * as build from '../formula/build.js';
import { formatDouble } from '../numbers/digits.js';
import { rationalRoot } from '../numbers/rational.js';
import { Binding, type Op } from './op.js';

/** The square root. */
export const sqrt: Op = {
  name: 'sqrt',
  inputs: ['x'],
  partials: (_, output) => [build.div(1, build.mul(2, output))],
  tex: (x) => ({ tex: `\\sqrt{${x.tex}}`, binding: Binding.power }),
  float64: (x) => Math.sqrt(x),
  decimal: (x) => x.sqrt(),
  fraction: (x) => rationalRoot(x),
  refuses: (x) => (x < 0 ? `The square root of the negative number ${formatDouble(x)} has no value.` : undefined),
  range: [[0.01, 9]],
  cite: 'DLMF §4.7(ii), derivatives of powers. https://dlmf.nist.gov/4.7.ii',
};
