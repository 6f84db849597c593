import type { Block } from './block.js';

/** Dropout after training: nothing is dropped, and nothing is scaled, since training did that. */
export const dropoutEval: Block = {
  name: 'dropoutEval',
  summary: 'Dropout after training: every number passes as it is.',
  forms: [{ inputs: 'x[...]', lines: 'out[...] = x[...]' }],
  cite: 'Srivastava et al., Dropout: A Simple Way to Prevent Neural Networks from Overfitting, Journal of Machine Learning Research 15 (2014) 1929–1958; without scaling (inverted) as in the CS231n notes, neural networks part 2.',
};
