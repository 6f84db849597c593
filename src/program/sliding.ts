import type { Expression } from './expression.js';

/** The functions of tensors that slide a window along the last axes of their first input. */
const sliding: ReadonlySet<string> = new Set(['correlate', 'maxOfWindows', 'meanOfWindows']);

/** What a line slides a window over. */
export interface Sliding {
  /** The tensor under the window. */
  readonly over: string;
  /** How many axes the window has, the last ones. */
  readonly axes: number;
  /** How many axes one sample has at least: those of the window, and that of the channels where filters have one. */
  readonly inner: number;
}

/**
 * What a right side slides a window over, if it does.
 * @param rankOf how many axes a tensor has
 */
export function slidingIn(formula: Expression, rankOf: (name: string) => number): Sliding | undefined {
  if (formula.kind !== 'call' || !sliding.has(formula.op)) return undefined;
  const [x, filter] = formula.args;
  if (x?.kind !== 'name') return undefined;
  const size = formula.args.length - 2;
  if (formula.op !== 'correlate') return { over: x.name, axes: size, inner: size };
  const rank = filter?.kind === 'name' ? rankOf(filter.name) : 0;
  return { over: x.name, axes: rank > 2 ? rank - 2 : rank, inner: rank > 2 ? rank - 1 : rank };
}
