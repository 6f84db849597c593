import { abs, larger, min as minOf, number, smaller, sub } from '../formula/build.js';
import type { Formula } from '../formula/formula.js';
import { without } from './list.js';
import type { Op } from './op.js';
import { applied } from './tex.js';

/** The smallest of some numbers. */
export const min: Op = {
  name: 'min',
  inputs: 'list',
  partials: (list) => list.map((each, i) => share(each, without(list, i))),
  tex: applied('\\min'),
  float64: (...list) => Math.min(...list),
  decimal: (...list) => list.reduce((a, b) => (a.cmp(b) <= 0 ? a : b)),
  fraction: (...list) => list.reduce((a, b) => (a.compare(b) <= 0 ? a : b)),
  picks: 'input',
  kinks: [
    {
      // By how much the smallest is ahead of the next one.
      at: (...list) =>
        list.length > 1 ? minOf(...list.map((each, i) => abs(sub(each, minOf(...without(list, i)))))) : number(1),
      convention: 'At a tie min has no derivative; it is split evenly (½ to each of two), as in PyTorch.',
    },
  ],
  cite: 'Rockafellar, Convex Analysis, Princeton University Press 1970, §23 (subgradients).',
};

function share(each: Formula, others: readonly Formula[]): Formula {
  if (others.length === 1) return larger(others[0]!, each);
  return others.length ? smaller(each, ...others) : number(1);
}
