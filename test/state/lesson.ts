import { readFile } from 'node:fs/promises';
import type { Lesson } from '../../src/index.js';
import { readLesson } from '../../src/read-file.js';

/** The first lesson, read from its file. */
export const readMazur = async (): Promise<Lesson> =>
  readLesson(await readFile('lessons/mazur.md', 'utf8'), 'mazur.md');
