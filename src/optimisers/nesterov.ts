import { fraction, positive, type Rule } from './rule.js';

/** Nesterov's momentum as PyTorch writes it. */
export const nesterov: Rule = {
  name: 'nesterov',
  summary: 'Momentum that looks one step ahead: the gradient counts once more beside the velocity (PyTorch).',
  settings: { rate: positive('0.1'), mu: fraction('0.9') },
  state: { v: '0' },
  lines: `
    v = mu*v + g
    w = w - rate*(g + mu*v)`,
  cite: 'Nesterov, A method for solving the convex programming problem with convergence rate O(1/k²), 1983; torch.optim.SGD, nesterov',
};
