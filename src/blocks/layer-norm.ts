import type { Block } from './block.js';
import { normHints } from './norm-hints.js';

/** Layer normalisation: each sample by the mean and the biased variance of its own features. */
export const layerNorm: Block = {
  name: 'layerNorm',
  summary:
    'Each sample less the mean of its features, over their standard deviation; then scaled by γ and shifted by β.',
  forms: [
    {
      inputs: 'x[...,j], gamma[j], beta[j], eps = 1e-5',
      lines: `
        mean[...] = mean(x[...,j], j)
        var[...] = mean((x[...,j] - mean[...])^2, j)
        inv_std[...] = (var[...] + eps)^(-(1/2))
        xhat[...,j] = (x[...,j] - mean[...])*inv_std[...]
        out[...,j] = gamma[j]*xhat[...,j] + beta[j]
      `,
      hints: normHints,
    },
  ],
  cite: 'Ba, Kiros & Hinton, Layer Normalization, 2016, §3. https://arxiv.org/abs/1607.06450',
};
