import type { BlockForm } from './block.js';

/**
 * The forms of a convolution: with filters and channels, for one sample or a batch, with or without a bias for each
 * filter; and of a single filter over a single channel, behind any axes.
 * @param input the letters of the axes that the window slides along, `i,j`
 * @param window those of the window, `k,l`
 */
export function convolutionForms(input: string, window: string): readonly BlockForm[] {
  const axes = input.split(',').length;
  const moving = 'stride = 1, padding = 0';
  const filter = `grad(K) = overlap(x, grad(out), stride, padding, ${axes})`;
  const channelled = ['', 'n,'].flatMap((samples): readonly BlockForm[] => {
    const inputs = `x[${samples}c,${input}], K[f,c,${window}]`;
    return [
      {
        inputs: `${inputs}, b[f], ${moving}`,
        lines: 'out = correlate(x, K, stride, padding, b)',
        claims: `
          ${filter}
          grad(b[f]) = sum(grad(out[${samples}f,${input}]), ${samples}${input})
        `,
      },
      { inputs: `${inputs}, ${moving}`, lines: 'out = correlate(x, K, stride, padding)', claims: filter },
    ];
  });
  const single = 'out = correlate(x, K, stride, padding)';
  return [
    ...channelled,
    { inputs: `x[${input}], K[${window}], ${moving}`, lines: single, claims: filter },
    { inputs: `x[...,${input}], K[${window}], ${moving}`, lines: single },
  ];
}
