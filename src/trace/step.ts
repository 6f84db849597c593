import type { Formula } from '../formula/formula.js';
import type { Graph } from '../program/graph.js';
import type { Kept } from './optimiser-state.js';
import type { Setup } from './setup.js';

export type Phase = 'forward' | 'loss' | 'backward' | 'update';

/**
 * One step of the walk, as plain data. Numbers are looked up by reference, so the same steps serve
 * every set of values, every number system and every iteration.
 */
export interface Step {
  /** The step's reference: `backward/w5`. */
  readonly ref: string;
  readonly phase: Phase;
  /**
   * `line`: a program line. `gradient`: ∂loss/∂variable, the sum over its paths. `path`: one of its terms.
   * `local`: the derivative of one line. `update`: a parameter's new value, or that of what
   * the optimiser keeps. `tensor`: all of these for the elements of
   * a vector or matrix, which are its children; its formula and paths are its first element's.
   */
  readonly kind: 'line' | 'gradient' | 'path' | 'local' | 'update' | 'tensor';
  /** The variable it is about: `w5`; of a tensor, its name. */
  readonly target: string;
  /** The reference of the value it gives: `net_h1`, `backward/w5`, `update/w5`. */
  readonly result: string;
  /** What is shown, over references. For a gradient: upstream × local, summed over the paths. */
  readonly formula: Formula;
  /** For a gradient: its paths, each consuming line one term. Empty otherwise. */
  readonly paths: readonly Path[];
  /** Inner steps: a tensor's elements, the terms of a sum over paths, the derivatives of single lines. Made when read. */
  readonly children: readonly Step[];
  /** A tensor's first element, which stands for it. */
  readonly first?: Step;
  /** The reference of the tensor's step that this one is an element of. */
  readonly within?: string;
  /** An input's gradient: shown on request, not in the default walk. */
  readonly onRequest?: true;
}

/** One path from a variable to the loss: through the line `via` that consumes it. */
export interface Path {
  /** `backward/out_h1/net_o1`. */
  readonly ref: string;
  readonly via: string;
  /** Local view: ∂L/∂via and ∂via/∂variable. */
  readonly local: readonly Factor[];
  /** Expanded view: upstream factors multiplied out until the paths branch, factors identically 1 dropped. */
  readonly expanded: readonly Factor[];
}

/** A factor of a path's term. */
export interface Factor {
  /** `backward/out_o1` or `local/net_o1/w5`. */
  readonly ref: string;
  readonly role: FactorRole;
  /** The formula that gives it, over variables (out_o1 − target_o1); its own reference where paths branch. */
  readonly meaning: Formula;
}

/** How the loss reacts to this line's output; how this line reacts to its input; what came in along this edge. */
export type FactorRole = 'upstream' | 'local' | 'input';

/** One named result of an iteration: what is shown for it, and what is computed. They differ only where digits would be lost. */
export interface Assignment {
  readonly ref: string;
  readonly shown: Formula;
  readonly computed: Formula;
}

/** One whole iteration: its steps, and the same as assignments in order of computation. */
export interface Trace {
  readonly setup: Setup;
  /** What the optimiser keeps from update to update, with what it starts from. */
  readonly state: readonly Kept[];
  /** What an update changes: the trained parameters in the order in which they are given, then the optimiser's state. */
  readonly moved: readonly string[];
  readonly graph: Graph;
  readonly steps: readonly Step[];
  /** The steps of the default walk (without those shown on request). */
  readonly walk: readonly Step[];
  readonly assignments: readonly Assignment[];
  /** The assignment that gives a reference its value. `undefined` for a given number. */
  assignment(ref: string): Assignment | undefined;
  /** Any step by reference, inner ones included. */
  find(ref: string): Step | undefined;
  /** The place in the walk of a step, or of the step that contains it. `undefined` where it is not in the walk. */
  placeOf(ref: string): number | undefined;
}
