import { expect, test } from 'vitest';
import { openPage } from './open-page.js';
import { ready, stepOf } from './tutor-page.js';

test('a returning reader is offered the last step', async () => {
  const { page, expectQuiet, close } = await openPage();
  await ready(page);
  for (let press = 0; press < 3; press++) await page.keyboard.press('ArrowRight');
  await expect.poll(() => stepOf(page)).toBe('forward/out_h2');
  await page.waitForTimeout(1000);
  await page.goto(new URL('.', page.url()).href);
  await page.reload();
  await ready(page);
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect.poll(() => stepOf(page)).toBe('forward/out_h2');
  await expectQuiet();
  await close();
});

test('Back and Forward walk through jumps and edits, not through every step', async () => {
  const { page, expectQuiet, close } = await openPage({ hash: '#v1/mazur/backward/w5' });
  await ready(page);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => stepOf(page)).toBe('backward/w7');
  await page.locator('bp-gradients').getByRole('button', { name: /w₁/ }).first().click();
  await expect.poll(() => stepOf(page)).toBe('backward/w1');
  const field = page.locator('bp-values input[name="w1"]');
  await field.fill('0.5');
  await field.press('Enter');
  await expect.poll(() => page.evaluate(() => location.hash)).toContain('set=w1:0.5');
  await page.goBack();
  await expect.poll(() => page.evaluate(() => location.hash)).not.toContain('set=');
  await expect.poll(() => field.inputValue()).toBe('0.15');
  await page.goBack();
  await expect.poll(() => stepOf(page)).toBe('backward/w7');
  await page.goForward();
  await expect.poll(() => stepOf(page)).toBe('backward/w1');
  await expectQuiet();
  await close();
});

test('the theme is chosen by a switch and remembered', async () => {
  const { page, close } = await openPage({ colorScheme: 'light' });
  await ready(page);
  await page.getByLabel('Colours').selectOption('dark');
  const ink = (): Promise<string> =>
    page.locator('bp-derivation').evaluate((element) => getComputedStyle(element).color);
  expect(await ink()).toBe('rgb(236, 233, 226)');
  await page.reload();
  await ready(page);
  expect(await ink()).toBe('rgb(236, 233, 226)');
  await close();
});

test('a reader without storage loses nothing but the offer', async () => {
  const { page, expectQuiet, close } = await openPage({
    before: (page) =>
      page.addInitScript(() =>
        Object.defineProperty(globalThis, 'localStorage', {
          get() {
            throw new DOMException('refused', 'SecurityError');
          },
        }),
      ),
  });
  await ready(page);
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => stepOf(page)).toBe('forward/out_h1');
  await expectQuiet();
  await close();
});
