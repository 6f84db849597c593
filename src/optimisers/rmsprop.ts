import { fraction, notNegative, positive, type Rule } from './rule.js';

/** RMSProp with ε outside the root, as PyTorch, CS231n and Keras have it. */
export const rmsprop: Rule = {
  name: 'rmsprop',
  summary:
    'The step is divided by the root of a running mean of squared gradients; ε stands outside the root (PyTorch).',
  settings: { rate: positive('0.01'), rho: fraction('0.99'), eps: notNegative('1e-8') },
  state: { v: '0' },
  lines: `
    v = rho*v + (1 - rho)*g^2
    w = w - rate*g/(sqrt(v) + eps)`,
  cite: 'Tieleman & Hinton, Neural Networks for Machine Learning, lecture 6.5, 2012; torch.optim.RMSprop',
};
