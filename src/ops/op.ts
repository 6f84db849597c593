import type { Formula } from '../formula/formula.js';
import type { Big, Rational } from '../numbers/number-system.js';

/**
 * An op: everything the tutor knows about one function, as data in one file.
 *
 * A *primitive* (add, exp, max …) gives one function per number system. Every other op
 * gives `forward`, a formula over other ops. `partials` and `tex` are always given.
 */
export interface Op {
  /** The name in programs: `sigmoid`. */
  readonly name: string;
  /** The names of the inputs; `'list'` for an op that takes any number of them. */
  readonly inputs: readonly string[] | 'list';
  /** Values of trailing inputs that a program may leave out: `{ slope: '0.01' }`. */
  readonly defaults?: Readonly<Record<string, string>>;
  /** The definition that is shown. Absent for a primitive. */
  readonly forward?: (...inputs: readonly Formula[]) => Formula;
  /** ∂output/∂input, one formula per input, as it is shown. It may use the op's own output. */
  readonly partials: Partials;
  /** What is computed instead where the shown form loses digits. A test holds the two together at 60 digits. */
  readonly stable?: {
    readonly forward?: (...inputs: readonly Formula[]) => Formula;
    readonly partials?: Partials;
  };
  /** The function on IEEE doubles. An op that has a `forward` may give one as well, for speed or for the last digits. */
  readonly float64?: (...inputs: readonly number[]) => number;
  /**
   * ∂output/∂input on IEEE doubles, one function per input, where the stable formula would cost more than the
   * op itself: `(output, ...inputs) => derivative`. A test holds them to the formulas.
   */
  readonly float64Partials?: readonly ((output: number, ...inputs: readonly number[]) => number)[];
  /**
   * The function on arbitrary-precision decimals, to the precision of the inputs' class.
   * An op without inputs (pi) gets a 1 of that class.
   */
  readonly decimal?: (...inputs: readonly Big[]) => Big;
  /** The function on exact fractions; `null` where the result is not rational (or too large to write). */
  readonly fraction?: (...inputs: readonly Rational[]) => Rational | null;
  /** The result is exactly 0 when any input (`'any'`) or the first one (`'first'`) is, whatever the others are (if they are allowed). */
  readonly zeroWhenZero?: 'any' | 'first';
  /**
   * The result is one of the inputs (`'input'`: max, min) or one of a few constants (`'constant'`: step, sign), by how
   * the first input compares with 0, or in a list with the largest of the others (larger).
   */
  readonly picks?: 'input' | 'constant';
  /** Where the nearest jump is, if that is not 0: the whole number next to it (floor). */
  readonly jumpsAt?: (input: Big) => Big;
  /** How it is typeset. Inputs arrive typeset, with their binding strength. */
  readonly tex: (...inputs: readonly Typeset[]) => Typeset;
  /** Where there is no derivative (the formula `at` is 0 there), and which convention is used. */
  readonly kinks?: readonly { readonly at: (...inputs: readonly Formula[]) => Formula; readonly convention: string }[];
  /** A sentence on why these inputs have no result (log of a negative number), or nothing. Inputs are signs or doubles. */
  readonly refuses?: (...inputs: readonly number[]) => string | undefined;
  /** Where the generic test samples: one interval per input (for a list: for each). Default [−4, 4]. */
  readonly range?: readonly (readonly [number, number])[];
  /** The source of the rule. */
  readonly cite: string;
}

/** ∂output/∂input, one formula per input. `outputs` are all the outputs of an op that gives a vector, this one among them. */
export type Partials = (inputs: readonly Formula[], output: Formula, outputs: readonly Formula[]) => readonly Formula[];

/**
 * An op that takes a vector, as a list, and gives one just as long: a family of ops, one for each output. The ops of a
 * family are named alike, with the output's number: `softmax[2]`.
 */
export interface VectorOp {
  /** The name in programs: `softmax`. */
  readonly name: string;
  /** The op that gives the output with this number, from 1. */
  readonly output: (at: number) => Op;
}

/** A piece of TeX and how tightly it binds, so that parentheses are set only where needed. */
export interface Typeset {
  readonly tex: string;
  readonly binding: Binding;
}

/** Binding strengths, loosest first. A leading minus binds like a sum. */
export const Binding = { sum: 1, product: 2, power: 3, atom: 4 } as const;
export type Binding = (typeof Binding)[keyof typeof Binding];

/** The piece in parentheses if it binds more loosely than `needed`. */
export function wrap(piece: Typeset, needed: Binding): string {
  return piece.binding < needed ? parenthesised(piece.tex) : piece.tex;
}

/** The TeX in parentheses. */
export const parenthesised = (tex: string): string => enclosed('(', tex, ')');

/**
 * Between delimiters that grow only round something tall: a line may break inside plain ones, never inside those
 * that grow, and KaTeX sets these apart from what stands before them unless told not to.
 */
export function enclosed(open: string, tex: string, close: string): string {
  const tall = /\\(?:frac|sqrt|left)\b/.test(tex);
  return tall ? `\\mathopen{}\\left${open}${tex}\\right${close}\\mathclose{}` : open + tex + close;
}
