import { expect, test } from 'vitest';
import { lessons } from '../../lessons/index.js';
import { initialState, setupOf, traceOf } from '../../src/index.js';
import { readMazur } from '../state/lesson.js';

/**
 * Lesson ids, step references and convention ids are public: links in other people's notes use them. Add to these
 * lists; a renamed one keeps an alias.
 */
const lessonIds = ['mazur'];

const steps = `
  forward/net_h1 forward/out_h1 forward/net_h2 forward/out_h2 forward/net_o1 forward/out_o1 forward/net_o2
  forward/out_o2 loss/E_o1 loss/E_o2 loss/E_total backward/E_total backward/E_o1 backward/E_o2 backward/out_o1
  backward/out_o2 backward/net_o1 backward/net_o2 backward/w5 backward/w6 backward/w7 backward/w8 backward/b2
  backward/out_h1 backward/out_h2 backward/net_h1 backward/net_h2 backward/w1 backward/w2 backward/w3
  backward/w4 backward/b1 backward/i1 backward/i2 update/w1 update/w2 update/w3 update/w4 update/w5 update/w6
  update/w7 update/w8
`;

const conventions = [
  ['biases', 'frozen shared per-neuron'],
  ['update-order', 'old updated'],
  ['half', 'with-half without-half'],
  ['reduction', 'sum mean'],
];

test('lesson ids stay', () => {
  expect(Object.keys(lessons)).toEqual(lessonIds);
});

test('step references of mazur stay, in their order', async () => {
  const { steps: derived } = traceOf(setupOf(initialState(await readMazur())));
  expect(derived.map(({ ref }) => ref)).toEqual(steps.trim().split(/\s+/));
});

test('convention ids of mazur stay', async () => {
  const { conventions: read } = await readMazur();
  expect(read.map(({ id, choices }) => [id, choices.map((choice) => choice.id).join(' ')])).toEqual(conventions);
});
