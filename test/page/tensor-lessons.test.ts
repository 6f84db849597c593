import { describe, expect, test } from 'vitest';
import { batchNormValues, lstmValues, softmaxValues } from './lesson-values.js';
import { openPage } from './open-page.js';
import { overflows, ready, walk, wrongOn } from './walk-lesson.js';

const lessons = [
  {
    id: 'softmax-cross-entropy',
    first: 'forward/s',
    last: 'update/b',
    truth: softmaxValues(),
    parts: ['bp-tensor'],
    // What the lesson is about: every one of these is shown, in full, on the way.
    key: [
      's[1]',
      'p[1]',
      'p[3]',
      'L',
      'backward/p[3]',
      'backward/s[1]',
      'backward/s[3]',
      'backward/W[1,1]',
      'update/b[1]',
    ],
  },
  {
    id: 'batch-norm',
    first: 'forward/z1',
    last: 'update/b2',
    truth: batchNormValues(),
    parts: ['bp-tensor'],
    key: [
      ...[
        'z1[1,1]',
        'n1.mean[1]',
        'n1.var[1]',
        'n1.inv_std[1]',
        'n1.xhat[1,1]',
        'n1[1,1]',
        'L',
        'backward/n1.xhat[1,1]',
      ],
      ...['backward/n1.var[1]', 'backward/n1.mean[1]', 'backward/z1[1,1]', 'backward/gamma[1]', 'backward/b1[1]'],
    ],
  },
  {
    id: 'lstm',
    first: 'forward/i[1]',
    last: 'update/b_o',
    truth: lstmValues(),
    // Its first steps are about single numbers.
    parts: [],
    key: [
      ...['i[1]', 'f[1]', 'g[1]', 'o[1]', 'c[1]', 'h[1]', 'i[2]', 'f[2]', 'g[2]', 'o[2]', 'c[2]', 'h[2]', 'L'],
      ...['backward/h[2]', 'backward/c[2]', 'backward/h[1]', 'backward/c[1]', 'backward/W_g[1]', 'backward/u_f'],
      ...['update/W_g[1]', 'update/W_o[1]', 'update/b_f'],
    ],
  },
] as const;

describe.each(lessons)('$id', ({ id, first, last, truth, key, parts }) => {
  test.each(['scalar', 'matrix'] as const)(
    'from the first to the last step, %s: every number is the independent one',
    async (form) => {
      const { page, expectQuiet, close } = await openPage({ hash: `#v1/${id}/${first}?form=${form}` });
      await ready(page, ...parts);
      const seen = new Set<string>();
      const end = await walk(page, async (step) => {
        expect(await wrongOn(page, truth, seen), step).toEqual([]);
      });
      expect(end).toBe(last);
      expect(key.filter((ref) => !seen.has(ref))).toEqual([]);
      await expectQuiet();
      await close();
    },
  );

  test.each(['scalar', 'matrix'] as const)(
    'at 360 px, %s: nothing is wider than the page, no formula wider than its column',
    async (form) => {
      const { page, expectQuiet, close } = await openPage({
        hash: `#v1/${id}/${first}?form=${form}`,
        width: 360,
        height: 740,
      });
      await ready(page, ...parts);
      await walk(page, async (step) => {
        expect(await page.evaluate(overflows), step).toEqual([]);
      });
      await expectQuiet();
      await close();
    },
  );
});
