import type { Decimal } from '../numbers/decimal.js';
import type { Course } from '../training/course.js';
import type { Training } from '../training/train.js';
import { float64 } from '../numbers/float64.js';
import { readGiven, type Outcomes } from '../trace/evaluate-trace.js';
import type { Trace } from '../trace/step.js';
import { IterationNumbers } from './iteration-numbers.js';
import type { ConfirmOptions, Numbers } from './numbers.js';
import type { PaperNumbers } from './paper-numbers.js';
import type { Replay } from './replay.js';

/** Digits are confirmed without asking up to this iteration; beyond it on demand. */
export const lastConfirmedIteration = 200;

let beyondStart: typeof import('./beyond-start.js') | undefined;

/** Whether iterations after 0, and paper mode, can be had. */
export const trainingLoaded = (): boolean => beyondStart !== undefined;

/** Load what trains on the tape, and what rounds as by hand. The beginning of a lesson does without. */
export async function loadTraining(): Promise<void> {
  beyondStart ??= await import('./beyond-start.js');
}

/** What the runs at all iterations have in common. */
class Known {
  training: Training | undefined;
  readonly numbers = new Map<number, IterationNumbers>();
  readonly paper = new Map<string, PaperNumbers>();
  readonly replays = new Map<number, Replay<Decimal>>();
  readonly runs = new WeakMap<Trace, Run>();
}

/**
 * The numbers of one setup at every iteration. Doubles come from the tape; decimals replay every update
 * from the given numbers, so that what is proven at iteration k is proven from the start.
 */
export class Run {
  readonly #known: Known;

  /**
   * @param trace one iteration; with batches, that of one batch
   * @param course the iterations, where they differ
   */
  constructor(
    readonly trace: Trace,
    private readonly course?: Course,
    known = new Known(),
  ) {
    this.#known = known;
  }

  /** The same run at an iteration: with batches, its trace is that of the iteration's batch. */
  on(iteration: number): Run {
    const trace = this.#traceAt(iteration);
    if (trace === this.trace) return this;
    const { runs } = this.#known;
    const run = runs.get(trace) ?? new Run(trace, this.course, this.#known);
    runs.set(trace, run);
    return run;
  }

  /** Training on the tape; `undefined` until {@link loadTraining} is done. */
  get training(): Training | undefined {
    return (this.#known.training ??= beyondStart?.trainingOf(this.#traceAt(0), this.course));
  }

  /**
   * The numbers of an iteration. Trains on the tape up to it if that has not happened yet, so iterations
   * after 0 need {@link loadTraining} first.
   */
  at(iteration: number): Numbers {
    const { numbers: known } = this.#known;
    let numbers = known.get(iteration);
    if (!numbers) {
      const trace = this.#traceAt(iteration);
      const decimalsAt: Run['decimalsAt'] = (...wanted) => this.decimalsAt(...wanted);
      numbers = new IterationNumbers({ trace, decimalsAt }, iteration, this.givenAt(iteration));
      known.set(iteration, numbers);
    }
    return numbers;
  }

  /** The same, with every intermediate rounded to so many digits, from the beginning. Needs {@link loadTraining} first. */
  onPaper(iteration: number, digits: number): Numbers {
    const { paper } = this.#known;
    const key = `${iteration}/${digits}`;
    let numbers = paper.get(key);
    if (!numbers) {
      if (!beyondStart) throw new Error('Paper mode needs `await loadTraining()` first.');
      numbers = new beyondStart.PaperNumbers(this.#traceAt, iteration, digits);
      paper.set(key, numbers);
    }
    return numbers;
  }

  /** Every value of an iteration in decimals of a precision, replayed in time slices. */
  async decimalsAt(iteration: number, precision: number, options: ConfirmOptions = {}): Promise<Outcomes<Decimal>> {
    const [{ decimals }, { outcomesOf, replayTo, startOf }] = await Promise.all([
      import('../numbers/decimal.js'),
      import('./replay.js'),
    ]);
    const system = await decimals(precision);
    const { replays } = this.#known;
    const known = replays.get(precision);
    const start = known && known.iteration <= iteration ? known : startOf(this.#traceAt(0), system);
    const replay = await replayTo(iteration, start, this.#traceAt, system, options);
    replays.set(precision, replay);
    return outcomesOf(replay, this.#traceAt, system);
  }

  /** Every given number after so many updates, as doubles. */
  givenAt(iteration: number): ReadonlyMap<string, number> {
    if (iteration === 0) return readGiven(this.#traceAt(0), float64);
    const { training } = this;
    if (!training) throw new Error('Iterations after 0 need `await loadTraining()` first.');
    return training.givenAt(iteration);
  }

  readonly #traceAt = (iteration: number): Trace => this.course?.traceAt(iteration) ?? this.trace;
}
