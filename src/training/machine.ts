import { run } from '../interpret/run.js';
import type { Tape } from '../interpret/tape.js';
import { lossIn, parametersIn, slotsOf } from './advance.js';
import type { Course } from './course.js';
import { record } from './record.js';

/** A tape, and the slots that its code runs over. */
interface Loaded {
  readonly tape: Tape;
  readonly slots: Float64Array;
}

/**
 * Runs updates one after the other. Without batches that is one tape over the same slots; with batches every update
 * loads its rows, into the tape of its batch's structure.
 */
export class Machine {
  readonly #loaded = new Map<string, Loaded>();
  #now: Loaded;
  #iteration = 0;

  /** @param first the tape of iteration 0 */
  constructor(
    first: Tape,
    private readonly course?: Course,
  ) {
    this.#now = { tape: first, slots: first.slots.slice() };
    if (course) this.#loaded.set(course.structureAt(0), this.#now);
  }

  /** Stand at an iteration with these parameters. */
  stand(iteration: number, parameters: Float64Array): void {
    this.#iteration = iteration;
    this.#now.slots.set(parameters);
  }

  /** A copy of the parameters, in the order of `tape.parameters`. */
  get parameters(): Float64Array {
    return parametersIn(this.#now.tape, this.#now.slots);
  }

  /** The place of the first parameter that is not finite; −1: all are. */
  get notFinite(): number {
    const { tape, slots } = this.#now;
    return tape.parameters.findIndex((_, i) => !Number.isFinite(slots[i]));
  }

  /** Instructions of one update, or about so many. */
  get length(): number {
    return this.#now.tape.update.length;
  }

  /** Go on by so many updates. */
  advance(updates: number): void {
    if (!this.course) run(this.#now.tape, this.#now.tape.update, this.#now.slots, updates);
    for (let i = 0; this.course && i < updates; i++) {
      this.#load(this.course);
      run(this.#now.tape, this.#now.tape.update, this.#now.slots, 1);
      this.#iteration += 1;
    }
  }

  /** The loss here: with batches, on the one that the next update sees. */
  loss(): number {
    if (this.course) this.#load(this.course);
    return lossIn(this.#now.tape, this.#now.slots);
  }

  #load(course: Course): void {
    const structure = course.structureAt(this.#iteration);
    let next = this.#loaded.get(structure);
    if (!next) {
      const tape = record(course.traceAt(this.#iteration));
      this.#loaded.set(structure, (next = { tape, slots: slotsOf(tape, this.parameters) }));
    } else if (next !== this.#now) {
      next.slots.set(this.parameters);
    }
    next.slots.set(course.rowsAt(this.#iteration), next.tape.parameters.length);
    this.#now = next;
  }
}
