import { readFile } from 'node:fs/promises';
import { beforeAll, expect, test } from 'vitest';
import { LessonModel } from '../../components/lesson/model.js';
import { initialState, loadTensors, withValue, type Lesson } from '../../src/index.js';
import { readLesson } from '../../src/read-file.js';

let lesson: Lesson;

// The first lesson brings in the parser, which takes its time on a busy machine.
beforeAll(async () => {
  await loadTensors();
  lesson = await readLesson(await readFile('lessons/batch-norm.md', 'utf8'), 'batch-norm.md');
}, 60_000);

test('an edit with which the program cannot be computed changes nothing, and a sentence says why', () => {
  let changes = 0;
  const start = initialState(lesson);
  const model = new LessonModel(
    lesson,
    start,
    () => changes++,
    () => undefined,
  );
  model.edit(withValue(start, 'y[2]', '7'));
  expect(model.state).toBe(start);
  expect(model.problem).toMatch(/7.*\.$/s);
  expect(changes).toBe(1);
  model.edit(withValue(start, 'y[2]', '1'));
  expect(model.state.edits).toEqual({ 'y[2]': '1' });
  expect(model.problem).toBeUndefined();
  model.dispose();
});
