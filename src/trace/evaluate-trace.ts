import { namesIn } from '../formula/formula.js';
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

/**
 * Every value of one iteration, by reference: given numbers, lines, derivatives, gradients, updated parameters. Each
 * is worked out when it is first asked for, and what it needs with it.
 */
export interface Outcomes<T> {
  /** `undefined` where the trace has no such reference. */
  get(ref: string): Outcome<T> | undefined;
  has(ref: string): boolean;
}

export interface EvaluateOptions<T> {
  /** Applied to each result as it is assigned: how paper mode rounds as a person would. */
  readonly round?: (value: T) => T;
}

/**
 * Run one iteration in a number system.
 * @param start the value of each given name at the beginning of the iteration
 */
export function evaluateTrace<T>(
  trace: Trace,
  start: ReadonlyMap<string, T>,
  system: NumberSystem<T>,
  { round = (value) => value }: EvaluateOptions<T> = {},
): Outcomes<T> {
  return new Evaluation(trace, start, system, round);
}

class Evaluation<T> implements Outcomes<T> {
  readonly #known = new Map<string, Outcome<T>>();

  constructor(
    private readonly trace: Trace,
    start: ReadonlyMap<string, T>,
    private readonly system: NumberSystem<T>,
    private readonly round: (value: T) => T,
  ) {
    for (const [name, value] of start) this.#known.set(name, { value });
  }

  has(ref: string): boolean {
    return this.#known.has(ref) || this.trace.assignment(ref) !== undefined;
  }

  get(ref: string): Outcome<T> | undefined {
    const known = this.#known.get(ref);
    if (known || !this.trace.assignment(ref)) return known;
    // Not by recursion: a long chain of lines would be a deep one.
    const open = [ref];
    for (let next = open.at(-1); next !== undefined; next = open.at(-1)) {
      const needed = this.#known.has(next) ? [] : this.#needs(next);
      if (needed.length > 0) {
        open.push(...needed);
        continue;
      }
      open.pop();
      if (!this.#known.has(next)) this.#known.set(next, this.#work(next));
    }
    return this.#known.get(ref);
  }

  /** What must be known first. Where the loss does not exist, its derivatives do not either. */
  #needs(ref: string): readonly string[] {
    const names = namesIn(this.trace.assignment(ref)!.computed).filter((name) => !this.#known.has(name));
    const { loss } = this.trace.setup;
    return ref.startsWith('backward/') && !this.#known.has(loss) ? [...names, loss] : names;
  }

  #work(ref: string): Outcome<T> {
    const loss = ref.startsWith('backward/') ? this.#known.get(this.trace.setup.loss) : undefined;
    if (loss && 'failure' in loss) return loss;
    const { computed } = this.trace.assignment(ref)!;
    const hint = this.trace.graph.lines.get(ref)?.hint;
    return attempt(ref, hint, () => this.round(evaluate(computed, (name) => valueOf(name, this.#known), this.system)));
  }
}

/** The given numbers, and what the optimiser's state starts from, as read by a number system. */
export function readGiven<T>({ setup, state }: Trace, system: NumberSystem<T>): Map<string, T> {
  return new Map([...setup.given, ...state].map(({ name, text }) => [name, system.read(text)]));
}

class DependsOn extends Error {
  constructor(readonly failure: Failure) {
    super(failure.message);
  }
}

function valueOf<T>(name: string, outcomes: ReadonlyMap<string, Outcome<T>>): T {
  const outcome = outcomes.get(name);
  if (!outcome) throw new Error(`The trace computes ${name} after it is used.`);
  if ('failure' in outcome) throw new DependsOn(outcome.failure);
  return outcome.value;
}

function attempt<T>(ref: string, hint: string | undefined, compute: () => T): Outcome<T> {
  try {
    return { value: compute() };
  } catch (error) {
    if (error instanceof DependsOn) return { failure: error.failure };
    if (error instanceof NoValue) {
      const message = [error.message, hint].filter(Boolean).join(' ');
      return { failure: { ref, message, ...(error.provisional && { provisional: true as const }) } };
    }
    throw error;
  }
}
