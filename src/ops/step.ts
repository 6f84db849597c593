import { number } from '../formula/build.js';
import { one, zero } from '../numbers/rational.js';
import { Binding, enclosed, type Op } from './op.js';

/** 1 where x is positive, otherwise 0 (so it is 0 at 0): the derivative of the rectifier. */
export const step: Op = {
  name: 'step',
  inputs: ['x'],
  partials: () => [number(0)],
  tex: (x) => ({ tex: enclosed('[', `${x.tex} > 0`, ']'), binding: Binding.atom }),
  float64: (x) => (x > 0 ? 1 : 0),
  decimal: (x) => (x.cmp(0) > 0 ? x.div(x) : x.minus(x)),
  fraction: (x) => (x.s > 0n && x.n > 0n ? one : zero),
  picks: 'constant',
  kinks: [{ at: (x) => x, convention: 'The step jumps at 0; its derivative is taken as 0 everywhere.' }],
  cite: 'Knuth, Two Notes on Notation, American Mathematical Monthly 99 (1992) 403–422 (Iverson brackets).',
};
