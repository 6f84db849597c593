import { sign } from '../formula/build.js';
import { Binding, enclosed, type Op } from './op.js';

/** The absolute value. */
export const abs: Op = {
  name: 'abs',
  inputs: ['x'],
  partials: ([x]) => [sign(x!)],
  tex: (x) => ({ tex: enclosed('\\lvert ', x.tex, '\\rvert '), binding: Binding.atom }),
  float64: (x) => Math.abs(x),
  decimal: (x) => x.abs(),
  fraction: (x) => x.abs(),
  kinks: [{ at: (x) => x, convention: 'At 0 the absolute value has no derivative; 0 is used, as in PyTorch.' }],
  cite: 'Rockafellar, Convex Analysis, Princeton University Press 1970, §23 (subgradients).',
};
