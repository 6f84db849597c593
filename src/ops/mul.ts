import * as build from '../formula/build.js';
import { one } from '../numbers/rational.js';
import type { Op } from './op.js';
import { productOf } from './tex.js';

/** The product of any number of inputs: exactly 0 if one of them is. */
export const mul: Op = {
  name: 'mul',
  inputs: 'list',
  partials: (inputs) =>
    inputs.map((_, i) => {
      const others = inputs.filter((_, j) => j !== i);
      return others.length === 1 ? others[0]! : others.length ? build.mul(...others) : build.number(1);
    }),
  tex: (...factors) => productOf(factors),
  float64: (...inputs) => inputs.reduce((a, b) => a * b, 1),
  decimal: (...inputs) => inputs.reduce((a, b) => a.times(b)),
  fraction: (...inputs) => inputs.reduce((a, b) => a.mul(b), one),
  zeroWhenZero: 'any',
  cite: 'Spivak, Calculus, 4th ed., Publish or Perish 2008, ch. 10: the product rule.',
};
