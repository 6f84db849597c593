import { traceOf } from '../trace/trace.js';
import type { LessonState } from './lesson-state.js';
import { Run } from './run.js';
import { setupOf } from './setup-of.js';
import { courseOf } from './tensors.js';

/** The run of a state's program, values and conventions, at the beginning. */
export function runOf(state: Pick<LessonState, 'lesson' | 'program' | 'edits' | 'choices'>): Run {
  const setupAt = (iteration: number): ReturnType<typeof setupOf> => setupOf({ ...state, iteration });
  const first = setupAt(0);
  const course = courseOf(first, setupAt);
  return new Run(course?.traceAt(0) ?? traceOf(first), course);
}
