import { namesIn, type Formula } from '../formula/formula.js';

/** One line of a program: a name and the formula that gives it. */
export interface Line {
  /** The scalar variable that the line gives. */
  readonly name: string;
  readonly formula: Formula;
  /** The line as written, and its number (from 1) in the program's text. */
  readonly text: string;
  readonly line: number;
}

/** A program over scalars: assignments in order. Names not assigned are given. */
export interface Program {
  readonly lines: readonly Line[];
  /** The names the program uses but does not assign, in order of first use. */
  readonly given: readonly string[];
}

/** Gradients read the weights of before the update, or (superseded) ones already updated. */
export type UpdateOrder = 'old' | 'updated';

/** What a given number is for. A parameter is what training may change. */
export type Role = 'input' | 'target' | 'parameter' | 'constant';

/** A number that the program is given. */
export interface Given {
  readonly name: string;
  /** As written: `0.10`. */
  readonly text: string;
  readonly role: Role;
}

/** The program of these lines, with the names it is given. */
export function programOf(lines: readonly Line[]): Program {
  const assigned = new Set(lines.map((line) => line.name));
  const used = new Set(lines.flatMap((line) => namesIn(line.formula)));
  return { lines, given: [...used].filter((name) => !assigned.has(name)) };
}

/** A program in which these lines stand in for its lines of the same name, in their order. */
export function withLines(program: Program, lines: readonly Line[]): Program {
  const byName = new Map(lines.map((line) => [line.name, line]));
  return programOf(program.lines.map((line) => byName.get(line.name) ?? line));
}
