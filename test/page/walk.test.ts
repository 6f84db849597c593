import { expect, test } from 'vitest';
import { mazurValues, publishedTable } from './mazur-values.js';
import { openPage } from './open-page.js';
import { isRounded, slotsOn } from './shown.js';
import { proven, ready, stepOf } from './tutor-page.js';

const steps = 40;

test('walking from the first to the last step by keyboard shows every right value of the published table', async () => {
  const { page, expectQuiet, close } = await openPage();
  await ready(page);
  const wanted = new Map(publishedTable);
  const seen = new Set<string>();
  const collect = async (): Promise<void> => {
    for (const { ref, text } of await slotsOn(page, 'bp-derivation')) {
      const right = wanted.get(ref);
      if (right === undefined) continue;
      expect(isRounded(text, right, 9), `${ref}: ${text} for ${right}`).toBe(true);
      seen.add(ref);
    }
  };
  for (let step = 1; step <= steps; step++) {
    await proven(page);
    await collect();
    if (step < steps) await page.keyboard.press('ArrowRight');
  }
  expect(await stepOf(page)).toBe('update/w8');
  expect([...wanted.keys()].filter((ref) => !seen.has(ref))).toEqual([]);
  await expectQuiet();
  await close();
});

test('Space reveals every step piece by piece and End and Home go to the ends', async () => {
  const { page, expectQuiet, close } = await openPage();
  await ready(page);
  await page.keyboard.press('End');
  await expect.poll(() => stepOf(page)).toBe('update/w8');
  await page.keyboard.press('Home');
  await expect.poll(() => stepOf(page)).toBe('forward/net_h1');
  for (let press = 0; press < 4; press++) await page.keyboard.press(' ');
  await expect.poll(() => page.evaluate(() => location.hash)).toBe('#v1/mazur/forward/out_h1');
  await page.keyboard.press(' ');
  await expect.poll(() => page.evaluate(() => location.hash)).toContain('show=question');
  await expectQuiet();
  await close();
});

test.each([3, 9, 15])(
  'at %i digits every number on every step is the independent one, correctly rounded',
  async (digits) => {
    const truth = mazurValues();
    const query = digits === 9 ? '' : `?digits=${digits}`;
    const { page, expectQuiet, close } = await openPage({ hash: `#v1/mazur/forward/net_h1${query}` });
    await ready(page);
    const checked = new Set<string>();
    for (let step = 1; step <= steps; step++) {
      await proven(page);
      for (const { ref, text } of await slotsOn(page)) {
        const right = truth.get(ref);
        if (right === undefined || text === '' || text === '?') continue;
        checked.add(ref);
        const allowed = [digits, 3].some((count) => isRounded(text, right, count));
        expect(allowed, `${ref} shows ${text}, the independent value is ${right}`).toBe(true);
      }
      if (step < steps) await page.keyboard.press('ArrowRight');
    }
    const results = [...truth.keys()].filter((ref) => !/^(local|rate|backward\/i\d)/.test(ref));
    expect(results.filter((ref) => !checked.has(ref))).toEqual([]);
    await expectQuiet();
    await close();
  },
);
