import { namesIn, type Formula } from '../formula/formula.js';
import type { WrittenLine } from './expression.js';

/** One line of a program over scalars: a name and the formula that gives it. */
export interface Line {
  /** The scalar variable that the line gives. */
  readonly name: string;
  readonly formula: Formula;
  /** The line as written, and its number (from 1) in the program's text. */
  readonly text: string;
  readonly line: number;
  /** All the outputs of an op that gives a vector, if the line is one of them: `p[1]`, `p[2]` of a softmax. */
  readonly outputs?: readonly string[];
  /** A sentence that helps where it has no value. */
  readonly hint?: string;
  /** The given labels that chose what this line reads: `y` for `-log(p[y])`. */
  readonly labels?: readonly string[];
  /** The time step it is for, from 1, where it is repeated for each. */
  readonly time?: number;
}

/** A program over scalars: assignments in order. Names not assigned are given. */
export interface Program {
  readonly lines: readonly Line[];
  /** The names the program uses but does not assign, in order of first use. */
  readonly given: readonly string[];
  /** The vectors and matrices whose elements these are, by name, given ones included. Absent: there are none. */
  readonly tensors?: ReadonlyMap<string, Tensor>;
  /** Given numbers of later time steps than there are: nothing uses them. */
  readonly unused?: ReadonlySet<string>;
  /** Closed forms stated for gradients, by the gradient's reference. */
  readonly claims?: ReadonlyMap<string, readonly Claim[]>;
}

/**
 * A name for a grid of scalars, `W` for `W[1,1]` … `W[2,3]`; at a time step `h[2]` for `h[2,1]` … `h[2,3]`. The scalars
 * are the ground truth.
 */
export interface Tensor {
  readonly name: string;
  /** Its size along each axis; `[]` for a scalar that a block gives. */
  readonly shape: readonly number[];
  /** The written line that gives it, blocks written out. Absent for a given. */
  readonly written?: WrittenLine;
}

/** A closed form for a gradient over existing names: it earns its check mark by equality with the expansion. */
export interface Claim {
  /** The gradient: `backward/z[2]`. */
  readonly ref: string;
  /** Over variables and gradients. */
  readonly formula: Formula;
  /** As written, for all elements at once. */
  readonly text: string;
  readonly note?: string;
  /** The block that states it. Absent: the lesson does. */
  readonly within?: string;
}

/** Gradients read the weights of before the update, or (superseded) ones already updated. */
export type UpdateOrder = 'old' | 'updated';

/** What a given number is for. A parameter is what training may change. */
export type Role = 'input' | 'target' | 'parameter' | 'constant';

/** A number that the program is given. */
export interface Given {
  /** The scalar's name: an element of a tensor is `W[2,1]`. */
  readonly name: string;
  /** As written: `0.10`. */
  readonly text: string;
  readonly role: Role;
  /** In a batch: its name among all samples, `x[7,2]` for `x[1,2]`. */
  readonly from?: string;
}

/** The program of these lines, with the names it is given. */
export function programOf(lines: readonly Line[]): Program {
  const assigned = new Set(lines.map((line) => line.name));
  const used = new Set<string>();
  for (const line of lines) for (const name of namesIn(line.formula)) used.add(name);
  return { lines, given: [...used].filter((name) => !assigned.has(name)) };
}

/**
 * Lines in which others stand in for those of the same name. A line of a new name comes right before the next one that
 * stands in for an old one.
 */
export function withLines<Each extends { readonly name: string }>(
  lines: readonly Each[],
  instead: readonly Each[],
): readonly Each[] {
  const old = new Set(lines.map((line) => line.name));
  const byName = new Map<string, readonly Each[]>();
  let before: Each[] = [];
  for (const line of instead) {
    before.push(line);
    if (!old.has(line.name)) continue;
    byName.set(line.name, before);
    before = [];
  }
  return lines.flatMap((line) => byName.get(line.name) ?? [line]);
}
