import type { Block } from './block.js';

/** Embedding: a label chooses its row of a table. A row chosen several times gets the sum of what comes back. */
export const embedding: Block = {
  name: 'embedding',
  summary: 'Each label, counted from 1, is replaced by its row of the table.',
  forms: [
    {
      inputs: 'table[k,d], y[n]',
      lines: 'out[n,d] = table[y[n],d]',
      claims: 'grad(table[k,d]) = sum(delta(k, y[n])*grad(out[n,d]), n)',
    },
    { inputs: 'table[k,d], y[...]', lines: 'out[...,d] = table[y[...],d]' },
  ],
  cite: 'Bengio, Ducharme, Vincent & Jauvin, A Neural Probabilistic Language Model, Journal of Machine Learning Research 3 (2003) 1137–1155, §2.',
};
