import type { Trace } from '../trace/step.js';
import { record } from './record.js';
import { Training } from './train.js';

/** The training of a trace, at its beginning. */
export const trainingOf = (trace: Trace): Training => new Training(record(trace), trace);
