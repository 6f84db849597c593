import type { Block } from './block.js';
import { convolutionForms } from './convolution-forms.js';

/** A convolution along one axis, as networks have it: the filter is not flipped (cross-correlation). */
export const conv1d: Block = {
  name: 'conv1d',
  summary: 'A filter slides along the input; at each place its weights times what lies under them are added up.',
  forms: convolutionForms('i', 'k'),
  cite: 'Goodfellow, Bengio & Courville, Deep Learning, MIT Press 2016, §9.1 and §9.5. https://www.deeplearningbook.org',
};
