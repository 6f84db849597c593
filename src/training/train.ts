import type { Tape } from '../interpret/tape.js';
import { float64 } from '../numbers/float64.js';
import { readGiven } from '../trace/evaluate-trace.js';
import type { Trace } from '../trace/step.js';
import { Checkpoints } from './checkpoints.js';
import type { Course } from './course.js';
import { nextSample, type CurvePoint } from './curve.js';
import { Machine } from './machine.js';
import { nextTask } from './next-task.js';
import { Samples, workOut } from './samples.js';

export interface TrainOptions {
  /** Called after each time slice, with updates counted from the start. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Aborting keeps what has been reached. */
  readonly signal?: AbortSignal;
  /** How long to compute before the page may breathe. Default 8. */
  readonly sliceMilliseconds?: number;
}

/** Training cannot go on: the loss or a parameter is no longer a finite number. The message is a sentence. */
export class Overflow extends Error {
  constructor(
    /** What is not finite: a parameter's name, or the loss's. */
    readonly subject: string,
    /** The first iteration at which it is not. */
    readonly iteration: number,
  ) {
    super(
      iteration === 0
        ? `${subject} is not a finite number at the start, so there is nothing to train.`
        : `At iteration ${iteration} ${subject} is no longer a finite number, so training stopped before it. ` +
            'A smaller rate usually keeps it in bounds.',
    );
    this.name = 'Overflow';
  }
}

/** The training of one setup: how far it has come, the loss on the way, and the parameters at any iteration. */
export class Training {
  readonly #machine: Machine;
  /** Goes back to where the other has been. */
  readonly #revisiting: Machine;
  readonly #checkpoints: Checkpoints;
  readonly #curve: CurvePoint[] = [];
  readonly #samples: Samples;
  #reached = 0;
  #overflow?: Overflow;

  /** @param course what differs from iteration to iteration: with batches, their numbers */
  constructor(
    private readonly tape: Tape,
    private readonly trace: Trace,
    private readonly course?: Course,
  ) {
    const given = readGiven(trace, float64);
    const start = Float64Array.from(tape.parameters, (name) => given.get(name)!);
    this.#machine = new Machine(tape, course);
    this.#revisiting = new Machine(tape, course);
    this.#machine.stand(0, start);
    this.#samples = new Samples(tape.parameters);
    this.#checkpoints = new Checkpoints({ iteration: 0, parameters: start });
    const loss = this.#machine.loss();
    if (Number.isFinite(loss)) this.#note(loss);
    else this.#overflow = new Overflow(trace.setup.loss, 0);
  }

  /** What an update changes, in the order of {@link parametersAt}: the trained parameters, then the optimiser's state. */
  get names(): readonly string[] {
    return this.tape.parameters;
  }

  /** How many updates are done. */
  get reached(): number {
    return this.#reached;
  }

  /** The loss after each of the first 200 updates, then at growing distances, and where training stopped. Grows in place. */
  get curve(): readonly CurvePoint[] {
    return this.#curve;
  }

  /** One of {@link names} at every iteration of {@link curve}. `undefined` where more than 500 move: then it is worked out. */
  valuesOf(name: string): readonly number[] | undefined {
    return this.#samples.of(name);
  }

  /** The same, whatever it takes: about as long as training took. @throws the signal's reason when it is aborted */
  workOut(name: string, signal: AbortSignal): Promise<readonly number[]> {
    return workOut(this, name, signal);
  }

  /**
   * The parameters and the optimiser's state after so many updates, in the order of {@link names}. Beyond an overflow
   * they are not finite. Going through iterations in order costs each update once.
   */
  parametersAt(iteration: number): Float64Array {
    const near = this.#checkpoints.before(iteration);
    if (near.iteration === iteration) return near.parameters.slice();
    this.#revisiting.stand(near.iteration, near.parameters);
    this.#revisiting.advance(iteration - near.iteration);
    const { parameters } = this.#revisiting;
    this.#checkpoints.add({ iteration, parameters });
    return parameters.slice();
  }

  /** Every given number after so many updates, by name: what moves as it is then, the others as they were given. */
  givenAt(iteration: number): ReadonlyMap<string, number> {
    const given = readGiven(this.course?.traceAt(iteration) ?? this.trace, float64);
    const parameters = this.parametersAt(iteration);
    for (const [i, name] of this.names.entries()) given.set(name, parameters[i]!);
    return given;
  }

  /**
   * Train until this many updates, counted from the start, are done, in time slices. What is done is not repeated.
   * @throws {Overflow} where training cannot go on; the signal's reason when it is aborted
   */
  async train(updates: number, { onProgress, signal, sliceMilliseconds = 8 }: TrainOptions = {}): Promise<void> {
    for (;;) {
      signal?.throwIfAborted();
      this.#slice(updates, performance.now() + sliceMilliseconds);
      if (this.#overflow && this.#reached < updates) throw this.#overflow;
      onProgress?.(Math.min(this.#reached, updates), updates);
      if (this.#reached >= updates) return;
      await nextTask();
    }
  }

  /** Train for a while, and note where that led. */
  #slice(updates: number, until: number): void {
    // Few enough updates between two looks at the clock to take a fraction of a millisecond.
    const batch = Math.max(1, Math.floor(50_000 / (this.#machine.length + 1)));
    let loss: number | undefined;
    while (this.#reached < updates && !this.#overflow) {
      const sample = nextSample(this.#reached);
      const next = Math.min(sample, updates, this.#reached + batch);
      loss = this.#advanceTo(next);
      if (next === sample && !this.#overflow) this.#note(loss);
      if (performance.now() >= until) break;
    }
    if (loss !== undefined) this.#note(loss);
    this.#checkpoints.add({ iteration: this.#reached, parameters: this.#machine.parameters });
  }

  /** @returns the loss there, or at the last iteration before an overflow */
  #advanceTo(iteration: number): number {
    const before = this.#machine.parameters;
    this.#machine.advance(iteration - this.#reached);
    const loss = this.#machine.loss();
    if (this.#notFinite(loss) === undefined) {
      this.#reached = iteration;
      return loss;
    }
    return this.#findOverflow(before);
  }

  /** Repeat the last updates one by one, up to the last iteration at which everything is finite. */
  #findOverflow(start: Float64Array): number {
    this.#machine.stand(this.#reached, start);
    for (let last = this.#machine.loss(); ; this.#reached++) {
      const { parameters } = this.#machine;
      this.#machine.advance(1);
      const loss = this.#machine.loss();
      const subject = this.#notFinite(loss);
      if (subject !== undefined) {
        this.#overflow = new Overflow(subject, this.#reached + 1);
        this.#machine.stand(this.#reached, parameters);
        return last;
      }
      last = loss;
    }
  }

  /** The first parameter that is not finite, or the loss. */
  #notFinite(loss: number): string | undefined {
    return this.names[this.#machine.notFinite] ?? (Number.isFinite(loss) ? undefined : this.trace.setup.loss);
  }

  #note(loss: number): void {
    const last = this.#curve.at(-1);
    if (last?.iteration === this.#reached) return;
    this.#curve.push({ iteration: this.#reached, loss });
    this.#samples.add(this.#machine);
  }
}
