/** Training as the loss curve sees it. */
export interface TrainingRun {
  /**
   * Train until this many updates, counted from the start, are done. What is trained already is not repeated.
   * Rejects with an `Error` whose message is a sentence where training cannot go on (overflow), and when it is aborted.
   */
  train(updates: number, options: TrainOptions): Promise<void>;
  /** The loss after so many updates, in rising order; from 0, not necessarily after each update. */
  readonly curve: readonly { readonly iteration: number; readonly loss: number }[];
  /** How many updates are done. */
  readonly reached: number;
  /** What updates change: the trained parameters, then the optimiser's state. */
  readonly names: readonly string[];
  /** One of these at every iteration of the curve, where they are kept. */
  valuesOf(name: string): readonly number[] | undefined;
  /** The same, worked out again. Rejects when it is aborted. */
  workOut(name: string, signal: AbortSignal): Promise<readonly number[]>;
}

export interface TrainOptions {
  readonly onProgress: (done: number, total: number) => void;
  readonly signal: AbortSignal;
}

/** What is on the curve, the loss or another number, after so many updates. */
export interface CurvePoint {
  readonly iteration: number;
  readonly value: number;
}
