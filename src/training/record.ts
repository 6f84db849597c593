import { record as recordAssignments } from '../interpret/record.js';
import type { Tape } from '../interpret/tape.js';
import { float64 } from '../numbers/float64.js';
import { readGiven } from '../trace/evaluate-trace.js';
import { updateOf } from '../trace/reference.js';
import type { Trace } from '../trace/step.js';

/** One iteration of a trace as a tape: its parameters are the trained ones, in the order in which they are given. */
export function record(trace: Trace): Tape {
  const { loss, trained } = trace.setup;
  const given = readGiven(trace, float64);
  return recordAssignments({
    assignments: trace.assignments,
    parameters: [...given.keys()].filter((name) => trained.has(name)).map((name) => ({ name, update: updateOf(name) })),
    constants: new Map([...given].filter(([name]) => !trained.has(name))),
    loss,
  });
}
