import { add, number } from '../formula/build.js';
import type { Op } from './op.js';
import { sumOf } from './tex.js';

/** The sum of a list. */
export const sum: Op = {
  name: 'sum',
  inputs: 'list',
  forward: (...list) => add(...list),
  partials: (list) => list.map(() => number(1)),
  tex: (...terms) => sumOf(terms),
  cite: 'Spivak, Calculus, 4th ed., Publish or Perish 2008, ch. 10: the sum rule.',
};
