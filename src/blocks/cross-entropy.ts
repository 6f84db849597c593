import type { Block } from './block.js';
import { sumsToOne } from './sums-to-one.js';

/** Cross-entropy from scores (logits), one loss a sample: for a class label, or for a row of target probabilities. */
export const crossEntropy: Block = {
  name: 'crossEntropy',
  summary: 'Minus the logarithm of the probability that softmax gives the right class; one loss for each sample.',
  forms: [
    {
      inputs: 'z[...,k], y[...]',
      lines: `
        p = softmax(z)
        log_p = logSoftmax(z)
        out[...] = -log_p[...,y[...]]
      `,
      claims: 'grad(z[...,k]) = (p[...,k] - delta(k, y[...]))*grad(out[...])',
    },
    {
      inputs: 'z[...,k], t[...,k]',
      lines: `
        p = softmax(z)
        log_p = logSoftmax(z)
        out[...] = -sum(t[...,k]*log_p[...,k], k)
      `,
      claims: 'grad(z[...,k]) = (p[...,k] - t[...,k])*grad(out[...])',
      requires: [sumsToOne('t', 'target probabilities')],
    },
  ],
  cite: 'Goodfellow, Bengio & Courville, Deep Learning, MIT Press 2016, §6.2.2.3. https://www.deeplearningbook.org',
};
