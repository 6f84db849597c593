import { record } from '../interpret/record.js';
import { float64 } from '../numbers/float64.js';
import { readGiven } from '../trace/evaluate-trace.js';
import type { Trace } from '../trace/step.js';
import { lossAt } from './advance.js';

/**
 * The loss as a function of some given numbers, trained or not; all others stay as they are given.
 * @param names the given numbers that vary, in the order of the function's inputs
 * @returns the loss as a double; not finite where it overflows or does not exist
 */
export function lossOver(trace: Trace, names: readonly string[]): (...values: readonly number[]) => number {
  const given = readGiven(trace, float64);
  const tape = record({
    assignments: trace.setup.program.lines.map(({ name }) => trace.assignment(name)!),
    // They are varied from outside, so an update leaves them.
    parameters: names.map((name) => ({ name, update: name })),
    constants: new Map([...given].filter(([name]) => !names.includes(name))),
    loss: trace.setup.loss,
  });
  return (...values) => lossAt(tape, Float64Array.from(values));
}
