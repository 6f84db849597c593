import type { BlockForm } from './block.js';

/**
 * The forms of a pooling, over the last axes: a window as long along each of them, which moves by its own length unless
 * a stride is given. Samples and channels stand before them.
 * @param pool the function of tensors that makes one number of each window
 * @param axes the letters of the axes that the window slides along, `i,j`
 */
export function poolingForms(pool: string, axes: string): readonly BlockForm[] {
  const window = axes.replaceAll(/\w/g, 'kernel');
  return [
    { inputs: `x[...,${axes}], kernel`, lines: `out = ${pool}(x, kernel, ${window})` },
    { inputs: `x[...,${axes}], kernel, stride`, lines: `out = ${pool}(x, stride, ${window})` },
  ];
}
