import { larger, sub } from '../formula/build.js';
import type { Op } from './op.js';
import { applied } from './tex.js';

/** The smaller of two numbers. */
export const min: Op = {
  name: 'min',
  inputs: ['a', 'b'],
  partials: ([a, b]) => [larger(b!, a!), larger(a!, b!)],
  tex: applied('\\min'),
  float64: (a, b) => Math.min(a, b),
  decimal: (a, b) => (a.cmp(b) <= 0 ? a : b),
  fraction: (a, b) => (a.compare(b) <= 0 ? a : b),
  picks: 'input',
  kinks: [
    {
      at: (a, b) => sub(a, b),
      convention: 'At a tie min has no derivative; it is split evenly, ½ to each, as in PyTorch.',
    },
  ],
  cite: 'Rockafellar, Convex Analysis, Princeton University Press 1970, §23 (subgradients).',
};
