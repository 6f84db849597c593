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
 * Backward by longest distance from the loss; at equal distance parameters first, then program order.
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

  const levels = new Map<number, { parameters: string[]; others: string[] }>();
  const place = (variable: string, kind: 'parameters' | 'others', distance = graph.unitDistance(variable)): void => {
    if (distance === undefined) return;
    const level = levels.get(distance) ?? { parameters: [], others: [] };
    level[kind].push(variable);
    levels.set(distance, level);
  };
  parameters.forEach((parameter) => place(parameter, 'parameters', graph.unitDistance(parameter) ?? Infinity));
  lines.forEach((unit) => place(unit, 'others'));

  const ordered = [...levels]
    .sort(([a], [b]) => a - b)
    .map(([, level]) => ({
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
