import { expect, test } from 'vitest';
import { openPage } from './open-page.js';

test('the built page opens below a sub-path without a complaint', async () => {
  const { page, expectQuiet, close } = await openPage();
  await page.waitForLoadState('networkidle');
  expect(await page.title()).toContain('Backprop Tutor');
  await expectQuiet();
  await close();
});
