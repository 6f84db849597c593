import type { LessonState, Numbers, Run, Setup, Shown, Step, Trace } from '../src/index.js';

/**
 * What every element is given: the state, what follows from it, and the numbers as they are to be shown.
 * A new object whenever any of it changes; elements never change it, they send events.
 */
export interface Scene {
  readonly state: LessonState;
  /** The numbers of every iteration, and training. */
  readonly run: Run;
  readonly setup: Setup;
  readonly trace: Trace;
  /** The current step. */
  readonly step: Step;
  /** The step of the vector or matrix that the current step is an element of. */
  readonly tensor?: Step;
  /** The steps one walks through. */
  readonly walk: readonly Step[];
  /** The step's place in the walk, from 0. */
  readonly index: number;
  /** The numbers of the current iteration (in paper mode: as rounded by hand). */
  readonly numbers: Numbers;
  /** References whose values the reader's edits or conventions changed, against the lesson's own. */
  readonly changed: { has(ref: string): boolean };
  /** A number as it is to be shown, at the digits in force. `undefined`: not yet known, or it has none. */
  show(ref: string, digits?: number): Shown | undefined;
  /** The numbers of another iteration: for `E_total@10000`. */
  numbersAt(iteration: number): Numbers;
}
