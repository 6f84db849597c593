import { run } from '../interpret/run.js';
import type { Tape } from '../interpret/tape.js';

/**
 * The parameters after so many updates, at once.
 * @param parameters in the order of `tape.parameters`; stays as it is
 * @returns a new array; not finite where the updates overflow
 */
export function advance(tape: Tape, parameters: Float64Array, updates: number): Float64Array {
  const slots = slotsOf(tape, parameters);
  run(tape, tape.update, slots, updates);
  return parametersIn(tape, slots);
}

/** The loss at these parameters. Not finite where it overflows. */
export function lossAt(tape: Tape, parameters: Float64Array): number {
  return lossIn(tape, slotsOf(tape, parameters));
}

/** The slots of a tape with these parameters in place, to run its code over. */
export function slotsOf(tape: Tape, parameters: Float64Array): Float64Array {
  const slots = tape.slots.slice();
  slots.set(parameters);
  return slots;
}

/** A copy of the parameters that stand in the slots. */
export const parametersIn = (tape: Tape, slots: Float64Array): Float64Array => slots.slice(0, tape.parameters.length);

/** The loss at the parameters that stand in the slots. They stay. */
export function lossIn(tape: Tape, slots: Float64Array): number {
  run(tape, tape.loss, slots, 1);
  return slots[tape.lossSlot]!;
}
