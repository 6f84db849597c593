import * as build from '../formula/build.js';
import { Binding, wrap, type Op } from './op.js';

/** −x. */
export const neg: Op = {
  name: 'neg',
  inputs: ['x'],
  partials: () => [build.neg(1)],
  tex: (x) => ({ tex: `-${wrap(x, Binding.product)}`, binding: Binding.sum }),
  float64: (x) => -x,
  decimal: (x) => x.neg(),
  fraction: (x) => x.neg(),
  cite: 'Spivak, Calculus, 4th ed., Publish or Perish 2008, ch. 10: the sum rule.',
};
