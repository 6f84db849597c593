import type { Requirement } from '../blocks/block.js';
import type { NumberLiteral, Name } from '../formula/formula.js';

/**
 * The right side of a line as it is written: a formula whose names may stand for vectors and matrices, whole
 * (`W*x`) or by index (`W[i,j]`). {@link expand} turns it into formulas over scalars; one that has no
 * tensors in it is such a formula already.
 */
export type Expression = NumberLiteral | Name | Application | Element | Reduction;

/** An op, a block or a function of tensors applied to its inputs. `mul` of two tensors is the matrix product. */
export interface Application {
  readonly kind: 'call';
  readonly op: string;
  readonly args: readonly Expression[];
}

/** One element of a tensor: `W[i,j]`, `x[...,k]`, `p[n,y[n]]`. */
export interface Element {
  readonly kind: 'element';
  readonly name: string;
  readonly indices: readonly Index[];
  /** Of `h[t-1]`: what stands there at the first time step, `h0`. */
  readonly initial?: string;
}

/**
 * An index, from 1: a whole number; a name, which is a letter where the left side or a sum binds it and otherwise a
 * label (a given whole number that says which: `y`, `y[n]`); or `...`, all the axes that are not named.
 */
export type Index =
  | { readonly kind: 'at'; readonly at: number }
  | {
      readonly kind: 'name';
      readonly name: string;
      readonly indices: readonly Index[];
      /** `t-1`: the time step before. */
      readonly isBefore?: true;
    }
  | { readonly kind: 'rest' };

/** `sum(x[n,j], n)`: over every value of the letters, or over all but one: `sum(s[k], k != y)`. */
export interface Reduction {
  readonly kind: 'reduction';
  readonly op: 'sum' | 'mean' | 'max' | 'min';
  readonly of: Expression;
  readonly over: readonly Letter[];
}

/** A letter that ranges over an axis, and the one value it leaves out. */
export interface Letter {
  readonly letter: string;
  readonly except?: Index;
}

/** One line of a program as it is written: a name, perhaps with letters that range over its elements. */
export interface WrittenLine {
  readonly name: string;
  /** `p[i] = …`: the letters on the left. Absent: the line gives everything at once. */
  readonly indices?: readonly Index[];
  readonly formula: Expression;
  /** The line as written, and its number (from 1) in the program's text. */
  readonly text: string;
  readonly line: number;
  /** If the right side is a block: the programs it may stand for. The shapes of its inputs choose one. */
  readonly forms?: readonly Form[];
  /** A sentence that helps where the line has no value. */
  readonly hint?: string;
  /** The line of a block: the name of the block's output, of which this is an inner quantity. */
  readonly within?: string;
  /** The time step that the line is for, once it is written out for each. */
  readonly time?: number;
}

/** One of the programs of a block: for inputs of these ranks. `out` is what the block gives. */
export interface Form {
  readonly inputs: readonly Input[];
  readonly lines: readonly WrittenLine[];
  readonly claims: readonly WrittenClaim[];
  readonly requires: readonly Requirement[];
  readonly states?: Readonly<Record<string, string>>;
}

/** An input of a block: its name, its axes by letter, and the value it has where it is left out. */
export interface Input {
  readonly name: string;
  readonly indices: readonly Index[];
  readonly otherwise?: string;
}

/** A closed form for a gradient, `grad(z[k]) = p[k] - t[k]`: stated, and checked against the expansion. */
export interface WrittenClaim {
  /** Whose gradient: `z[k]`. */
  readonly name: string;
  readonly indices: readonly Index[];
  readonly formula: Expression;
  readonly text: string;
  /** Why it holds, or what it is called, in a sentence. */
  readonly note?: string;
  /** The name of the block's output. Absent: the lesson states it. */
  readonly within?: string;
}

/** A program as it is written. One without tensors and blocks is a program over scalars already. */
export interface WrittenProgram {
  readonly lines: readonly WrittenLine[];
  /** The names the program uses but does not assign, in order of first use: those of tensors without indices. */
  readonly given: readonly string[];
  /** A name that may be given, and need not be: how many time steps there are. */
  readonly mayBeGiven?: string;
  readonly claims?: readonly WrittenClaim[];
}

/** The letters that an index list names, for a left side or a block's input. */
export const lettersOf = (indices: readonly Index[]): readonly string[] =>
  indices.flatMap((index) => (index.kind === 'name' ? [index.name] : []));

/** The letter of time: a line with `[t]` on its left is repeated for t = 1, 2, … */
export const timeLetter = 't';

/** How many time steps there are, where it is given. */
export const timeSteps = 'T';

/** Whether a line is repeated for every time step. */
export const isTimed = ({ indices: [first] = [] }: Pick<WrittenLine, 'indices'>): boolean => isNow(first);

/** Whether an index is that of the present time step. */
export const isNow = (index: Index | undefined): boolean =>
  index?.kind === 'name' && index.name === timeLetter && !index.indices.length && !index.isBefore;

/** Whether an index is that of the time step before. */
export const isBefore = (index: Index | undefined): boolean => index?.kind === 'name' && !!index.isBefore;

/** What a name is called at a time step: `h[2]`. */
export const nameAt = (name: string, time: number): string => `${name}[${time}]`;

/** What the state `h` of the time steps is called before the first: `h0`. */
export const initialOf = (name: string): string => `${name}0`;

/**
 * Every name an expression uses, once each, in order of first appearance: tensors and labels by their bare name.
 * @param now leaves out what is used of the time step before only
 */
export function namesUsed(
  { formula, indices = [] }: Pick<WrittenLine, 'formula' | 'indices'>,
  now = false,
): readonly string[] {
  const names = new Set<string>();
  const visitIndex = (index: Index, bound: ReadonlySet<string>): void => {
    if (index.kind !== 'name') return;
    if (!bound.has(index.name)) names.add(index.name);
    index.indices.forEach((each) => visitIndex(each, bound));
  };
  const visit = (node: Expression, bound: ReadonlySet<string>): void => {
    switch (node.kind) {
      case 'number':
        return;
      case 'name':
        if (!bound.has(node.name)) names.add(node.name);
        return;
      case 'call':
        return node.args.forEach((arg) => visit(arg, bound));
      case 'element':
        if (!now || !node.initial) names.add(node.name);
        if (node.initial) names.add(node.initial);
        return node.indices.forEach((index) => visitIndex(index, bound));
      case 'reduction': {
        const inner = new Set([...bound, ...node.over.map(({ letter }) => letter)]);
        visit(node.of, inner);
        node.over.forEach(({ except }) => except && visitIndex(except, bound));
      }
    }
  };
  visit(formula, new Set(lettersOf(indices)));
  return [...names];
}

/** The written program of these lines, with the names it is given. */
export function writtenProgramOf(lines: readonly WrittenLine[], claims: readonly WrittenClaim[] = []): WrittenProgram {
  const assigned = new Set(lines.map((line) => line.name));
  const used = new Set(lines.flatMap((line) => namesUsed(line)));
  return {
    lines,
    given: [...used].filter((name) => !assigned.has(name)),
    ...(lines.some(isTimed) && !assigned.has(timeSteps) && { mayBeGiven: timeSteps }),
    ...(claims.length > 0 && { claims }),
  };
}

/**
 * The name of a tensor's element, `W[2,1]`; a scalar's is its own. That of a time step, `h[2]`, has its elements
 * `h[2,1]`, `h[2,2]`.
 */
export function elementName(name: string, index: readonly number[]): string {
  if (index.length === 0) return name;
  return name.endsWith(']') ? `${name.slice(0, -1)},${index.join(',')}]` : `${name}[${index.join(',')}]`;
}

/** The name of a block's inner quantity: `n1.var`; at a time step, `l[2]` has its `l.p[2]`. */
export function innerName(name: string, inner: string): string {
  const open = name.indexOf('[');
  return open < 0 ? `${name}.${inner}` : `${name.slice(0, open)}.${inner}${name.slice(open)}`;
}

const none: readonly number[] = [];

/** The tensor an element belongs to, and its index: `W[2,1]` is [2, 1] of W. A scalar has no index. */
export function elementOf(name: string): { readonly tensor: string; readonly index: readonly number[] } {
  const open = name.indexOf('[');
  if (open < 0) return { tensor: name, index: none };
  return {
    tensor: name.slice(0, open),
    index: name
      .slice(open + 1, -1)
      .split(',')
      .map(Number),
  };
}
