import type { Formula } from '../formula/formula.js';
import type { Budget } from './budget.js';
import type { LineComplaint, Shape } from './shape.js';

/** A tensor of formulas: its shape, and the formula of each element, made when it is asked for. */
export interface Value {
  readonly shape: Shape;
  readonly at: (index: readonly number[]) => Formula;
}

/** What an expression is worked out with: the shapes of names, the letters bound so far, the values of labels. */
export interface Surroundings {
  readonly complaint: LineComplaint;
  /** Counts what is written out. */
  readonly budget: Budget;
  /** The shape of a name. Names that nothing gives are scalars. */
  readonly shapeOf: (name: string) => Shape;
  /** Whether a name is one of time steps: it may have fewer indices than axes. */
  readonly isSequence: (name: string) => boolean;
  /** The whole number that a given label has. */
  readonly labelOf: (name: string) => number | undefined;
  /** Collects the labels that chose an element. */
  readonly used: Set<string>;
  /** The values of the letters, and of `...`. */
  readonly letters: ReadonlyMap<string, number>;
  readonly rest: readonly number[];
  /** How far each letter ranges. */
  readonly ranges: ReadonlyMap<string, number>;
}
