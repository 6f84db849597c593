import { number } from '../formula/build.js';
import type { Op } from './op.js';

/** x itself: the activation of a linear output. */
export const identity: Op = {
  name: 'identity',
  inputs: ['x'],
  forward: (x) => x,
  partials: () => [number(1)],
  tex: (x) => x,
  cite: 'Goodfellow, Bengio & Courville, Deep Learning, MIT Press 2016, §6.2.2.1. https://www.deeplearningbook.org',
};
