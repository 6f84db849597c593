import { namesIn } from '../formula/formula.js';
import { elementOf } from './expression.js';
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
  /** The longest path to the loss from anything in a unit: a tensor, or a scalar that belongs to none. */
  unitDistance(unit: string): number | undefined;
  /** The unit a variable belongs to: `W` for `W[2,1]`, itself for a scalar. */
  readonly unitOf: (variable: string) => string;
  /** Where a variable stands in its unit: `[1]` for `h[2,1]` of `h[2]`; `[]` for a scalar. */
  placeInUnit(variable: string): readonly number[];
  /** The variables that depend on any of these names, or whose elements were chosen by them. */
  dependents(names: Iterable<string>): ReadonlySet<string>;
}

/** The graph of a program whose lines stand in order of computation. */
export function graphOf(program: Program, loss: string): Graph {
  const lines = new Map(program.lines.map((line) => [line.name, line]));
  const uses = new Map(program.lines.map((line) => [line.name, namesIn(line.formula)]));
  const consumers = new Map<string, string[]>();
  for (const [line, names] of uses) {
    for (const name of names) {
      const known = consumers.get(name);
      if (known) known.push(line);
      else consumers.set(name, [line]);
    }
  }
  const unitOf = (variable: string): string => {
    const open = variable.indexOf('[');
    if (open < 0 || !program.tensors) return variable;
    const tensor = variable.slice(0, open);
    if (program.tensors.has(tensor)) return tensor;
    const atTime = `${variable.slice(0, variable.indexOf(','))}]`;
    return program.tensors.has(atTime) ? atTime : variable;
  };

  const farthest = (of: (variable: string) => string): ReadonlyMap<string, number> => {
    const distances = new Map<string, number>([[of(loss), 0]]);
    for (const { name } of [...program.lines].reverse()) {
      const distance = distances.get(of(name));
      if (distance === undefined) continue;
      for (const used of uses.get(name)!) {
        distances.set(of(used), Math.max(distances.get(of(used)) ?? 0, distance + 1));
      }
    }
    return distances;
  };
  const distances = farthest((variable) => variable);
  const unitDistances = farthest(unitOf);

  const dependents = (names: Iterable<string>): ReadonlySet<string> => {
    const reached = new Set(names);
    const found = new Set<string>();
    for (const { name, labels = [] } of program.lines) {
      if (![...uses.get(name)!, ...labels].some((used) => reached.has(used))) continue;
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
    unitDistance: (unit) => unitDistances.get(unit),
    unitOf,
    placeInUnit: (variable) => elementOf(variable).index.slice(elementOf(unitOf(variable)).index.length),
    dependents,
  };
}
