import type { Decimal } from '../numbers/decimal.js';
import type { Training } from '../training/train.js';
import { float64 } from '../numbers/float64.js';
import { evaluateTrace, readGiven, type Outcomes } from '../trace/evaluate-trace.js';
import type { Trace } from '../trace/step.js';
import { IterationNumbers } from './iteration-numbers.js';
import type { ConfirmOptions, Numbers } from './numbers.js';
import type { PaperNumbers } from './paper-numbers.js';
import { replayTo, type Replay } from './replay.js';

/** Digits are confirmed without asking up to this iteration; beyond it on demand. */
export const lastConfirmedIteration = 200;

let beyondStart: typeof import('./beyond-start.js') | undefined;

/** Whether iterations after 0, and paper mode, can be had. */
export const trainingLoaded = (): boolean => beyondStart !== undefined;

/** Load what trains on the tape, and what rounds as by hand. The beginning of a lesson does without. */
export async function loadTraining(): Promise<void> {
  beyondStart ??= await import('./beyond-start.js');
}

/**
 * The numbers of one setup at every iteration. Doubles come from the tape; decimals replay every update
 * from the given numbers, so that what is proven at iteration k is proven from the start.
 */
export class Run {
  #training: Training | undefined;
  readonly #numbers = new Map<number, IterationNumbers>();
  readonly #paper = new Map<string, PaperNumbers>();
  readonly #replays = new Map<number, Replay<Decimal>>();

  constructor(readonly trace: Trace) {}

  /** Training on the tape; `undefined` until {@link loadTraining} is done. */
  get training(): Training | undefined {
    return (this.#training ??= beyondStart?.trainingOf(this.trace));
  }

  /**
   * The numbers of an iteration. Trains on the tape up to it if that has not happened yet, so iterations
   * after 0 need {@link loadTraining} first.
   */
  at(iteration: number): Numbers {
    let numbers = this.#numbers.get(iteration);
    if (!numbers) {
      numbers = new IterationNumbers(this, iteration, this.givenAt(iteration));
      this.#numbers.set(iteration, numbers);
    }
    return numbers;
  }

  /** The same, with every intermediate rounded to so many digits, from the beginning. Needs {@link loadTraining} first. */
  onPaper(iteration: number, digits: number): Numbers {
    const key = `${iteration}/${digits}`;
    let numbers = this.#paper.get(key);
    if (!numbers) {
      if (!beyondStart) throw new Error('Paper mode needs `await loadTraining()` first.');
      numbers = new beyondStart.PaperNumbers(this.trace, iteration, digits);
      this.#paper.set(key, numbers);
    }
    return numbers;
  }

  /** Every value of an iteration in decimals of a precision, replayed in time slices. */
  async decimalsAt(iteration: number, precision: number, options: ConfirmOptions = {}): Promise<Outcomes<Decimal>> {
    const { decimals } = await import('../numbers/decimal.js');
    const system = await decimals(precision);
    const { trace } = this;
    const known = this.#replays.get(precision);
    let replay = known && known.iteration <= iteration ? known : { iteration: 0, start: readGiven(trace, system) };
    replay = await replayTo(iteration, replay, (start) => evaluateTrace(trace, start, system), options);
    this.#replays.set(precision, replay);
    return evaluateTrace(trace, replay.start, system);
  }

  /** Every given number after so many updates, as doubles. */
  givenAt(iteration: number): ReadonlyMap<string, number> {
    if (iteration === 0) return readGiven(this.trace, float64);
    const { training } = this;
    if (!training) throw new Error('Iterations after 0 need `await loadTraining()` first.');
    return training.givenAt(iteration);
  }
}
