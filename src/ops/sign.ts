import { number } from '../formula/build.js';
import { one, zero } from '../numbers/rational.js';
import type { Op } from './op.js';
import { applied } from './tex.js';

/** 1, 0 or −1: the sign of x. */
export const sign: Op = {
  name: 'sign',
  inputs: ['x'],
  partials: () => [number(0)],
  tex: applied('\\operatorname{sign}'),
  float64: (x) => Math.sign(x),
  decimal: (x) => (x.isZero() ? x.abs() : x.div(x.abs())),
  fraction: (x) => (x.n === 0n ? zero : x.s < 0n ? one.neg() : one),
  picks: 'constant',
  kinks: [{ at: (x) => x, convention: 'The sign jumps at 0; its derivative is taken as 0 everywhere.' }],
  cite: 'Rockafellar, Convex Analysis, Princeton University Press 1970, §23 (subgradients).',
};
