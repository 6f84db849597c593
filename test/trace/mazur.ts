import { readFileSync } from 'node:fs';
import { readLesson } from '../../src/lesson/read-lesson.js';
import { setupOf } from '../../src/state/setup-of.js';
import type { Trace } from '../../src/trace/step.js';
import { traceOf } from '../../src/trace/trace.js';

const lesson = await readLesson(readFileSync(new URL('../../lessons/mazur.md', import.meta.url), 'utf8'), 'mazur.md');

/** One iteration of the first lesson under some of its conventions. */
export const mazur = (choices: Readonly<Record<string, string>> = {}): Trace =>
  traceOf(setupOf({ lesson, edits: {}, choices }));
