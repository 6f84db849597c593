import type { Requirement } from './block.js';

/** An input whose rows are probabilities. */
export const sumsToOne = (input: string, what = 'probabilities'): Requirement => ({
  kind: 'sums-to-one',
  input,
  sentence: `The ${what} of a sample must be at least 0 and add up to 1; {size}.`,
});
