import { readFile } from 'node:fs/promises';
import { beforeAll, expect, test } from 'vitest';
import { writeAddress, type Lesson, type LessonState } from '../../src/index.js';
import { openAddress } from '../../src/open.js';
import { readLesson } from '../../src/read-file.js';
import { readProgram } from '../../src/read.js';

let lesson: Lesson;
beforeAll(async () => {
  lesson = await readLesson(await readFile('lessons/mazur.md', 'utf8'), 'mazur.md');
});

const open = (address: string): Promise<{ state: LessonState; complaints: readonly { message: string }[] }> =>
  openAddress(lesson, address, (text) => readProgram(text, { loss: lesson.loss }));

test.each([
  'v1/mazur/forward/net_h1',
  'v1/mazur/backward/w5',
  'v1/mazur/backward/out_h1/net_o1?after=3&set=w5:0.7,b1:-2.10&with=biases:shared&digits=12',
  'v1/mazur/update/w1?with=update-order:updated&paper=yes&view=local&show=numbers',
])('%s opens to the same address', async (address) => {
  const { state, complaints } = await open(address);
  expect(complaints).toEqual([]);
  expect(writeAddress(state)).toBe(address);
});

test('a program of one’s own travels in the link', async () => {
  const { state } = await open(
    'v1/mazur/backward/w?set=w:3,x:2&program=' + encodeURIComponent('E_total = (w*x - 1)^2'),
  );
  expect(state.program?.program.given).toEqual(['w', 'x']);
  expect(writeAddress(state)).toContain('program=E_total%20%3D%20(w*x%20-%201)%5E2');
});

test.each([
  ['nonsense', 'no form the tutor knows'],
  ['v2/mazur/backward/w5', 'version 2'],
  ['v1/mazur/backward/w99', '`backward/w99`'],
  ['v1/mazur/backward/w5?set=w55:1', '`w55`, which is not a given number here. Did you mean `w5`?'],
  ['v1/mazur/backward/w5?set=w5:abc', 'value for `w5` could not be used'],
  ['v1/mazur/backward/w5?with=biasses:shared', 'Did you mean `biases`?'],
  ['v1/mazur/backward/w5?with=biases:sharde', 'Did you mean `shared`?'],
  ['v1/mazur/backward/w5?digits=99', 'whole number from 3 to 15'],
  ['v1/mazur/backward/w5?after=-1', 'whole number from 0'],
  ['v1/mazur/backward/w5?shwo=question', 'Did you mean `show`?'],
  ['v1/mazur/backward/w5?program=E_total%20%3D%20w5*q', 'needs a value for `q`'],
  ['v1/mazur/backward/w5?program=E_total%20%3D', 'program in the link could not be used'],
])('%s: says what it could not use and opens the rest', async (address, words) => {
  const { state, complaints } = await open(address);
  expect(complaints.map(({ message }) => message).join('\n')).toContain(words);
  expect(state.lesson.id).toBe('mazur');
  if (address.includes('backward/w5')) expect(state.step).toBe('backward/w5');
});
