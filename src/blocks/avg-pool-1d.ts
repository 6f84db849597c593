import type { Block } from './block.js';
import { poolingForms } from './pooling-forms.js';

/** Average pooling along one axis: the gradient is shared evenly. */
export const avgPool1d: Block = {
  name: 'avgPool1d',
  summary: 'A window slides along the input and keeps the mean of what lies under it.',
  forms: poolingForms('meanOfWindows', 'i'),
  cite: 'LeCun et al., Gradient-Based Learning Applied to Document Recognition, Proceedings of the IEEE 86 (1998) 2278–2324, §II.B.',
};
