import { fraction, notNegative, positive, type Rule } from './rule.js';

/** Adam, with the corrections for the start. */
export const adam: Rule = {
  name: 'adam',
  summary: 'Running means of the gradient and of its square, both corrected for starting at 0.',
  settings: {
    rate: positive('0.001'),
    beta1: fraction('0.9'),
    beta2: fraction('0.999'),
    eps: notNegative('1e-8'),
  },
  state: { m: '0', v: '0' },
  shared: { k: '0' },
  once: 'k = k + 1',
  lines: `
    m = beta1*m + (1 - beta1)*g
    v = beta2*v + (1 - beta2)*g^2
    mhat = m/(1 - beta1^k)
    vhat = v/(1 - beta2^k)
    w = w - rate*mhat/(sqrt(vhat) + eps)`,
  cite: 'Kingma & Ba, Adam: A Method for Stochastic Optimization, 2015, algorithm 1; torch.optim.Adam',
};
