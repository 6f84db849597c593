import { max, number, sub } from '../formula/build.js';
import { rational, zero } from '../numbers/rational.js';
import { Binding, enclosed, type Op } from './op.js';
import { applied } from './tex.js';

/**
 * The share of the first of some numbers in being the largest: 1 above all the others, 0 below one of them, and at a
 * tie the same for each of the tied (½ for two). It is the derivative of the maximum.
 */
export const larger: Op = {
  name: 'larger',
  inputs: 'list',
  partials: (list) => list.map(() => number(0)),
  tex: (a, ...others) => {
    const rest = others.length === 1 ? others[0]! : applied('\\max')(...others);
    return { tex: enclosed('[', `${a.tex} > ${rest.tex}`, ']'), binding: Binding.atom };
  },
  float64: (a, ...others) => {
    const sharing = tied(others, (other) => (a === other ? 0 : a - other));
    return sharing && 1 / sharing;
  },
  decimal: (a, ...others) => {
    const sharing = tied(others, (other) => a.cmp(other));
    const none = a.minus(a);
    return sharing ? none.plus(1).div(sharing) : none;
  },
  fraction: (a, ...others) => {
    const sharing = tied(others, (other) => a.compare(other));
    return sharing ? rational(1n, BigInt(sharing)) : zero;
  },
  picks: 'constant',
  kinks: [
    {
      at: (a, ...others) => (others.length ? sub(a, max(...others)) : number(1)),
      convention: 'The comparison jumps at a tie; its derivative is taken as 0 everywhere.',
    },
  ],
  cite: 'Knuth, Two Notes on Notation, American Mathematical Monthly 99 (1992) 403–422 (Iverson brackets).',
};

/** How many share the first place, the first input among them; 0 if one of the others is ahead of it. */
function tied<T>(others: readonly T[], lead: (other: T) => number): number {
  const leads = others.map(lead);
  return leads.some((each) => each < 0) ? 0 : 1 + leads.filter((each) => each === 0).length;
}
