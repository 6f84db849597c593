import { notNegative, positive, type Rule } from './rule.js';

/** AdaGrad: a rate of its own for every parameter, the smaller the more it has moved. */
export const adagrad: Rule = {
  name: 'adagrad',
  summary: 'Squared gradients add up, and the step is divided by the root of their sum.',
  settings: { rate: positive('0.01'), eps: notNegative('1e-10') },
  state: { v: '0' },
  lines: `
    v = v + g^2
    w = w - rate*g/(sqrt(v) + eps)`,
  cite: 'Duchi, Hazan & Singer, Adaptive Subgradient Methods for Online Learning and Stochastic Optimization, 2011; torch.optim.Adagrad',
};
