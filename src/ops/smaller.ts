import { larger, min, neg, number, sub } from '../formula/build.js';
import { Binding, enclosed, type Op } from './op.js';
import { applied } from './tex.js';

/** The share of the first of some numbers in being the smallest, as `larger` is that in being the largest. */
export const smaller: Op = {
  name: 'smaller',
  inputs: 'list',
  forward: (a, ...others) => larger(neg(a), ...others.map((each) => neg(each))),
  partials: (list) => list.map(() => number(0)),
  tex: (a, ...others) => {
    const rest = others.length === 1 ? others[0]! : applied('\\min')(...others);
    return { tex: enclosed('[', `${a.tex} < ${rest.tex}`, ']'), binding: Binding.atom };
  },
  kinks: [
    {
      at: (a, ...others) => (others.length ? sub(a, min(...others)) : number(1)),
      convention: 'The comparison jumps at a tie; its derivative is taken as 0 everywhere.',
    },
  ],
  cite: 'Knuth, Two Notes on Notation, American Mathematical Monthly 99 (1992) 403–422 (Iverson brackets).',
};
