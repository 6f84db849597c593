import { notNegative, type Rule } from './rule.js';

/** A pull towards 0 that is equally strong wherever the parameter is. */
export const l1: Rule = {
  name: 'l1',
  summary: 'The gradient of decay1 · |w| is added to every gradient; at 0 it is taken as 0.',
  settings: { decay1: notNegative('0.01') },
  lines: 'g = g + decay1*sign(w)',
  cite: 'Goodfellow, Bengio & Courville, Deep Learning, 2016, §7.1.2',
};
