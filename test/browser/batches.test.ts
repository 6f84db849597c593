import { afterEach, expect, test } from 'vitest';
import '../../components/bp-stepper.js';
import type { BpStepper } from '../../components/bp-stepper.js';
import { initialState, loadTensors, loadTraining, withIteration } from '../../src/index.js';
import { readLesson } from '../../src/read-file.js';
import { clear, expectAccessible, find, stand } from './stand.js';

const text = `---
id: shared-out
title: Five samples
summary: Two at a time.
program: |
  z = w*x + b
  L = mean((z - t)^2)
loss: L
inputs: { x: [1, 2, 3, 4, 5] }
targets: { t: [0, 1, 0, 1, 0] }
parameters: { w: 0.1, b: 0 }
trained: [w, b]
batches: { size: 2, order: given }
update: { optimiser: sgd, settings: { rate: 0.01 } }
---
`;

afterEach(clear);

test('the iteration says its epoch, its batch and its samples; the last batch is the smaller one, and that is said', async () => {
  await Promise.all([loadTensors(), loadTraining()]);
  const lesson = await readLesson(text, 'shared-out.md');
  const it = await stand<BpStepper>(document.createElement('bp-stepper'), initialState(lesson));
  const said = (): string | undefined =>
    find(it.root, 'bp-iteration').shadowRoot!.querySelector('.batch')?.textContent.trim();
  const seen: (string | undefined)[] = [];
  const used: string[][] = [];
  for (let iteration = 0; iteration < 4; iteration++) {
    await it.set((state) => withIteration(state, iteration));
    seen.push(said());
    used.push(it.scene.setup.given.filter(({ role }) => role === 'input').map((each) => each.text));
  }
  expect(seen).toEqual([
    'epoch 1, batch 1 of 3: samples 1 and 2',
    'epoch 1, batch 2 of 3: samples 3 and 4',
    'epoch 1, batch 3 of 3: sample 5 (a smaller batch)',
    'epoch 2, batch 1 of 3: samples 1 and 2',
  ]);
  expect(used).toEqual([['1', '2'], ['3', '4'], ['5'], ['1', '2']]); // prettier-ignore
  await expectAccessible(it.element);
});
