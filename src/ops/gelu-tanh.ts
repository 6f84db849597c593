import { abs, add, call, div, exp, mul, neg, number, pow, sqrt, sub } from '../formula/build.js';
import type { Formula } from '../formula/formula.js';
import type { Op } from './op.js';
import { applied } from './tex.js';

const inner = (x: Formula): Formula => mul(sqrt(div(2, call('pi'))), add(x, mul(number('0.044715'), pow(x, 3))));
const innerSlope = (x: Formula): Formula => mul(sqrt(div(2, call('pi'))), add(1, mul(number('0.134145'), pow(x, 2))));

/** The tanh approximation of the GELU. It differs from the exact form in the fourth digit. */
export const geluTanh: Op = {
  name: 'geluTanh',
  inputs: ['x'],
  forward: (x) => mul(div(1, 2), x, add(1, call('tanh', inner(x)))),
  partials: ([x]) => {
    const t = call('tanh', inner(x!));
    return [add(div(add(1, t), 2), mul(div(x!, 2), sub(1, pow(t, 2)), innerSlope(x!)))];
  },
  stable: {
    // (1 + tanh u)/2 is σ(2u), whose tail keeps its digits.
    forward: (x) => mul(x, call('sigmoid', mul(2, inner(x)))),
    partials: ([x]) => {
      const e = exp(neg(abs(mul(2, inner(x!)))));
      const slope = div(mul(2, e), pow(add(1, e), 2));
      return [add(call('sigmoid', mul(2, inner(x!))), mul(x!, slope, innerSlope(x!)))];
    },
  },
  tex: applied('\\operatorname{GELU}_{\\tanh}'),
  cite: 'Hendrycks & Gimpel, Gaussian Error Linear Units, 2016, §2. arXiv:1606.08415',
};
