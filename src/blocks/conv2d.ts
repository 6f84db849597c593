import type { Block } from './block.js';
import { convolutionForms } from './convolution-forms.js';

/** A convolution over images, as networks have it: the filter is not flipped (cross-correlation). */
export const conv2d: Block = {
  name: 'conv2d',
  summary: 'A filter slides over the input; at each place its weights times what lies under them are added up.',
  forms: convolutionForms('i,j', 'k,l'),
  cite: 'Goodfellow, Bengio & Courville, Deep Learning, MIT Press 2016, §9.1 and §9.5. https://www.deeplearningbook.org',
};
