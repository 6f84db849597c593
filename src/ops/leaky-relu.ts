import { add, max, min, mul, step, sub } from '../formula/build.js';
import { Binding, parenthesised, type Op } from './op.js';

/** The rectifier with a small slope on its negative side. */
export const leakyRelu: Op = {
  name: 'leakyRelu',
  inputs: ['x', 'slope'],
  defaults: { slope: '0.01' },
  forward: (x, slope) => add(max(0, x), mul(slope, min(0, x))),
  partials: ([x, slope]) => [add(slope!, mul(sub(1, slope!), step(x!))), min(0, x!)],
  tex: (x, slope) => ({
    tex: `\\operatorname{LeakyReLU}_{${slope.tex}}${parenthesised(x.tex)}`,
    binding: Binding.power,
  }),
  kinks: [
    {
      at: (x) => x,
      convention: 'At 0 the leaky ReLU has no derivative; its slope on the left is used, as in PyTorch.',
    },
  ],
  cite: 'Maas, Hannun & Ng, Rectifier Nonlinearities Improve Neural Network Acoustic Models, ICML 2013.',
};
