import { add, div, exp, max, mul, neg, number, sub } from '../formula/build.js';
import { without } from './list.js';
import { Binding, type VectorOp } from './op.js';
import { sumOfExponentials } from './tex.js';

/** Softmax: exponentials over their sum. What is computed takes the largest input away first, which cancels. */
export const softmax: VectorOp = {
  name: 'softmax',
  output: (at) => ({
    name: `softmax[${at}]`,
    inputs: 'list',
    forward: (...z) => div(exp(z[at - 1]!), add(...z.map((each) => exp(each)))),
    partials: (z, p, outputs) => z.map((_, j) => (j === at - 1 ? mul(p, sub(1, p)) : neg(mul(p, outputs[j]!)))),
    stable: {
      forward: (...z) => {
        const shifted = z.map((each) => exp(sub(each, max(...z))));
        return div(shifted[at - 1]!, add(...shifted));
      },
      partials: (z, p, outputs) => {
        const rest = without(outputs, at - 1);
        const own = rest.length ? mul(p, add(...rest)) : number(0);
        return z.map((_, j) => (j === at - 1 ? own : neg(mul(p, outputs[j]!))));
      },
    },
    tex: (...z) => ({
      tex: `\\frac{e^{${z[at - 1]!.tex}}}{${sumOfExponentials(z)}}`,
      binding: Binding.product,
    }),
    float64: (...z) => {
      const most = Math.max(...z);
      return Math.exp(z[at - 1]! - most) / z.reduce((sum, each) => sum + Math.exp(each - most), 0);
    },
    cite: 'Bishop, Pattern Recognition and Machine Learning, Springer 2006, §4.3.4, eq. 4.104 and 4.106; the shift: Blanchard, Higham & Higham, Accurately Computing the Log-Sum-Exp and Softmax Functions, IMA Journal of Numerical Analysis 41 (2021) 2311–2330.',
  }),
};
