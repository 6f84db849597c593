import type { Expression } from '../program/expression.js';
import { windowFunctions } from '../tensors/windows.js';

/** A grid of numbers of the trace: a tensor of variables, of gradients, or of the derivatives of lines. */
export interface Grid {
  /** What it is called: `x`, `backward/z`, `local/a/z`, `update/W`. */
  readonly ref: string;
  /** `[]` for a single number. */
  readonly shape: readonly number[];
  /** The reference of each number, row by row; a vector is one column. `undefined`: 0, since nothing leads there. */
  readonly cells: readonly (readonly (string | undefined)[])[];
  /** Only this row of the tensor (a sample, from 1), as a column. */
  readonly row?: number;
}

/** A step over a whole tensor, as it is written with matrices. The numbers are the scalar ones, in their places. */
export type MatrixNode =
  | { readonly kind: 'grid'; readonly grid: Grid }
  | { readonly kind: 'transpose'; readonly of: MatrixNode }
  /** `product`: of matrices, and of numbers with matrices. `hadamard`: element by element. */
  | { readonly kind: 'product' | 'hadamard'; readonly factors: readonly MatrixNode[] }
  | { readonly kind: 'sum' | 'difference'; readonly terms: readonly MatrixNode[] }
  /** The sum over the rows (the samples of a batch), over the columns, or of everything: the axes the result does not have. */
  | { readonly kind: 'sum-over'; readonly over: 'rows' | 'columns' | 'all'; readonly of: MatrixNode }
  /** Written with indices or functions: as in the program, and the grids that go into it. */
  | { readonly kind: 'formula'; readonly formula: Expression; readonly grids: readonly Grid[] };

/** `result = right`. */
export interface MatrixForm {
  readonly result: Grid;
  readonly right: MatrixNode;
}

export const gridNode = (grid: Grid): MatrixNode => ({ kind: 'grid', grid });
export const product = (...factors: readonly MatrixNode[]): MatrixNode => ({ kind: 'product', factors });

/** The transpose; a product's is that of its factors in the other order. */
export function transposed(node: MatrixNode): MatrixNode {
  if (node.kind === 'transpose') return node.of;
  if (node.kind === 'product') return { kind: 'product', factors: [...node.factors].reverse().map(transposed) };
  return { kind: 'transpose', of: node };
}

/** How often a name stands in an expression. */
export function occurrences(node: Expression, name: string): number {
  switch (node.kind) {
    case 'name':
    case 'element':
      return node.name === name ? 1 : 0;
    case 'call':
      return node.args.reduce((sum, arg) => sum + occurrences(arg, name), 0);
    case 'reduction':
      return occurrences(node.of, name);
    case 'number':
      return 0;
  }
}

/** Whether something slides a window: no product of matrices is written so. */
export const looksThroughWindows = (node: Expression): boolean =>
  node.kind === 'call' && (Object.hasOwn(windowFunctions, node.op) || node.args.some(looksThroughWindows));
