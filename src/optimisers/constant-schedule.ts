import type { Rule } from './rule.js';

/** The rate as it is set, in every update. */
export const constantSchedule: Rule = {
  name: 'constant',
  summary: 'The rate stays as it is set.',
  settings: {},
  cite: 'torch.optim.lr_scheduler.ConstantLR with factor 1',
};
