import type { Block } from './block.js';
import { normHints } from './norm-hints.js';

const requires = [
  {
    kind: 'least',
    letter: 'n',
    least: 2,
    sentence:
      'A batch norm in training needs at least 2 samples, and this batch has {size}: with one, every feature equals its mean and nothing is left. Add a sample, or use `batchNormEval` with running statistics.',
  },
] as const;

/** Batch normalisation in training: each feature by the mean and the biased variance of its batch. */
export const batchNorm: Block = {
  name: 'batchNorm',
  summary: 'Each feature less its mean over the batch, over its standard deviation; then scaled by γ and shifted by β.',
  forms: [
    {
      inputs: 'x[n,j], gamma[j], beta[j], eps = 1e-5',
      lines: `
        mean[j] = mean(x[n,j], n)
        var[j] = mean((x[n,j] - mean[j])^2, n)
        inv_std[j] = (var[j] + eps)^(-(1/2))
        xhat[n,j] = (x[n,j] - mean[j])*inv_std[j]
        out[n,j] = gamma[j]*xhat[n,j] + beta[j]
      `,
      hints: normHints,
      claims: `
        grad(mean[j]) = -inv_std[j]*sum(grad(xhat[n,j]), n)
        grad(x[n,j]) = gamma[j]*inv_std[j]/size(x, 1)*(size(x, 1)*grad(out[n,j]) - sum(grad(out[m,j]), m) - xhat[n,j]*sum(grad(out[m,j])*xhat[m,j], m))
      `,
      requires,
    },
    {
      inputs: 'x[n], gamma, beta, eps = 1e-5',
      lines: `
        mu = mean(x)
        var = mean((x - mu)^2)
        inv_std = (var + eps)^(-(1/2))
        xhat[n] = (x[n] - mu)*inv_std
        out[n] = gamma*xhat[n] + beta
      `,
      hints: normHints,
      claims: `
        grad(mu) = -inv_std*sum(grad(xhat[n]), n)
        grad(x[n]) = gamma*inv_std/size(x, 1)*(size(x, 1)*grad(out[n]) - sum(grad(out[m]), m) - xhat[n]*sum(grad(out[m])*xhat[m], m))
      `,
      requires,
    },
  ],
  cite: 'Ioffe & Szegedy, Batch Normalization, ICML 2015, algorithm 1 and §3. https://arxiv.org/abs/1502.03167',
};
