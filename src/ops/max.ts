import { abs, larger, max as maxOf, min, number, sub } from '../formula/build.js';
import { without } from './list.js';
import type { Op } from './op.js';
import { applied } from './tex.js';

/** The largest of some numbers. */
export const max: Op = {
  name: 'max',
  inputs: 'list',
  partials: (list) => list.map((each, i) => (list.length > 1 ? larger(each, ...without(list, i)) : number(1))),
  tex: applied('\\max'),
  float64: (...list) => Math.max(...list),
  decimal: (...list) => list.reduce((a, b) => (a.cmp(b) >= 0 ? a : b)),
  fraction: (...list) => list.reduce((a, b) => (a.compare(b) >= 0 ? a : b)),
  picks: 'input',
  kinks: [
    {
      // By how much the largest is ahead of the next one.
      at: (...list) =>
        list.length > 1 ? min(...list.map((each, i) => abs(sub(each, maxOf(...without(list, i)))))) : number(1),
      convention: 'At a tie max has no derivative; it is split evenly (½ to each of two), as in PyTorch.',
    },
  ],
  cite: 'Rockafellar, Convex Analysis, Princeton University Press 1970, §23 (subgradients).',
};
