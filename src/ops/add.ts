import { number } from '../formula/build.js';
import { zero } from '../numbers/rational.js';
import type { Op } from './op.js';
import { sumOf } from './tex.js';

/** The sum of any number of inputs. */
export const add: Op = {
  name: 'add',
  inputs: 'list',
  partials: (inputs) => inputs.map(() => number(1)),
  tex: (...terms) => sumOf(terms),
  float64: (...inputs) => inputs.reduce((a, b) => a + b, 0),
  decimal: (...inputs) => inputs.reduce((a, b) => a.plus(b)),
  fraction: (...inputs) => inputs.reduce((a, b) => a.add(b), zero),
  cite: 'Spivak, Calculus, 4th ed., Publish or Perish 2008, ch. 10: the sum rule.',
};
