import type { Block } from './block.js';

/** A linear layer, for one sample or for a batch with one sample a row. */
export const linear: Block = {
  name: 'linear',
  summary: 'Weights times inputs, and a bias for each output; for one sample or for a batch, one sample a row.',
  forms: [
    { inputs: 'x[j], W[i,j], b[i]', lines: 'out = W*x + b' },
    { inputs: 'x[n,j], W[i,j], b[i]', lines: 'out = x*transpose(W) + b' },
    { inputs: 'x[j], W[i,j]', lines: 'out = W*x' },
    { inputs: 'x[n,j], W[i,j]', lines: 'out = x*transpose(W)' },
  ],
  cite: 'Goodfellow, Bengio & Courville, Deep Learning, MIT Press 2016, §6.1. https://www.deeplearningbook.org',
};
