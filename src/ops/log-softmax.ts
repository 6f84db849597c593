import { add, exp, log, log1p, neg, number, sub } from '../formula/build.js';
import { without } from './list.js';
import { Binding, parenthesised, type VectorOp } from './op.js';
import { sumOfExponentials } from './tex.js';

/** The logarithm of softmax: an input less the logarithm of the sum of exponentials. */
export const logSoftmax: VectorOp = {
  name: 'logSoftmax',
  output: (at) => ({
    name: `logSoftmax[${at}]`,
    inputs: 'list',
    forward: (...z) => sub(z[at - 1]!, log(add(...z.map((each) => exp(each))))),
    partials: (z, y, outputs) => z.map((_, j) => (j === at - 1 ? sub(1, exp(y)) : neg(exp(outputs[j]!)))),
    stable: {
      forward: (...z) => {
        const rest = without(z, at - 1).map((each) => exp(sub(each, z[at - 1]!)));
        return rest.length ? neg(log1p(add(...rest))) : number(0);
      },
      partials: (z, _, outputs) => {
        const rest = without(outputs, at - 1).map((each) => exp(each));
        const own = rest.length ? add(...rest) : number(0);
        return z.map((_, j) => (j === at - 1 ? own : neg(exp(outputs[j]!))));
      },
    },
    tex: (...z) => ({
      tex: `${z[at - 1]!.tex} - \\ln${parenthesised(sumOfExponentials(z))}`,
      binding: Binding.sum,
    }),
    float64: (...z) => {
      const top = z.indexOf(Math.max(...z));
      const rest = z.reduce((sum, each, j) => (j === top ? sum : sum + Math.exp(each - z[top]!)), 0);
      return z[at - 1]! - z[top]! - Math.log1p(rest);
    },
    cite: 'Goodfellow, Bengio & Courville, Deep Learning, MIT Press 2016, §6.2.2.3. https://www.deeplearningbook.org; Blanchard, Higham & Higham, Accurately Computing the Log-Sum-Exp and Softmax Functions, IMA Journal of Numerical Analysis 41 (2021) 2311–2330.',
  }),
};
