import { call, neg } from '../formula/build.js';
import { one } from '../numbers/rational.js';
import type { Op } from './op.js';
import { applied } from './tex.js';

/** The cosine, of an angle in radians. */
export const cos: Op = {
  name: 'cos',
  inputs: ['x'],
  partials: ([x]) => [neg(call('sin', x!))],
  tex: applied('\\cos'),
  float64: (x) => Math.cos(x),
  decimal: (x) => x.cos(),
  fraction: (x) => (x.n === 0n ? one : null),
  cite: 'DLMF §4.20, derivatives of the circular functions. https://dlmf.nist.gov/4.20',
};
