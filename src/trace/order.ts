import type { Graph } from '../program/graph.js';
import type { Setup } from './setup.js';

/** The variables at one distance from the loss, in the order in which their gradients are derived: tensors whole. */
export interface Level {
  /** Parameters first, then the rest in program order. */
  readonly variables: readonly string[];
  /** The trained parameters among them. */
  readonly parameters: readonly string[];
}

/**
 * Backward through time, the last time step first; within one by longest distance from the loss; at equal distance
 * parameters first, then program order. What the time steps share comes after the first of them: by then its gradient has
 * gathered all of theirs.
 * Inputs come last: their gradients are shown on request. Targets and constants get none.
 */
export function backwardOrder({ program, given, trained }: Setup, graph: Graph): readonly Level[] {
  const used = new Set(program.given.map(graph.unitOf));
  const named = (role: string): string[] => {
    const units = given.filter((each) => each.role === role).map(({ name }) => graph.unitOf(name));
    return [...new Set(units)].filter((unit) => used.has(unit));
  };
  const parameters = named('parameter');
  const inputs = named('input');
  const lines = new Set(program.lines.map(({ name }) => graph.unitOf(name)));
  const trainedUnits = new Set([...trained].map(graph.unitOf));

  const stretchOf = stretchesIn(program, graph);
  const levels = new Map<string, { stretch: number; distance: number; parameters: string[]; others: string[] }>();
  const place = (unit: string, kind: 'parameters' | 'others', distance = graph.unitDistance(unit)): void => {
    if (distance === undefined) return;
    const stretch = stretchOf(unit);
    const key = `${stretch} ${distance}`;
    const level = levels.get(key) ?? { stretch, distance, parameters: [], others: [] };
    level[kind].push(unit);
    levels.set(key, level);
  };
  parameters.forEach((parameter) => place(parameter, 'parameters', graph.unitDistance(parameter) ?? Infinity));
  lines.forEach((unit) => place(unit, 'others'));

  const ordered = [...levels.values()]
    .sort((a, b) => b.stretch - a.stretch || a.distance - b.distance)
    .map((level) => ({
      variables: [...level.parameters, ...level.others],
      parameters: level.parameters.filter((parameter) => trainedUnits.has(parameter)),
    }));
  // In the superseded order, updates happen before the rest of the level reads the weights.
  const split = ordered.flatMap(({ variables, parameters }) =>
    parameters.length
      ? [
          { variables: variables.filter((name) => !lines.has(name)), parameters },
          { variables: variables.filter((name) => lines.has(name)), parameters: [] },
        ]
      : [{ variables, parameters }],
  );
  return [...split, { variables: inputs.filter((input) => graph.unitDistance(input) !== undefined), parameters: [] }];
}

/**
 * The stretch of the program that a unit belongs to: what stands before the time steps, each of them, what comes after.
 * A given belongs to the first that uses it. Without time steps everything is one stretch.
 */
function stretchesIn({ lines }: Setup['program'], graph: Graph): (unit: string) => number {
  const stretches = new Map<string, number>();
  let [stretch, time] = [0, lines[0]?.time];
  for (const line of lines) {
    if (line.time !== time) stretch += 1;
    time = line.time;
    if (graph.distance(line.name) === undefined) continue;
    for (const name of [line.name, ...graph.uses(line.name)]) {
      const unit = graph.unitOf(name);
      // What all time steps share is looked at after the last of them.
      const isShared = line.time !== undefined && !graph.lines.has(name);
      if (!stretches.has(unit)) stretches.set(unit, isShared ? stretch - 0.5 : stretch);
    }
  }
  return (unit) => stretches.get(unit) ?? 0;
}
