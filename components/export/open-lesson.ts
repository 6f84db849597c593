import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { lessonIn, lessonNeedsTensors, loadTensors, loadTraining, type Lesson } from '../../src/index.js';
import { didYouMean } from '../../src/open.js';
import { lessons } from '../../lessons/index.js';
import { completeLesson, openLesson } from '../lesson/load-lesson.js';
import { exported as say } from '../words/export.js';
import { complain } from './arguments.js';

/** The built-in lessons. */
export const lessonIds: readonly string[] = Object.keys(lessons);

/**
 * A lesson with all its prose, ready to be computed: a built-in one by id, or a file. An address may name it instead.
 * @throws InputError where there is none, or where the file has mistakes
 */
export async function lessonNamed(typed: string | undefined, address: string): Promise<Lesson> {
  const inAddress = lessonIn(address);
  const name = typed ?? inAddress ?? complain(say.noLesson(lessonIds));
  const lesson = isFile(name) ? await lessonFile(name) : await builtIn(name);
  if (inAddress !== undefined && inAddress !== lesson.id) complain(say.otherLesson(inAddress, lesson.id));
  if (lessonNeedsTensors(lesson)) await loadTensors();
  await loadTraining();
  return lesson;
}

const isFile = (name: string): boolean => !lessonIds.includes(name) && /[./\\]/.test(name);

async function builtIn(id: string): Promise<Lesson> {
  if (!lessonIds.includes(id)) complain(say.unknownLesson(id, didYouMean(id, lessonIds, say.lessons(lessonIds))));
  const { lesson } = await openLesson({ id, src: '', address: '' });
  await completeLesson(lesson);
  return lesson;
}

async function lessonFile(path: string): Promise<Lesson> {
  const text = await readFile(path, 'utf8').catch(({ code }: NodeJS.ErrnoException) =>
    complain(code === 'ENOENT' ? say.noFile(path) : say.unreadable(path, String(code))),
  );
  const { readLesson } = await import('../../src/read-file.js');
  return readLesson(text, basename(path));
}
