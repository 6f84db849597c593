import { number, sub } from '../formula/build.js';
import { half, one, zero } from '../numbers/rational.js';
import { Binding, enclosed, type Op } from './op.js';

/** 1 where a > b, 0 where a < b, ½ at a tie: the derivative of the maximum. */
export const larger: Op = {
  name: 'larger',
  inputs: ['a', 'b'],
  partials: () => [number(0), number(0)],
  tex: (a, b) => ({ tex: enclosed('[', `${a.tex} > ${b.tex}`, ']'), binding: Binding.atom }),
  float64: (a, b) => (a > b ? 1 : a < b ? 0 : 0.5),
  decimal: (a, b) => a.minus(a).plus((a.cmp(b) + 1) / 2),
  fraction: (a, b) => [zero, half, one][a.compare(b) + 1]!,
  picks: 'constant',
  kinks: [
    { at: (a, b) => sub(a, b), convention: 'The comparison jumps at a tie; its derivative is taken as 0 everywhere.' },
  ],
  cite: 'Knuth, Two Notes on Notation, American Mathematical Monthly 99 (1992) 403–422 (Iverson brackets).',
};
