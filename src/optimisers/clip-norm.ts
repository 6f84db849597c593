import { positive, type Rule } from './rule.js';

/** Clipping by the norm of all gradients together. */
export const clipNorm: Rule = {
  name: 'clip-norm',
  summary: 'All gradients together are scaled down so far that their norm is at most max_norm.',
  settings: { max_norm: positive('1') },
  once: `
    norm = sqrt(sum(g^2))
    scale = min(1, max_norm/(norm + 1e-6))`,
  lines: 'g = scale*g',
  cite: 'Pascanu, Mikolov & Bengio, On the difficulty of training recurrent neural networks, 2013, algorithm 1; torch.nn.utils.clip_grad_norm_, with its 1e-6',
};
