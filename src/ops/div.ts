import * as build from '../formula/build.js';
import { formatDouble } from '../numbers/digits.js';
import { Binding, type Op } from './op.js';

/** a / b. */
export const div: Op = {
  name: 'div',
  inputs: ['a', 'b'],
  partials: ([a, b]) => [build.div(1, b!), build.neg(build.div(a!, build.pow(b!, 2)))],
  tex: (a, b) => ({ tex: `\\frac{${a.tex}}{${b.tex}}`, binding: Binding.product }),
  float64: (a, b) => a / b,
  decimal: (a, b) => a.div(b),
  fraction: (a, b) => a.div(b),
  zeroWhenZero: 'first',
  refuses: (a, b) => {
    if (b !== 0) return undefined;
    return a === 0 ? '0 / 0 has no value.' : `${formatDouble(a)} / 0 has no value: nothing can be divided by 0.`;
  },
  range: [
    [-4, 4],
    [0.25, 4],
  ],
  cite: 'Spivak, Calculus, 4th ed., Publish or Perish 2008, ch. 10: the quotient rule.',
};
