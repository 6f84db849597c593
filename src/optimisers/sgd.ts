import { positive, type Rule } from './rule.js';

/** Gradient descent. */
export const sgd: Rule = {
  name: 'sgd',
  summary: 'A step against the gradient, as long as rate · g.',
  settings: { rate: positive('0.5') },
  lines: 'w = w - rate*g',
  cite: 'Robbins & Monro, A Stochastic Approximation Method, 1951; Goodfellow, Bengio & Courville, Deep Learning, 2016, algorithm 8.1',
};
