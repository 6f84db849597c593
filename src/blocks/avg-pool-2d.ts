import type { Block } from './block.js';
import { poolingForms } from './pooling-forms.js';

/** Average pooling of images: the gradient is shared evenly. */
export const avgPool2d: Block = {
  name: 'avgPool2d',
  summary: 'A window slides over the input and keeps the mean of what lies under it.',
  forms: poolingForms('meanOfWindows', 'i,j'),
  cite: 'LeCun et al., Gradient-Based Learning Applied to Document Recognition, Proceedings of the IEEE 86 (1998) 2278–2324, §II.B.',
};
