import { max as maxOf, mul, number, step, sub } from '../formula/build.js';
import type { Formula } from '../formula/formula.js';
import { max } from './max.js';
import type { Op } from './op.js';

/** The largest of some numbers in their order, as max pooling takes it: at a tie it is the first of the tied. */
export const maxFirst: Op = {
  ...max,
  name: 'maxFirst',
  // Ahead of all before it, and of none behind it: so the first of the tied, and no other, has the 1.
  partials: (list) =>
    list.map((each, i) => {
      const [before, after] = [list.slice(0, i), list.slice(i + 1)];
      const ahead = before.length ? [step(sub(each, largest(before)))] : [];
      const notBehind = after.length ? [sub(1, step(sub(largest(after), each)))] : [];
      const [first = number(1), second] = [...ahead, ...notBehind];
      return second ? mul(first, second) : first;
    }),
  kinks: [
    {
      at: max.kinks![0]!.at,
      convention: 'At a tie max pooling has no derivative; the first of the tied gets all of it, as in PyTorch.',
    },
  ],
  cite: 'Goodfellow, Bengio & Courville, Deep Learning, MIT Press 2016, §9.3. https://www.deeplearningbook.org',
};

const largest = (list: readonly Formula[]): Formula => (list.length > 1 ? maxOf(...list) : list[0]!);
