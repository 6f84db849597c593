import { describe, expect, test } from 'vitest';
import { chainValues, ownValues, valleyValues } from './lesson-values.js';
import { openPage } from './open-page.js';
import { slotsOn } from './shown.js';
import { overflows, ready, walk, wrongOn } from './walk-lesson.js';

const walks = [
  {
    what: 'a chain of 10 sigmoids',
    hash: '#v1/vanishing-gradient/forward/z[1]',
    last: 'update/b[10]',
    truth: ownValues()['vanishing-gradient']!,
    key: ['z[1]', 'a[1]', 'z[10]', 'a[10]', 'local/a[1]/z[1]'],
  },
  {
    what: 'what is left of the gradient after 26 of 30 sigmoids',
    hash: '#v1/vanishing-gradient/backward/z[4]?set=T:30',
    last: 'update/b[30]',
    truth: chainValues(),
    key: ['backward/z[4]', 'backward/w[3]', 'backward/z[2]', 'backward/z[1]', 'backward/w[1]', 'backward/b[1]'],
  },
  {
    what: 'the valley at rate 0.6',
    hash: '#v1/optimizers/loss/L?with=optimiser:sgd-fast',
    last: 'update/w2',
    truth: valleyValues(),
    key: ['L', 'backward/w1', 'backward/w2', 'update/w1', 'update/w2'],
  },
];

describe.each(walks)('$what', ({ hash, last, truth, key }) => {
  test.each([
    [1440, 900],
    [360, 740],
  ])(
    'at %s px, to the last step: every number is the independent one, nothing is wider than the page',
    async (width, height) => {
      const { page, expectQuiet, close } = await openPage({ hash, width, height });
      await ready(page);
      const seen = new Set<string>();
      const end = await walk(page, async (step) => {
        expect(await wrongOn(page, truth, seen), step).toEqual([]);
        expect(await page.evaluate(overflows), step).toEqual([]);
      });
      expect(end).toBe(last);
      expect(key.filter((ref) => !seen.has(ref))).toEqual([]);
      await expectQuiet();
      await close();
    },
  );
});

test('an update of Adam, with all that it keeps, fits a phone', async () => {
  const hash = '#v1/optimizers/loss/L?with=optimiser:adam';
  const { page, expectQuiet, close } = await openPage({ hash, width: 360, height: 740 });
  await ready(page);
  const steps: string[] = [];
  await walk(page, async (step) => {
    steps.push(step);
    expect(await page.evaluate(overflows), step).toEqual([]);
  });
  const update = (weight: string): string[] =>
    ['.m', '.v', '.mhat', '.vhat', ''].map((part) => `update/${weight}${part}`);
  expect(steps.slice(-11)).toEqual(['update/step.k', ...update('w1'), ...update('w2')]);
  await expectQuiet();
  await close();
});

test('numbers far below 1e-40 are powers of ten, and never 0', async () => {
  const { page, close } = await openPage({ hash: '#v1/vanishing-gradient/backward/z[1]?set=T:30&with=chain:small' });
  await ready(page);
  const shown = (await slotsOn(page)).filter(({ ref }) => ref === 'backward/z[1]').map(({ text }) => text);
  expect(shown.length).toBeGreaterThan(0);
  expect(shown.filter((text) => !text.endsWith('10⁻⁴⁸'))).toEqual([]);
  await close();
});
