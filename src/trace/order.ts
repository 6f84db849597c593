import type { Graph } from '../program/graph.js';
import type { Setup } from './setup.js';

/** The variables at one distance from the loss, in the order in which their gradients are derived. */
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
  const named = (role: string): string[] => given.filter((each) => each.role === role).map(({ name }) => name);
  const parameters = named('parameter').filter((name) => program.given.includes(name));
  const inputs = named('input').filter((name) => program.given.includes(name));

  const levels = new Map<number, { parameters: string[]; others: string[] }>();
  const place = (variable: string, kind: 'parameters' | 'others', distance = graph.distance(variable)): void => {
    if (distance === undefined) return;
    const level = levels.get(distance) ?? { parameters: [], others: [] };
    level[kind].push(variable);
    levels.set(distance, level);
  };
  parameters.forEach((parameter) => place(parameter, 'parameters', graph.distance(parameter) ?? Infinity));
  program.lines.forEach((line) => place(line.name, 'others'));

  const ordered = [...levels]
    .sort(([a], [b]) => a - b)
    .map(([, level]) => ({
      variables: [...level.parameters, ...level.others],
      parameters: level.parameters.filter((parameter) => trained.has(parameter)),
    }));
  // In the superseded order, updates happen before the rest of the level reads the weights.
  const split = ordered.flatMap(({ variables, parameters }) =>
    parameters.length
      ? [
          { variables: variables.filter((name) => !graph.lines.has(name)), parameters },
          { variables: variables.filter((name) => graph.lines.has(name)), parameters: [] },
        ]
      : [{ variables, parameters }],
  );
  return [...split, { variables: inputs.filter((input) => graph.distance(input) !== undefined), parameters: [] }];
}
