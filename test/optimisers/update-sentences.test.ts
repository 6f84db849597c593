import { beforeAll, describe, expect, test } from 'vitest';
import {
  initialState,
  loadTensors,
  sentence,
  setupOf,
  withConvention,
  withValue,
  type Lesson,
} from '../../src/index.js';
import { optimiserOf } from '../../src/lesson/read-update.js';
import { readFormula } from '../../src/program/read-formula.js';
import { readLesson } from '../../src/read-file.js';
import { complaintsOf } from '../program/complaints-of.js';

// Loads mathjs, which may take longer than a test may.
beforeAll(async () => {
  await readFormula('x');
  await loadTensors();
}, 60_000);

interface Parts {
  readonly update?: string;
  readonly batches?: string;
  readonly program?: string;
  readonly given?: string;
  readonly choice?: string;
}

const lessonText = ({
  update = '{ optimiser: sgd }',
  batches,
  program = 'a[n] = x[n]*w\n  L = mean((a - t)^2)',
  given = 'inputs: { x: [1, 2, 3] }\ntargets: { t: [2, 4, 5] }\nparameters: { w: 0.5 }',
  choice = '',
}: Parts): string => `---
id: own
title: T
summary: s.
program: |
  ${program}
loss: L
${given}
trained: [w]
update: ${update}
${batches === undefined ? '' : `batches: ${batches}\n`}conventions:
  - id: order
    title: Order
    choices:
      - { id: old, label: old }
      - { id: updated, label: updated, update-order: updated }
  - id: rule
    title: Rule
    choices:
      - { id: own, label: own }
      - { id: other, label: other ${choice} }
sources: [{ title: a, url: "https://example.org/" }]
---
`;

const read = (parts: Parts): Promise<Lesson> => readLesson(lessonText(parts), 'own.md');

describe('a lesson with a wrong update says so', () => {
  test.each<readonly [Parts, string]>([
    [{ update: '{ optimiser: adamm }' }, 'line 13, column 11: There is no optimiser `adamm`. Did you mean `adam`?'],
    [{ update: '{ optimiser: x }' }, 'There is no optimiser `x`. It can be sgd, momentum, momentum-velocity,'],
    [{ update: '{ optimiser: adam, settings: { beta: 0.9 } }' }, '`settings` has no `beta`. Did you mean `beta1`?'],
    [{ update: '{ optimiser: sgd, schedule: cosin }' }, 'There is no schedule `cosin`. Did you mean `cosine`?'],
    [
      { update: '{ optimiser: sgd, with: [clip] }' },
      'There is no rule `clip`. It can be l2, l1, clip-norm, clip-value.',
    ],
    [{ update: '{ optimiser: sgd, with: [l2, l2] }' }, '`l2` stands twice: leave one of them out.'],
    [{ update: '{ optimiser: adamw, with: [l2] }' }, '`l2` and `adamw` both set `decay`: leave one of them out.'],
    [
      { update: '{ optimiser: sgd, settings: { rate: 0 } }' },
      '`rate` is 0, and it must be above 0: a usual value is 0.5.',
    ],
    [{ update: '{ optimiser: sgd, settings: { rate: -0.1 } }' }, '`rate` is -0.1, and it must be above 0'],
    [{ update: '{ optimiser: sgd, settings: { rate: fast } }' }, '`fast` is not a number: write one, like `0.5`.'],
    [
      { update: '{ optimiser: adam, settings: { beta1: 1 } }' },
      '`beta1` is 1, and it must be from 0 up to, but not, 1: a usual value is 0.9.',
    ],
    [{ update: '{ optimiser: momentum, settings: { mu: -0.5 } }' }, '`mu` is -0.5, and it must be from 0 up to'],
    [
      { update: '{ optimiser: sgd, schedule: step, settings: { every: 2.5 } }' },
      '`every` is 2.5, and it must be a whole number from 1',
    ],
    [{ update: '{ optimiser: momentum, state: { w.m: 1 } }' }, 'The optimiser keeps no `w.m`. Did you mean `w.v`?'],
    [{ update: '{ optimiser: sgd, state: { w.v: 1 } }' }, 'The optimiser keeps no `w.v`. It keeps nothing.'],
    [
      { update: '{ optimiser: momentum, state: { w.v: [1, 2] } }' },
      '`w.v` has another size than its parameter: give it 1 numbers alike.',
    ],
    [{ choice: ', update: { optimiser: adamm }' }, 'There is no optimiser `adamm`. Did you mean `adam`?'],
    [
      { program: 'rate = w*2\n  a[n] = x[n]*rate\n  L = mean((a - t)^2)' },
      '`rate` belongs to the update rule (sgd) already: choose another name in the program.',
    ],
    [
      { update: '{ optimiser: adam }', program: 'k = w*2\n  a[n] = x[n]*k\n  L = mean((a - t)^2)' },
      '`k` belongs to the update rule (adam) already',
    ],
    [{ batches: '{ size: 0 }' }, '`0` is no size here: write a whole number of samples from 1, like `2`.'],
    [{ batches: '{ size: two }' }, '`two` is no size here'],
    [{ batches: '{ order: given }' }, 'has no `size`: add a line `size: …`.'],
    [{ batches: '{ size: 2, order: random }' }, '`random` is no order of samples: write `given` or `shuffle`.'],
    [
      { batches: '{ size: 2, order: shuffle }' },
      'A shuffle needs a seed, so that it is the same everywhere: add `seed: 7`.',
    ],
    [{ batches: '{ size: 2, seed: 7 }' }, 'A seed is for shuffling only: take it away, or write `order: shuffle`.'],
    [
      {
        batches: '{ size: 2 }',
        program: 'a[n] = x[n]*w + c\n  L = mean((a - t)^2)',
        given: 'inputs: { x: [1, 2], c: 3 }\ntargets: { t: [2, 4] }\nparameters: { w: 0.5 }',
      },
      '`c` is a single number, and with batches every input and target has samples as its first axis',
    ],
    [
      {
        batches: '{ size: 2 }',
        program: 'a = sum(x)*w\n  L = mean((a - t)^2)',
        given: 'inputs: { x: [1, 2, 3] }\ntargets: { t: [2, 4] }\nparameters: { w: 0.5 }',
      },
      '`x` has 3 samples and `t` has 2: give both as many.',
    ],
  ])('%j', async (parts, wanted) => {
    expect((await complaintsOf(read(parts))).map(sentence).join('\n')).toContain(wanted);
  });

  test('rules that are asked for by name are, too', async () => {
    await expect(optimiserOf({ optimiser: 'sdg' })).rejects.toThrow('There is no optimiser `sdg`. Did you mean `sgd`?');
  });
});

describe('a reader’s number that a setting cannot be', () => {
  test.each([
    ['rate', '0', '`rate` is 0, and it must be above 0'],
    ['beta2', '1', '`beta2` is 1, and it must be from 0 up to, but not, 1'],
    ['max_norm', '-1', '`max_norm` is -1, and it must be above 0'],
  ])('%s = %s', async (name, text, wanted) => {
    const lesson = await read({ update: '{ optimiser: adam, with: [clip-norm] }' });
    expect(() => setupOf(withValue(initialState(lesson), name, text))).toThrow(wanted);
  });

  test('clipping by norm needs all gradients, which the superseded order does not have', async () => {
    const lesson = await read({ update: '{ optimiser: sgd, with: [clip-norm] }' });
    expect(() => setupOf(withConvention(initialState(lesson), 'order', 'updated'))).toThrow(
      'let the gradients read the old weights',
    );
  });
});
