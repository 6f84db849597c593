import { expect, test } from 'vitest';
import { epochPlace } from '../../components/curve/epoch.js';
import { initialState, loadTensors, loadTraining, runOf, setupOf } from '../../src/index.js';
import { readLesson } from '../../src/lesson/read-lesson.js';

const text = (batches: string): string => `---
id: shared
title: Shared out
summary: Five samples, two at a time.
needs: []
program: |
  e[n] = (w*x[n] - y[n])^2
  L = mean(e)
loss: L
inputs: { x: [1, 2, 3, 4, 5] }
targets: { y: [2, 4, 6, 8, 10] }
parameters: { w: 1 }
trained: [w]
update: { optimiser: sgd, settings: { rate: 0.01 } }
${batches}
conventions: []
---

## lesson

Hello.
`;

test('the epoch and batch of an iteration are those of its run', async () => {
  await loadTensors();
  await loadTraining();
  const lesson = await readLesson(text('batches: { size: 2, order: given }'), 'shared.md');
  const run = runOf(initialState(lesson));
  const setup = setupOf(initialState(lesson));
  for (const iteration of [0, 1, 2, 3, 7, 30]) {
    const { epoch, batch, batches } = run.on(iteration).trace.setup.sampling!;
    expect(epochPlace(setup, iteration)).toEqual({ epoch, batch, batches });
  }
});

test('where every update sees all samples there are no epochs', async () => {
  await loadTensors();
  const lesson = await readLesson(text(''), 'whole.md');
  expect(epochPlace(setupOf(initialState(lesson)), 3)).toBeUndefined();
});
