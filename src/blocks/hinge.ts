import type { Block } from './block.js';

/** Hinge losses, one a sample: for a class label (Weston & Watkins), or, element by element, for targets −1 and 1. */
export const hinge: Block = {
  name: 'hinge',
  summary:
    'How far other scores come within a margin of the right one; with targets −1 and 1, of each score by itself.',
  forms: [
    {
      inputs: 's[...,k], y[...], margin = 1',
      lines: `
        margins[...,k] = (1 - delta(k, y[...]))*relu(s[...,k] - s[...,y[...]] + margin)
        out[...] = sum(margins[...,k], k != y[...])
      `,
    },
    { inputs: 's[...], t[...], margin = 1', lines: 'out = relu(margin - t .* s)' },
  ],
  cite: 'Weston & Watkins, Support Vector Machines for Multi-Class Pattern Recognition, ESANN 1999; CS231n notes, linear classification.',
};
