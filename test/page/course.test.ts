import { expect, test } from 'vitest';
import { lessons } from '../../lessons/index.js';
import { openPage } from './open-page.js';
import { ready, stepOf } from './tutor-page.js';

test('from a lesson to the list, to another lesson, and back', async () => {
  const { page, expectQuiet, close } = await openPage({ hash: '#v1/mazur/backward/w5' });
  await ready(page);
  await page.getByRole('link', { name: 'Course' }).click();
  const list = page.getByRole('main').getByRole('listitem');
  await expect.poll(() => list.count()).toBe(Object.keys(lessons).length);
  expect(await page.title()).toBe('Course · Backprop Tutor');
  // The lesson behind it does not walk on.
  await page.keyboard.press('ArrowRight');
  await list.nth(1).getByRole('link').first().click();
  await expect.poll(() => stepOf(page)).toBe('forward/s');
  await expect.poll(() => page.title()).toContain('Softmax');
  await page.goBack();
  await expect.poll(() => list.count()).toBe(Object.keys(lessons).length);
  await page.goBack();
  await expect.poll(() => stepOf(page)).toBe('backward/w5');
  await expectQuiet();
  await close();
});

test('the list can be opened by itself, and leads into the course', async () => {
  const { page, expectQuiet, close } = await openPage({ hash: '#course', width: 360, height: 740 });
  await page.getByRole('heading', { name: 'Course' }).waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await page.getByRole('link', { name: 'Batch normalisation' }).click();
  await expect.poll(() => stepOf(page)).toBe('forward/z1');
  expect(await page.evaluate(() => scrollY)).toBe(0);
  await expectQuiet();
  await close();
});

test('a lesson leads on to the next', async () => {
  const { page, expectQuiet, close } = await openPage();
  await ready(page);
  await page
    .getByRole('navigation', { name: 'Course' })
    .getByRole('link', { name: /^Softmax/ })
    .click();
  await expect.poll(() => stepOf(page)).toBe('forward/s');
  await expectQuiet();
  await close();
});
