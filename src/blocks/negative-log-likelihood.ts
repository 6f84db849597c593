import type { Block } from './block.js';

/** Cross-entropy from probabilities, one loss a sample: for a class label, or for a row of target probabilities. */
export const negativeLogLikelihood: Block = {
  name: 'negativeLogLikelihood',
  summary: 'Minus the logarithm of the probability of the right class, from probabilities; one loss for each sample.',
  forms: [
    {
      inputs: 'p[...,k], y[...]',
      lines: 'out[...] = -log(p[...,y[...]])',
      requires: [{ kind: 'sums-to-one', input: 'p', sentence: sentence() }],
    },
    {
      inputs: 'p[...,k], t[...,k]',
      lines: 'out[...] = -sum(t[...,k]*log(p[...,k]), k)',
      requires: [
        { kind: 'sums-to-one', input: 'p', sentence: sentence() },
        { kind: 'sums-to-one', input: 't', sentence: sentence() },
      ],
    },
  ],
  cite: 'Goodfellow, Bengio & Courville, Deep Learning, MIT Press 2016, §5.5. https://www.deeplearningbook.org',
};

function sentence(): string {
  return 'The probabilities of a sample must be at least 0 and add up to 1; {size}.';
}
