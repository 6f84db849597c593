import { fraction, notNegative, positive, type Rule } from './rule.js';

/** RMSProp with ε inside the root. */
export const rmspropInside: Rule = {
  name: 'rmsprop-inside',
  summary:
    'The step is divided by the root of a running mean of squared gradients; ε stands inside the root (TensorFlow 1, d2l).',
  settings: { rate: positive('0.01'), rho: fraction('0.9'), eps: notNegative('1e-6') },
  state: { v: '0' },
  lines: `
    v = rho*v + (1 - rho)*g^2
    w = w - rate*g/sqrt(v + eps)`,
  cite: 'Goodfellow, Bengio & Courville, Deep Learning, 2016, algorithm 8.5; Zhang et al., Dive into Deep Learning, §12.8',
};
