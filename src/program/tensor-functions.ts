/** What a program can do with whole tensors beside applying ops to them: the names, and how many inputs each takes. */
export const tensorFunctions: Readonly<
  Record<string, { readonly inputs: readonly [least: number, most: number]; readonly form: string }>
> = {
  /** Rows become columns. */
  transpose: { inputs: [1, 1], form: 'transpose(W)' },
  /** The size along an axis, counted from 1; without one, of everything. A number, not a variable. */
  size: { inputs: [1, 2], form: 'size(x, 1)' },
  /** 1 at each label and 0 elsewhere, along a new last axis of the given size. Numbers, not variables. */
  oneHot: { inputs: [2, 2], form: 'oneHot(y, 3)' },
  /** 1 where two indices agree and 0 elsewhere (Kronecker's δ). A number, not a variable. */
  delta: { inputs: [2, 2], form: 'delta(k, y)' },
  /** A filter's sums of products, at each place of its window: with a stride and a padding, perhaps a bias. */
  correlate: { inputs: [4, 5], form: 'correlate(x, K, 1, 0)' },
  /** The other factor of these products: sums over all places, of the input and what there is for each place. */
  overlap: { inputs: [5, 5], form: 'overlap(x, g, 1, 0, 2)' },
  /** The largest number at each place of a window, and their mean: with a stride and the window's sizes. */
  maxOfWindows: { inputs: [3, 4], form: 'maxOfWindows(x, 2, 2)' },
  meanOfWindows: { inputs: [3, 4], form: 'meanOfWindows(x, 2, 2)' },
  /** All axes from one on as a single one. */
  ravel: { inputs: [2, 2], form: 'ravel(x, 2)' },
};

/** The ops that, applied along an axis, make many numbers one: `sum(x[n,j], n)`. */
export const reducers = ['sum', 'mean', 'max', 'min'] as const;

/** What `grad(z[k])` is called in a claim: the gradient of the loss with respect to it. */
export const gradientFunction = 'grad';
