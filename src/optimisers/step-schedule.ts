import { count, factor, type Rule } from './rule.js';

/** A rate that falls in steps. */
export const stepSchedule: Rule = {
  name: 'step',
  summary: 'The rate is multiplied by the factor after every so many updates.',
  settings: { every: count('10'), factor: factor('0.1') },
  shared: { k: '0' },
  once: `
    k = k + 1
    rate = rate*factor^floor((k - 1)/every)`,
  cite: 'torch.optim.lr_scheduler.StepLR',
};
