import { larger, sub } from '../formula/build.js';
import type { Op } from './op.js';
import { applied } from './tex.js';

/** The larger of two numbers. */
export const max: Op = {
  name: 'max',
  inputs: ['a', 'b'],
  partials: ([a, b]) => [larger(a!, b!), larger(b!, a!)],
  tex: applied('\\max'),
  float64: (a, b) => Math.max(a, b),
  decimal: (a, b) => (a.cmp(b) >= 0 ? a : b),
  fraction: (a, b) => (a.compare(b) >= 0 ? a : b),
  picks: 'input',
  kinks: [
    {
      at: (a, b) => sub(a, b),
      convention: 'At a tie max has no derivative; it is split evenly, ½ to each, as in PyTorch.',
    },
  ],
  cite: 'Rockafellar, Convex Analysis, Princeton University Press 1970, §23 (subgradients).',
};
