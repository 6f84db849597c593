import type { Trace } from '../trace/step.js';

/** What differs from iteration to iteration, where samples are shared out in batches. */
export interface Course {
  /** One iteration, with the given numbers of its batch. */
  traceAt(iteration: number): Trace;
  /** What the trace's structure depends on: iterations with the same text share a tape. */
  structureAt(iteration: number): string;
  /** The inputs and targets of an iteration's batch, in the order of `tape.rows`. */
  rowsAt(iteration: number): Float64Array;
}
