import { count, notNegative, type Rule } from './rule.js';

/** A rate that falls along half a wave of the cosine. */
export const cosineSchedule: Rule = {
  name: 'cosine',
  summary:
    'The rate falls from its setting to min_rate along half a cosine, over period updates, and rises again after.',
  settings: { period: count('100'), min_rate: notNegative('0') },
  shared: { k: '0' },
  once: `
    k = k + 1
    rate = min_rate + (rate - min_rate)*(1 + cos(pi*(k - 1)/period))/2`,
  cite: 'Loshchilov & Hutter, SGDR: Stochastic Gradient Descent with Warm Restarts, 2017, eq. 5; torch.optim.lr_scheduler.CosineAnnealingLR, closed form',
};
