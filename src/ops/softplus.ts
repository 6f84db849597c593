import { abs, add, call, exp, log, log1p, max, neg } from '../formula/build.js';
import type { Op } from './op.js';
import { applied } from './tex.js';

/** ln(1 + e^x), a smooth rectifier. Its slope is the sigmoid. */
export const softplus: Op = {
  name: 'softplus',
  inputs: ['x'],
  forward: (x) => log(add(1, exp(x))),
  partials: ([x]) => [call('sigmoid', x!)],
  stable: { forward: (x) => add(max(x, 0), log1p(exp(neg(abs(x))))) },
  tex: applied('\\operatorname{softplus}'),
  cite: 'Dugas, Bengio, Bélisle, Nadeau & Garcia, Incorporating Second-Order Functional Knowledge for Better Option Pricing, NIPS 2000.',
};
