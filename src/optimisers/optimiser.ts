import type { Formula } from '../formula/formula.js';

/** An optimiser as a lesson carries it: rules put one after the other, their lines read. Plain data. */
export interface Optimiser {
  /** The names of its rules, the optimiser's own last: `clip-norm + adam`. */
  readonly name: string;
  readonly settings: Readonly<Record<string, Setting>>;
  /** What every parameter keeps from update to update, with the number it starts from: `v` is `w5.v` for w5. */
  readonly state: Readonly<Record<string, string>>;
  /** What all parameters share, likewise: `k` is `step.k`. */
  readonly shared: Readonly<Record<string, string>>;
  /** In order. The last line named `w` gives the new parameter. */
  readonly lines: readonly UpdateLine[];
}

/**
 * One line of an update, each name given once. In its formula `w` is the parameter, `g` its gradient, `v` what it keeps,
 * `update/v` what a line above gives; `step.k` and `update/step.k` are shared; any other name is a setting.
 */
export interface UpdateLine {
  readonly name: string;
  readonly formula: Formula;
  /** It runs once for all parameters, and gives `step.name`. A sum in it goes over all of them. */
  readonly once?: true;
}

/** A number that the author and the reader may set. */
export interface Setting {
  /** Its usual value. */
  readonly usual: string;
  readonly range: Range;
}

/** Which numbers a setting may be. */
export interface Range {
  /** What it must be, as a sentence goes on after "must be": `above 0`. */
  readonly said: string;
  readonly above?: number;
  readonly from?: number;
  readonly below?: number;
  readonly to?: number;
  readonly whole?: true;
}
