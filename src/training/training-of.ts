import type { Trace } from '../trace/step.js';
import type { Course } from './course.js';
import { record } from './record.js';
import { Training } from './train.js';

/** The training of a trace, at its beginning; with batches, of the course that begins with it. */
export const trainingOf = (trace: Trace, course?: Course): Training => new Training(record(trace), trace, course);
