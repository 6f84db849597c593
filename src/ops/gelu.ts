import { add, call, mul } from '../formula/build.js';
import type { Op } from './op.js';
import { applied } from './tex.js';

/** x Φ(x), the Gaussian error linear unit in its exact form. The tanh form is `geluTanh`. */
export const gelu: Op = {
  name: 'gelu',
  inputs: ['x'],
  forward: (x) => mul(x, call('normalCdf', x)),
  partials: ([x]) => [add(call('normalCdf', x!), mul(x!, call('normalPdf', x!)))],
  tex: applied('\\operatorname{GELU}'),
  cite: 'Hendrycks & Gimpel, Gaussian Error Linear Units, 2016. arXiv:1606.08415',
};
