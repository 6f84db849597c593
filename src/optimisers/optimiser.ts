import type { Formula } from '../formula/formula.js';

/**
 * An optimiser as formulas, in one file of data. `w` is the parameter and `g` its gradient;
 * every other name is a setting (`rate`) or one of the optimiser's own state variables.
 */
export interface Optimiser {
  readonly name: string;
  /** Names of settings, with their usual values. */
  readonly settings: Readonly<Record<string, string>>;
  /** The lines that run once per parameter, in order. The line named `w` gives the new parameter. */
  readonly lines: readonly { readonly name: string; readonly formula: Formula }[];
  readonly cite: string;
}
