import { max, step } from '../formula/build.js';
import type { Op } from './op.js';
import { applied } from './tex.js';

/** The rectified linear unit. */
export const relu: Op = {
  name: 'relu',
  inputs: ['x'],
  forward: (x) => max(0, x),
  partials: ([x]) => [step(x!)],
  tex: applied('\\operatorname{ReLU}'),
  kinks: [{ at: (x) => x, convention: 'At 0 ReLU has no derivative; 0 is used, as in PyTorch.' }],
  cite: 'Nair & Hinton, Rectified Linear Units Improve Restricted Boltzmann Machines, ICML 2010.',
};
