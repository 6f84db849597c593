import { add, call, mul, sub } from '../formula/build.js';
import type { Op } from './op.js';
import { applied } from './tex.js';

/** x σ(x), also called swish. */
export const silu: Op = {
  name: 'silu',
  inputs: ['x'],
  forward: (x) => mul(x, call('sigmoid', x)),
  partials: ([x]) => {
    const s = call('sigmoid', x!);
    return [mul(s, add(1, mul(x!, sub(1, s))))];
  },
  tex: applied('\\operatorname{SiLU}'),
  cite: 'Elfwing, Uchibe & Doya, Sigmoid-Weighted Linear Units, 2017. arXiv:1702.03118; Ramachandran, Zoph & Le, Searching for Activation Functions, 2017. arXiv:1710.05941',
};
