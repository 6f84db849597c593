import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { lessons } from '../../lessons/index.js';
import { initialState, loadTensors, setupOf, traceOf } from '../../src/index.js';
import { readLesson } from '../../src/read-file.js';

await loadTensors();

/**
 * Lesson ids, step references and convention ids are public: links in other people's notes use them. Add to these
 * lists; a renamed one keeps an alias.
 */
const published: Readonly<
  Record<string, { readonly steps: string; readonly conventions: Readonly<Record<string, string>> }>
> = {
  mazur: {
    steps: `
      forward/net_h1 forward/out_h1 forward/net_h2 forward/out_h2 forward/net_o1 forward/out_o1 forward/net_o2
      forward/out_o2 loss/E_o1 loss/E_o2 loss/E_total backward/E_total backward/E_o1 backward/E_o2 backward/out_o1
      backward/out_o2 backward/net_o1 backward/net_o2 backward/w5 backward/w6 backward/w7 backward/w8 backward/b2
      backward/out_h1 backward/out_h2 backward/net_h1 backward/net_h2 backward/w1 backward/w2 backward/w3
      backward/w4 backward/b1 backward/i1 backward/i2 update/w1 update/w2 update/w3 update/w4 update/w5 update/w6
      update/w7 update/w8`,
    conventions: {
      biases: 'frozen shared per-neuron',
      'update-order': 'old updated',
      half: 'with-half without-half',
      reduction: 'sum mean',
    },
  },
  'softmax-cross-entropy': {
    steps: `
      forward/s forward/p loss/L backward/L backward/p backward/s backward/W backward/b backward/x update/W update/b`,
    conventions: { target: 'one-hot label soft', scores: 'plain written-out shifted temperature' },
  },
  'batch-norm': {
    steps: `
      forward/z1 forward/n1.mean forward/n1.var forward/n1.inv_std forward/n1.xhat forward/n1 forward/a1 forward/z2
      forward/l.p forward/l.log_p loss/l loss/L backward/L backward/l backward/l.log_p backward/z2 backward/W2
      backward/b2 backward/a1 backward/n1 backward/gamma backward/beta backward/n1.xhat backward/n1.inv_std
      backward/n1.var backward/n1.mean backward/z1 backward/W1 backward/b1 backward/x update/W1 update/b1 update/gamma
      update/beta update/W2 update/b2`,
    conventions: { mode: 'training evaluation', batch: 'four two', reduction: 'mean sum' },
  },
};

test('lesson ids stay, in the order of the course', () => {
  expect(Object.keys(lessons)).toEqual(Object.keys(published));
});

describe.each(Object.entries(published))('%s', async (id, { steps, conventions }) => {
  const lesson = await readLesson(readFileSync(`lessons/${id}.md`, 'utf8'), `${id}.md`);

  test('step references stay, in their order', () => {
    const { steps: derived } = traceOf(setupOf(initialState(lesson)));
    expect(derived.map(({ ref }) => ref)).toEqual(steps.trim().split(/\s+/));
  });

  test('convention ids stay', () => {
    const read = lesson.conventions.map(({ id: each, choices }) => [
      each,
      choices.map((choice) => choice.id).join(' '),
    ]);
    expect(Object.fromEntries(read)).toEqual(conventions);
  });

  test('what a lesson needs first is a lesson before it', () => {
    const before = Object.keys(lessons).slice(0, Object.keys(lessons).indexOf(id));
    expect(lesson.needs.filter((each) => !before.includes(each))).toEqual([]);
  });
});
