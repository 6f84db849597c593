import { fraction, positive, type Rule } from './rule.js';

/** Momentum as PyTorch writes it: the rate stands outside the velocity. */
export const momentum: Rule = {
  name: 'momentum',
  summary: 'Gradients add up to a velocity that fades, and the rate times the velocity is the step (PyTorch).',
  settings: { rate: positive('0.1'), mu: fraction('0.9') },
  state: { v: '0' },
  lines: `
    v = mu*v + g
    w = w - rate*v`,
  cite: 'Polyak, Some methods of speeding up the convergence of iteration methods, 1964; torch.optim.SGD, momentum',
};
