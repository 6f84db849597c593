import { expect, test } from 'vitest';
import { openPage } from './open-page.js';
import { isRounded, slotsOn } from './shown.js';
import { proven, readWalk, ready, stepOf } from './tutor-page.js';

test('editing w5 changes every number that depends on it, and no other', async () => {
  const { page, expectQuiet, close } = await openPage({ hash: '#v1/mazur/forward/net_h1?digits=15' });
  await ready(page);
  const before = await readWalk(page);
  const field = page.locator('bp-values input[name="w5"]');
  await field.fill('0.7');
  await field.press('Enter');
  await field.evaluate((element: HTMLElement) => element.blur());
  const after = await readWalk(page);
  expect([...after.keys()].sort()).toEqual([...before.keys()].sort());

  // From the network's picture: w5 leads to o1 only, and everything behind both hidden neurons hangs on o1's blame.
  const untouched =
    /^(i\d|target_\w+|w[1-46-8]|b\d|rate|(net|out)_h\d|(net|out)_o2|E_o2|backward\/(E_\w+|out_o2|net_o2|w[78])|backward\/(b2|out_h\d)\/net_o2|local\/(net_h\d\/\w+|out_h\d\/net_h\d|net_o2\/\w+|out_o2\/net_o2|E_\w+\/E_o\d|E_o2\/out_o2|net_o1\/(w\d|b2|out_h2))|update\/w[78])$/;
  for (const [ref, text] of after) {
    const changed = text !== before.get(ref);
    expect(changed, `${ref}: ${before.get(ref)} → ${text}`).toBe(!untouched.test(ref));
  }
  await page.keyboard.press('Control+z');
  await proven(page);
  expect(await readWalk(page)).toEqual(before);
  await expectQuiet();
  await close();
});

test('the switch to already-updated weights reproduces the superseded totals', async () => {
  const { page, expectQuiet, close } = await openPage();
  await ready(page);
  await page.getByRole('button', { name: 'Conventions' }).click();
  await page.locator('bp-conventions input[value="updated"]').check();
  await page.keyboard.press('Escape');
  await page.locator('bp-published').scrollIntoViewIfNeeded();
  const printed = [
    ['E_total@1', '0.291027924'],
    ['out_o1@10000', '0.015912196'],
    ['out_o2@10000', '0.984065734'],
  ] as const;
  for (const [ref, value] of printed) {
    await expect
      .poll(async () => (await slotsOn(page, 'bp-published')).find((slot) => slot.ref === ref)?.text ?? '', {
        timeout: 15_000,
      })
      .toMatch(/\d/);
    const { text } = (await slotsOn(page, 'bp-published')).find((slot) => slot.ref === ref)!;
    expect(roundsTo(text, value), `${ref} shows ${text}`).toBe(true);
  }
  expect(await page.evaluate(() => location.hash)).toContain('with=update-order:updated');
  await expectQuiet();
  await close();
});

test('a wrong number gets a sentence, stays in its field, and the value before stays in force', async () => {
  const { page, expectQuiet, close } = await openPage({ hash: '#v1/mazur/backward/w5' });
  await ready(page);
  const field = page.locator('bp-values input[name="w5"]');
  for (const [typed, words] of [
    ['', 'empty'],
    ['abc', 'number'],
    ['1e999', 'large'],
    ['1/3', 'decimal'],
  ] as const) {
    await field.fill(typed);
    await field.press('Enter');
    await expect.poll(() => field.getAttribute('aria-invalid')).toBe('true');
    expect(await field.inputValue()).toBe(typed);
    expect(await page.locator('bp-values #remark-w5').innerText()).toContain(words);
    expect(await page.evaluate(() => location.hash)).not.toContain('set=');
  }
  await expectQuiet();
  await close();
});

test('a number opens the step that made it, and Back returns', async () => {
  const { page, expectQuiet, close } = await openPage({ hash: '#v1/mazur/backward/w5' });
  await ready(page);
  await page.locator('bp-gradients [data-number="backward/w5"]').first().waitFor();
  await page.locator('bp-network [aria-label^="out_h1"]').first().click();
  await expect.poll(() => stepOf(page)).not.toBe('backward/w5');
  await page.goBack();
  await expect.poll(() => stepOf(page)).toBe('backward/w5');
  await expectQuiet();
  await close();
});

/** Whether a shown number, at its digits or more, rounds to a printed one. */
const roundsTo = (shown: string, printed: string): boolean => {
  const significant = printed.replace(/^-?0\.0*/, '').replace('.', '').length;
  return isRounded(printed, shown.replaceAll('−', '-'), significant);
};
