import { mul, name, sub } from '../formula/build.js';
import type { Optimiser } from './optimiser.js';

/** Stochastic gradient descent: a step of length rate · g against the gradient. */
export const sgd: Optimiser = {
  name: 'sgd',
  settings: { rate: '0.5' },
  lines: [{ name: 'w', formula: sub(name('w'), mul(name('rate'), name('g'))) }],
  cite: 'Robbins & Monro, A Stochastic Approximation Method, 1951; Goodfellow, Bengio & Courville, Deep Learning, 2016, algorithm 8.1',
};
