import { elementName, elementOf, type Expression } from '../program/expression.js';
import type { Tensor } from '../program/program.js';
import { gradientOf, localOf, pathTerm, updateOf } from './reference.js';
import type { Step, Trace } from './step.js';

/** A grid of numbers of the trace: a tensor of variables, of gradients, or of the derivatives of lines. */
export interface Grid {
  /** What it is called: `x`, `backward/z`, `local/a/z`, `update/W`. */
  readonly ref: string;
  readonly shape: readonly number[];
  /** The reference of each number, row by row; a vector is one column (one row where `isRow`). `undefined`: no number, 0. */
  readonly cells: readonly (readonly (string | undefined)[])[];
  readonly isRow?: true;
}

/** A step over a whole tensor, as it is written with matrices. The numbers are the scalar ones, in their places. */
export type MatrixNode =
  | { readonly kind: 'grid'; readonly grid: Grid }
  | { readonly kind: 'transpose'; readonly of: MatrixNode }
  | { readonly kind: 'product' | 'hadamard'; readonly factors: readonly MatrixNode[] }
  | { readonly kind: 'sum' | 'difference'; readonly terms: readonly MatrixNode[] }
  /** The sum over the samples, or over whatever axes the result does not have. */
  | { readonly kind: 'over-samples'; readonly of: MatrixNode }
  /** Written with indices or functions: as in the program, and the grids that go into it. */
  | { readonly kind: 'formula'; readonly formula: Expression; readonly grids: readonly Grid[] }
  /** A number: the learning rate. */
  | { readonly kind: 'scalar'; readonly ref: string };

/** `result = right`. */
export interface MatrixForm {
  readonly result: Grid;
  readonly right: MatrixNode;
}

/** The matrix form of a tensor's step (or of the one that an element belongs to). Nothing for a step of a scalar. */
export function matrixFormOf(trace: Trace, step: Step): MatrixForm | undefined {
  const whole = step.within === undefined ? step : trace.find(step.within);
  const tensor = whole?.kind === 'tensor' ? trace.setup.program.tensors?.get(whole.target) : undefined;
  if (!whole || !tensor) return undefined;
  void [elementName, elementOf, gradientOf, localOf, pathTerm, updateOf];
  return undefined;
}
export type { Tensor };
