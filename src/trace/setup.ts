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
  readonly updateOrder: UpdateOrder;
}
