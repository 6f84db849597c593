import type { Block } from './block.js';

/** All axes in one row, but for those before `from`: the first, of the samples, unless told otherwise. */
export const flatten: Block = {
  name: 'flatten',
  summary: 'The numbers of each sample in one row; with 1 behind the name, all numbers in one row.',
  forms: [{ inputs: 'x[...], from = 2', lines: 'out = ravel(x, from)' }],
  cite: 'Goodfellow, Bengio & Courville, Deep Learning, MIT Press 2016, §9.4. https://www.deeplearningbook.org',
};
