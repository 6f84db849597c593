/** Training as the loss curve sees it. */
export interface TrainingRun {
  /**
   * Train until this many updates, counted from the start, are done. What is trained already is not repeated.
   * Rejects with an `Error` whose message is a sentence where training cannot go on (overflow), and when it is aborted.
   */
  train(updates: number, options: TrainOptions): Promise<void>;
  /** The loss after so many updates, in rising order; from 0, not necessarily after each update. */
  readonly curve: readonly CurvePoint[];
  /** How many updates are done. */
  readonly reached: number;
}

export interface TrainOptions {
  readonly onProgress: (done: number, total: number) => void;
  readonly signal: AbortSignal;
}

export interface CurvePoint {
  readonly iteration: number;
  readonly loss: number;
}
