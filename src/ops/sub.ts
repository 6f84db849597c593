import { neg, number } from '../formula/build.js';
import { Binding, wrap, type Op } from './op.js';

/** a − b. */
export const sub: Op = {
  name: 'sub',
  inputs: ['a', 'b'],
  partials: () => [number(1), neg(1)],
  tex: (a, b) => ({ tex: `${a.tex} - ${wrap(b, Binding.product)}`, binding: Binding.sum }),
  float64: (a, b) => a - b,
  decimal: (a, b) => a.minus(b),
  fraction: (a, b) => a.sub(b),
  cite: 'Spivak, Calculus, 4th ed., Publish or Perish 2008, ch. 10: the sum rule.',
};
