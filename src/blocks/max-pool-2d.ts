import type { Block } from './block.js';
import { poolingForms } from './pooling-forms.js';

/** Max pooling of images: at a tie the first number of the window, in reading order, is taken. */
export const maxPool2d: Block = {
  name: 'maxPool2d',
  summary: 'A window slides over the input and keeps the largest number under it; its gradient goes back to that one.',
  forms: poolingForms('maxOfWindows', 'i,j'),
  cite: 'Goodfellow, Bengio & Courville, Deep Learning, MIT Press 2016, §9.3. https://www.deeplearningbook.org',
};
