import type { Block } from './block.js';

/** Label smoothing: target probabilities moved a little towards the same for every class. */
export const smooth: Block = {
  name: 'smooth',
  summary: 'Label smoothing: a part `amount` of the target is shared evenly by all classes.',
  forms: [
    {
      inputs: 't[...,k], amount',
      lines: 'out[...,k] = (1 - amount)*t[...,k] + amount/size(t, k)',
    },
  ],
  cite: 'Szegedy et al., Rethinking the Inception Architecture, CVPR 2016, §7. https://arxiv.org/abs/1512.00567',
};
