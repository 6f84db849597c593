import { abs, add, call, exp, log1p, max, mul, neg, sub } from '../formula/build.js';
import { bce } from './bce.js';
import type { Op } from './op.js';
import { sigmoid } from './sigmoid.js';

/** Binary cross-entropy of σ(z) and its target. From z it loses no digits, however sure σ(z) is. */
export const bceLogits: Op = {
  name: 'bceLogits',
  inputs: ['z', 't'],
  forward: (z, t) => bce.forward!(call('sigmoid', z), t),
  partials: ([z, t]) => [sub(call('sigmoid', z!), t!), neg(z!)],
  stable: {
    forward: (z, t) => add(sub(max(z, 0), mul(t, z)), log1p(exp(neg(abs(z))))),
    partials: ([z, t]) => [sub(mul(sub(1, t!), call('sigmoid', z!)), mul(t!, call('sigmoid', neg(z!)))), neg(z!)],
  },
  tex: (z, t) => bce.tex(sigmoid.tex(z), t),
  range: [
    [-4, 4],
    [0, 1],
  ],
  cite: 'Goodfellow, Bengio & Courville, Deep Learning, MIT Press 2016, §6.2.2.2. https://www.deeplearningbook.org; Bishop, Pattern Recognition and Machine Learning, Springer 2006, eq. 5.18 (the derivative).',
};
