import type { Block } from './block.js';
import { sumsToOne } from './sums-to-one.js';

/** Cross-entropy from probabilities, one loss a sample: for a class label, or for a row of target probabilities. */
export const negativeLogLikelihood: Block = {
  name: 'negativeLogLikelihood',
  summary: 'Minus the logarithm of the probability of the right class, from probabilities; one loss for each sample.',
  forms: [
    {
      inputs: 'p[...,k], y[...]',
      lines: 'out[...] = -log(p[...,y[...]])',
      requires: [sumsToOne('p')],
    },
    {
      inputs: 'p[...,k], t[...,k]',
      lines: 'out[...] = -sum(t[...,k]*log(p[...,k]), k)',
      requires: [sumsToOne('p'), sumsToOne('t')],
    },
  ],
  cite: 'Goodfellow, Bengio & Courville, Deep Learning, MIT Press 2016, §5.5. https://www.deeplearningbook.org',
};
