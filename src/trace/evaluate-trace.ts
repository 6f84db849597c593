import { evaluate } from '../interpret/evaluate.js';
import { NoValue, type NumberSystem } from '../numbers/number-system.js';
import type { Trace } from './step.js';

/** A result's value, or why it has none: what went wrong, and at which reference it went wrong first. */
export type Outcome<T> = { readonly value: T } | { readonly failure: Failure };

export interface Failure {
  /** A sentence for the reader. */
  readonly message: string;
  /** Where it happened: a later result that only depends on it carries the same reference. */
  readonly ref: string;
  /** More digits may still give a value. */
  readonly provisional?: true;
}

/** Every value of one iteration, by reference: given numbers, lines, derivatives, gradients, updated parameters. */
export type Outcomes<T> = ReadonlyMap<string, Outcome<T>>;

export interface EvaluateOptions<T> {
  /** Applied to each result as it is assigned: how paper mode rounds as a person would. */
  readonly round?: (value: T) => T;
  /** Stop after the loss. Default: the whole iteration. */
  readonly forwardOnly?: boolean;
}

/**
 * Run one iteration in a number system.
 * @param start the value of each given name at the beginning of the iteration
 */
export function evaluateTrace<T>(
  trace: Trace,
  start: ReadonlyMap<string, T>,
  system: NumberSystem<T>,
  { round = (value) => value, forwardOnly = false }: EvaluateOptions<T> = {},
): Outcomes<T> {
  const outcomes = new Map<string, Outcome<T>>();
  for (const [name, value] of start) outcomes.set(name, { value });
  for (const { ref, computed } of trace.assignments) {
    if (forwardOnly && ref.includes('/')) break;
    // Where the loss does not exist, its derivatives do not either, even where a formula for them has a value.
    const loss = ref.startsWith('backward/') ? outcomes.get(trace.setup.loss) : undefined;
    if (loss && 'failure' in loss) outcomes.set(ref, loss);
    else
      outcomes.set(
        ref,
        attempt(ref, () => round(evaluate(computed, (name) => valueOf(name, outcomes), system))),
      );
  }
  return outcomes;
}

/** The given numbers as read by a number system. */
export function readGiven<T>(trace: Trace, system: NumberSystem<T>): Map<string, T> {
  return new Map(trace.setup.given.map(({ name, text }) => [name, system.read(text)]));
}

class DependsOn extends Error {
  constructor(readonly failure: Failure) {
    super(failure.message);
  }
}

function valueOf<T>(name: string, outcomes: Outcomes<T>): T {
  const outcome = outcomes.get(name);
  if (!outcome) throw new Error(`The trace computes ${name} after it is used.`);
  if ('failure' in outcome) throw new DependsOn(outcome.failure);
  return outcome.value;
}

function attempt<T>(ref: string, compute: () => T): Outcome<T> {
  try {
    return { value: compute() };
  } catch (error) {
    if (error instanceof DependsOn) return { failure: error.failure };
    if (error instanceof NoValue) {
      return { failure: { ref, message: error.message, ...(error.provisional && { provisional: true as const }) } };
    }
    throw error;
  }
}
