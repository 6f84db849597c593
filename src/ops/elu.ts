import { add, call, exp, max, min, mul, step, sub } from '../formula/build.js';
import { Binding, parenthesised, type Op } from './op.js';

/** The exponential linear unit: x above 0, α(e^x − 1) below. */
export const elu: Op = {
  name: 'elu',
  inputs: ['x', 'alpha'],
  defaults: { alpha: '1' },
  forward: (x, alpha) => add(max(0, x), mul(alpha, sub(exp(min(0, x)), 1))),
  partials: ([x, alpha]) => {
    const below = sub(1, step(x!));
    return [add(step(x!), mul(alpha!, exp(min(0, x!)), below)), sub(exp(min(0, x!)), 1)];
  },
  stable: {
    forward: (x, alpha) => add(max(0, x), mul(alpha, call('expm1', min(0, x)))),
    partials: ([x, alpha]) => {
      const below = sub(1, step(x!));
      return [add(step(x!), mul(alpha!, exp(min(0, x!)), below)), call('expm1', min(0, x!))];
    },
  },
  tex: (x, alpha) => ({ tex: `\\operatorname{ELU}_{${alpha.tex}}${parenthesised(x.tex)}`, binding: Binding.power }),
  kinks: [{ at: (x) => x, convention: 'At 0 the ELU has no derivative unless α = 1; α is used, as in PyTorch.' }],
  cite: 'Clevert, Unterthiner & Hochreiter, Fast and Accurate Deep Network Learning by Exponential Linear Units, 2015. arXiv:1511.07289',
};
