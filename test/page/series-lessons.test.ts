import { describe, expect, test } from 'vitest';
import { chainValues, valleyValues } from './lesson-values.js';
import { openPage } from './open-page.js';
import { slotsOn } from './shown.js';
import { overflows, ready, walk, wrongOn } from './walk-lesson.js';

const walks = [
  {
    what: 'the chain of sigmoids',
    hash: '#v1/vanishing-gradient/backward/z[4]?set=T:30',
    last: 'update/b[30]',
    // From here on everything that is left of the gradient is below 1e-20.
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
  test('to the last step: every number is the independent one', async () => {
    const { page, expectQuiet, close } = await openPage({ hash });
    await ready(page);
    const seen = new Set<string>();
    const end = await walk(page, async (step) => expect(await wrongOn(page, truth, seen), step).toEqual([]));
    expect(end).toBe(last);
    expect(key.filter((ref) => !seen.has(ref))).toEqual([]);
    await expectQuiet();
    await close();
  });
});

test.each([
  ['#v1/vanishing-gradient/forward/z[1]', 'update/b[10]'],
  ['#v1/optimizers/loss/L?with=optimiser:adam', 'update/w2'],
])('%s at 360 px, from the first to the last step: nothing is wider than the page', async (hash, last) => {
  const { page, expectQuiet, close } = await openPage({ hash, width: 360, height: 740 });
  await ready(page);
  const end = await walk(page, async (step) => expect(await page.evaluate(overflows), step).toEqual([]));
  expect(end).toBe(last);
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
