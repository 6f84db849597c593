import type { Range, Setting } from './optimiser.js';

/**
 * A rule of an update as it is written, in one small file: an optimiser, or what goes in front of one. Its lines are in
 * the language of programs: `w` is a parameter and `g` its gradient; a name on the right that is part of the state is its
 * old value, unless a line above assigns it.
 */
export interface Rule {
  /** As a lesson writes it: `adam`. */
  readonly name: string;
  /** What it does, in a sentence. */
  readonly summary: string;
  readonly settings: Readonly<Record<string, Setting>>;
  /** What every parameter keeps from update to update, with the number it starts from. */
  readonly state?: Readonly<Record<string, string>>;
  /** What all parameters share from update to update, likewise. */
  readonly shared?: Readonly<Record<string, string>>;
  /** Lines that run once in an update, before the others; a `sum` in them goes over all trained parameters. */
  readonly once?: string;
  /** Lines that run for every trained parameter. */
  readonly lines?: string;
  /** The source of the rule. */
  readonly cite: string;
}

const within =
  (range: Range) =>
  (usual: string): Setting => ({ usual, range });

/** A setting above 0, with its usual value. */
export const positive = within({ said: 'above 0', above: 0 });
/** A setting that is 0 or more. */
export const notNegative = within({ said: '0 or more', from: 0 });
/** A setting from 0 up to, but not, 1. */
export const fraction = within({ said: 'from 0 up to, but not, 1', from: 0, below: 1 });
/** A factor above 0 and at most 1. */
export const factor = within({ said: 'above 0 and at most 1', above: 0, to: 1 });
/** How many of something: a whole number from 1. */
export const count = within({ said: 'a whole number from 1', from: 1, whole: true });
