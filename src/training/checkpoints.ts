/** The parameters after some number of updates. */
export interface Checkpoint {
  readonly iteration: number;
  readonly parameters: Float64Array;
}

/** So many are kept at most, and so many numbers in all of them. */
const most = 512;
const mostNumbers = 4_000_000;

/** Places that training has passed, so that any other one is near. Where they become too many, every other one goes. */
export class Checkpoints {
  #kept: Checkpoint[];
  readonly #most: number;

  /** @param start the beginning, which is always kept */
  constructor(start: Checkpoint) {
    this.#kept = [start];
    this.#most = Math.max(8, Math.min(most, Math.floor(mostNumbers / (start.parameters.length + 1))));
  }

  /** Keep another one. */
  add(checkpoint: Checkpoint): void {
    const before = this.#indexBefore(checkpoint.iteration);
    if (this.#kept[before]!.iteration === checkpoint.iteration) return;
    this.#kept.splice(before + 1, 0, checkpoint);
    if (this.#kept.length > this.#most) this.#kept = this.#kept.filter((_, i) => i % 2 === 0);
  }

  /** The last one at or before an iteration. */
  before(iteration: number): Checkpoint {
    return this.#kept[this.#indexBefore(iteration)]!;
  }

  #indexBefore(iteration: number): number {
    return Math.max(
      0,
      this.#kept.findLastIndex((each) => each.iteration <= iteration),
    );
  }
}
