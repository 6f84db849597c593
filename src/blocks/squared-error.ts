import type { Block } from './block.js';

/** The squared error of every output. A line of its own adds them up, or takes their mean. */
export const squaredError: Block = {
  name: 'squaredError',
  summary: 'The square of each miss. Take `mean` for the mean over all of them, or `sum`.',
  forms: [{ inputs: 'y[...], t[...]', lines: 'out = (y - t)^2' }],
  cite: 'Goodfellow, Bengio & Courville, Deep Learning, MIT Press 2016, §5.1.4. https://www.deeplearningbook.org',
};
