import { adam } from './adam.js';
import { notNegative, type Rule } from './rule.js';

/** Adam with weight decay beside it, not inside. */
export const adamw: Rule = {
  ...adam,
  name: 'adamw',
  summary: 'Adam whose weight decay shrinks the parameter itself and never reaches the running means.',
  settings: { ...adam.settings, decay: notNegative('0.01') },
  lines: `
    m = beta1*m + (1 - beta1)*g
    v = beta2*v + (1 - beta2)*g^2
    mhat = m/(1 - beta1^k)
    vhat = v/(1 - beta2^k)
    w = w - rate*decay*w - rate*mhat/(sqrt(vhat) + eps)`,
  cite: 'Loshchilov & Hutter, Decoupled Weight Decay Regularization, 2019, algorithm 2; torch.optim.AdamW',
};
