import type { Optimiser } from '../optimisers/optimiser.js';
import type { Given, Program, UpdateOrder } from '../program/program.js';

/** Everything that determines a trace: the program after its conventions, its given numbers, and how it is trained. */
export interface Setup {
  readonly program: Program;
  readonly loss: string;
  /** Every given number, the optimiser's settings (role `constant`) included. */
  readonly given: readonly Given[];
  /** The parameters that an update changes. The others get a gradient and stay. */
  readonly trained: ReadonlySet<string>;
  readonly optimiser: Optimiser;
  /** What the optimiser's state starts from, by name (`W1.v[2,1]`), where that is not the optimiser's own number. */
  readonly start?: Readonly<Record<string, string>>;
  readonly updateOrder: UpdateOrder;
  /** Where samples are shared out: the batch that the given numbers are of. Absent: they are of all samples. */
  readonly sampling?: Sampling;
}

/** How the samples are shared out, and which of them are in the batch. */
export interface Sampling {
  /** Counted from 1, as are batches and samples. */
  readonly epoch: number;
  readonly batch: number;
  /** Batches in an epoch. */
  readonly batches: number;
  /** Which samples, in order. */
  readonly samples: readonly number[];
  /** How many samples there are in all. */
  readonly all: number;
  /** It is the last of its epoch and has fewer samples than the others. */
  readonly isSmaller: boolean;
  /** The inputs and targets of all samples. */
  readonly whole: readonly Given[];
  /** How many samples a batch has, and their order. */
  readonly rule: BatchRule;
}

/** How samples are shared out: so many in a batch, as they are given or anew for every epoch. */
export interface BatchRule {
  /** 1 for online training, all of them for the full batch. The last of an epoch may be smaller. */
  readonly size: number;
  readonly order: 'given' | 'shuffle';
  /** Which shuffles: a whole number below 2³². */
  readonly seed: number;
}
