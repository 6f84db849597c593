import type { Block } from './block.js';

/** Dropout in training, with the mask that was drawn as given numbers: what stays is scaled up (inverted dropout). */
export const dropout: Block = {
  name: 'dropout',
  summary: 'Where the mask is 0 a number is dropped; where it is 1 the number is divided by the chance 1 − p to stay.',
  forms: [
    {
      inputs: 'x[...], mask[...], p',
      lines: 'out[...] = mask[...]*x[...]/(1 - p)',
      claims: 'grad(x[...]) = mask[...]/(1 - p)*grad(out[...])',
      requires: [
        {
          kind: 'zeros-and-ones',
          input: 'mask',
          sentence:
            'A dropout mask is 0 where a number is dropped and 1 where it stays, and here one entry is {size}: write 0 or 1. The scaling by 1/(1 − p) is part of `dropout`.',
        },
        {
          kind: 'from-0-below-1',
          input: 'p',
          sentence:
            'The chance p that a number is dropped is {size} here: give `dropout` a p from 0 to below 1; with 1 nothing would be left.',
        },
      ],
    },
  ],
  cite: 'Srivastava et al., Dropout: A Simple Way to Prevent Neural Networks from Overfitting, Journal of Machine Learning Research 15 (2014) 1929–1958; scaled in training (inverted) as in the CS231n notes, neural networks part 2.',
};
