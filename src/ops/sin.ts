import { call } from '../formula/build.js';
import { zero } from '../numbers/rational.js';
import type { Op } from './op.js';
import { applied } from './tex.js';

/** The sine, of an angle in radians. */
export const sin: Op = {
  name: 'sin',
  inputs: ['x'],
  partials: ([x]) => [call('cos', x!)],
  tex: applied('\\sin'),
  float64: (x) => Math.sin(x),
  decimal: (x) => x.sin(),
  fraction: (x) => (x.n === 0n ? zero : null),
  cite: 'DLMF §4.20, derivatives of the circular functions. https://dlmf.nist.gov/4.20',
};
