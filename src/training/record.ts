import { record as recordAssignments } from '../interpret/record.js';
import type { Tape } from '../interpret/tape.js';
import { float64 } from '../numbers/float64.js';
import { readGiven } from '../trace/evaluate-trace.js';
import { updateOf } from '../trace/reference.js';
import type { Trace } from '../trace/step.js';

/** One iteration of a trace as a tape: what it changes are the trained parameters and the optimiser's state. */
export function record(trace: Trace): Tape {
  const { loss } = trace.setup;
  const given = readGiven(trace, float64);
  const rows = trace.setup.given.filter(({ from }) => from !== undefined).map(({ name }) => name);
  const changing = new Set([...trace.moved, ...rows]);
  return recordAssignments({
    assignments: trace.assignments,
    parameters: trace.moved.map((name) => ({ name, update: updateOf(name) })),
    rows,
    constants: new Map([...given].filter(([name]) => !changing.has(name))),
    loss,
  });
}
