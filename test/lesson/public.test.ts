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
  'vanishing-gradient': {
    steps: `
      forward/z[1] forward/a[1] forward/z[2] forward/a[2] forward/z[3] forward/a[3] forward/z[4] forward/a[4]
      forward/z[5] forward/a[5] forward/z[6] forward/a[6] forward/z[7] forward/a[7] forward/z[8] forward/a[8]
      forward/z[9] forward/a[9] forward/z[10] forward/a[10] loss/L backward/L backward/a[10] backward/z[10]
      backward/w[10] backward/b[10] backward/a[9] backward/z[9] backward/w[9] backward/b[9] backward/a[8]
      backward/z[8] backward/w[8] backward/b[8] backward/a[7] backward/z[7] backward/w[7] backward/b[7]
      backward/a[6] backward/z[6] backward/w[6] backward/b[6] backward/a[5] backward/z[5] backward/w[5]
      backward/b[5] backward/a[4] backward/z[4] backward/w[4] backward/b[4] backward/a[3] backward/z[3]
      backward/w[3] backward/b[3] backward/a[2] backward/z[2] backward/w[2] backward/b[2] backward/a[1]
      backward/z[1] backward/w[1] backward/b[1] backward/a0 update/w[1] update/w[2] update/w[3] update/w[4]
      update/w[5] update/w[6] update/w[7] update/w[8] update/w[9] update/w[10] update/b[1] update/b[2]
      update/b[3] update/b[4] update/b[5] update/b[6] update/b[7] update/b[8] update/b[9] update/b[10]`,
    conventions: {
      chain: 'sigmoid small tanh relu he batch-norm skip linear',
      start: 'chain good bad',
    },
  },
  optimizers: {
    steps: `
      loss/L backward/L backward/w1 backward/w2 update/w1 update/w2`,
    conventions: {
      optimiser:
        'sgd sgd-fast momentum momentum-velocity nesterov nesterov-velocity adagrad rmsprop rmsprop-inside adam adamw',
      problem: 'valley network',
    },
  },
  lstm: {
    steps: `
      forward/i[1] forward/f[1] forward/g[1] forward/o[1] forward/c[1] forward/h[1] loss/l[1] forward/i[2]
      forward/f[2] forward/g[2] forward/o[2] forward/c[2] forward/h[2] loss/l[2] loss/L backward/L backward/l[2]
      backward/h[2] backward/o[2] backward/c[2] backward/i[2] backward/f[2] backward/g[2] backward/l[1]
      backward/h[1] backward/o[1] backward/c[1] backward/i[1] backward/f[1] backward/g[1] backward/W_o
      backward/u_o backward/b_o backward/W_i backward/u_i backward/b_i backward/W_f backward/u_f backward/b_f
      backward/W_g backward/u_g backward/b_g backward/x[1] backward/x[2] backward/h0 backward/c0 update/W_i
      update/u_i update/b_i update/W_f update/u_f update/b_f update/W_g update/u_g update/b_g update/W_o update/u_o
      update/b_o`,
    conventions: {
      cell: 'lstm elman',
      sequence: 'two ten',
    },
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
