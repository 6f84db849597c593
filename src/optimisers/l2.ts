import { notNegative, type Rule } from './rule.js';

/** Weight decay as part of the gradient. */
export const l2: Rule = {
  name: 'l2',
  summary: 'Weight decay: the gradient of decay/2 · w² is added to every gradient.',
  settings: { decay: notNegative('0.01') },
  lines: 'g = g + decay*w',
  cite: 'Goodfellow, Bengio & Courville, Deep Learning, 2016, §7.1.1; torch.optim.SGD, weight_decay',
};
