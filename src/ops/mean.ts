import { add, div, number } from '../formula/build.js';
import { Binding, wrap, type Op } from './op.js';
import { sumOf } from './tex.js';

/** The mean of a list. */
export const mean: Op = {
  name: 'mean',
  inputs: 'list',
  forward: (...list) => div(add(...list), list.length),
  partials: (list) => list.map(() => div(1, number(list.length))),
  tex: (...terms) => ({
    tex: `\\frac{1}{${terms.length}} ${wrap(sumOf(terms), Binding.atom)}`,
    binding: Binding.product,
  }),
  cite: 'DLMF §1.2(iv), means. https://dlmf.nist.gov/1.2.iv',
};
