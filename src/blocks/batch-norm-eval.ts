import type { Block } from './block.js';

/** Batch normalisation in evaluation: by running statistics, which are given numbers. */
export const batchNormEval: Block = {
  name: 'batchNormEval',
  summary: 'Batch normalisation after training: every sample by itself, with a mean and a variance kept from training.',
  forms: [
    {
      inputs: 'x[...,j], gamma[j], beta[j], mean[j], var[j], eps = 1e-5',
      lines: `
        inv_std[j] = (var[j] + eps)^(-(1/2))
        xhat[...,j] = (x[...,j] - mean[j])*inv_std[j]
        out[...,j] = gamma[j]*xhat[...,j] + beta[j]
      `,
      claims: 'grad(x[...,j]) = gamma[j]*inv_std[j]*grad(out[...,j])',
    },
  ],
  cite: 'Ioffe & Szegedy, Batch Normalization, ICML 2015, algorithm 2. https://arxiv.org/abs/1502.03167',
};
