import { positive, type Rule } from './rule.js';

/** Clipping of every gradient by itself. */
export const clipValue: Rule = {
  name: 'clip-value',
  summary: 'Every gradient by itself is kept between −max_value and max_value.',
  settings: { max_value: positive('1') },
  lines: 'g = max(-max_value, min(max_value, g))',
  cite: 'torch.nn.utils.clip_grad_value_',
};
