import type { Block } from './block.js';

/** Half the squared error of every output, so that the derivative is the miss itself. */
export const halfSquaredError: Block = {
  name: 'halfSquaredError',
  summary: 'Half the square of each miss, so that its derivative is the miss itself.',
  forms: [{ inputs: 'y[...], t[...]', lines: 'out = (t - y)^2/2' }],
  cite: 'Bishop, Pattern Recognition and Machine Learning, Springer 2006, §5.2, equation 5.11.',
};
