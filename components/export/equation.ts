import type { TypesetFormula } from '../../src/index.js';

export type Sign = '=' | '≈';

/** What stands after one sign, in pieces between which a line may break. */
export interface Row {
  readonly sign: Sign;
  /** What stands between the pieces. */
  readonly joint?: '+' | '·';
  /** `\htmlData{term=k}{…}` marks a number; `terms[k]` says which. */
  readonly pieces: readonly TypesetFormula[];
}

/** A left side and everything it is equal to, row by row. */
export interface Equation {
  /** What it is about, in words, where a step has several. */
  readonly label?: string;
  /** It may stand beside the one before it, where there is room. */
  readonly isBeside?: true;
  readonly left: string;
  readonly rows: readonly Row[];
  /** What it comes to: the reference of a number that is there. */
  readonly result?: { readonly sign: Sign; readonly ref: string };
}

/** Signs in TeX. */
export const signsTex = { '=': '=', '≈': '\\approx', '+': '+', '·': '\\cdot' } as const;
