import { namesIn } from '../formula/formula.js';
import type { Line, Program } from './program.js';

/** A program's structure: who consumes what, and how far each variable is from the loss. */
export interface Graph {
  readonly lines: ReadonlyMap<string, Line>;
  /** The lines that use a variable, in program order. Each is one path for its gradient. */
  consumers(variable: string): readonly string[];
  /** The variables a line uses, in order of first appearance. Empty for a given. */
  uses(variable: string): readonly string[];
  /** The longest path to the loss, in lines; `undefined` where the loss does not depend on it. */
  distance(variable: string): number | undefined;
  /** The variables that depend on any of these names. */
  dependents(names: Iterable<string>): ReadonlySet<string>;
}

/** The graph of a program whose lines stand in order of computation. */
export function graphOf(program: Program, loss: string): Graph {
  const lines = new Map(program.lines.map((line) => [line.name, line]));
  const uses = new Map(program.lines.map((line) => [line.name, namesIn(line.formula)]));
  const consumers = new Map<string, string[]>();
  for (const [line, names] of uses) {
    for (const name of names) consumers.set(name, [...(consumers.get(name) ?? []), line]);
  }

  const distances = new Map<string, number>([[loss, 0]]);
  for (const { name } of [...program.lines].reverse()) {
    const distance = distances.get(name);
    if (distance === undefined) continue;
    for (const used of uses.get(name)!) distances.set(used, Math.max(distances.get(used) ?? 0, distance + 1));
  }

  const dependents = (names: Iterable<string>): ReadonlySet<string> => {
    const reached = new Set(names);
    const found = new Set<string>();
    for (const { name } of program.lines) {
      if (!uses.get(name)!.some((used) => reached.has(used))) continue;
      reached.add(name);
      found.add(name);
    }
    return found;
  };

  return {
    lines,
    consumers: (variable) => consumers.get(variable) ?? [],
    uses: (variable) => uses.get(variable) ?? [],
    distance: (variable) => distances.get(variable),
    dependents,
  };
}
