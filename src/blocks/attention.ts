import type { Block } from './block.js';

/** Scaled dot-product attention of one head: for one query, or for several, one a row. */
export const attention: Block = {
  name: 'attention',
  summary: 'Each query is compared with every key; softmax of the scores weighs the values.',
  forms: [
    {
      inputs: 'Q[n,d], K[m,d], V[m,e]',
      lines: `
        products = Q*transpose(K)
        scores = products/sqrt(size(Q, 2))
        weights = softmax(scores)
        out = weights*V
      `,
      claims: 'grad(V[m,e]) = sum(weights[n,m]*grad(out[n,e]), n)',
    },
    {
      inputs: 'Q[d], K[m,d], V[m,e]',
      lines: `
        products = K*Q
        scores = products/sqrt(size(Q, 1))
        weights = softmax(scores)
        out = transpose(V)*weights
      `,
      claims: 'grad(V[m,e]) = weights[m]*grad(out[e])',
    },
  ],
  cite: 'Vaswani et al., Attention Is All You Need, NeurIPS 2017, §3.2.1, equation 1. https://arxiv.org/abs/1706.03762',
};
