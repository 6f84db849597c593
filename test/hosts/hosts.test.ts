import { env } from 'node:process';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPage, type OpenPage } from '../page/open-page.js';
import { proven } from '../page/tutor-page.js';
import { serveHost, type ServedSite } from './build-host.js';
import { hosts } from './hosts.js';
import {
  addressOf,
  digitsOf,
  expectColours,
  expectRight,
  expectSentence,
  here,
  patience,
  stands,
  tabTo,
  walks,
} from './lesson-in-host.js';
import { provide } from './needs.js';
import { quotesOf, textOf } from './read-page.js';

// Generators that `npm ci` does not install are tried on request.
const chosen = env.HOSTS === 'all' ? hosts : hosts.filter(({ needs = [] }) => needs.length === 0);

test.each(hosts)('what the page about $name quotes is in the files of its site', ({ name }) => {
  const quotes = quotesOf(name);
  expect(quotes).not.toEqual([]);
  for (const { file, text } of quotes) expect(textOf(name, file), file).toContain(text);
});

for (const host of chosen) {
  const { name, alsoAt = [], darken, navigation, slide } = host;
  const missing = await provide(host);

  describe.skipIf(missing)(missing === undefined ? name : `${name} (skipped: ${missing})`, () => {
    let site: ServedSite | undefined;

    /** Open a page of the host's site, do something there, and see that nothing complained. */
    async function visit(path: string, act: (page: Page) => Promise<void>, scheme?: 'dark'): Promise<void> {
      const { page, expectQuiet, close }: OpenPage = await openPage({
        site: site!.url,
        path,
        ...(scheme && { colorScheme: scheme }),
        // The browser asks for it by itself where a page names no icon.
        before: (opened) => opened.route('**/favicon.ico', (route) => route.fulfill({ status: 204 })),
      });
      await act(page);
      await expectQuiet();
      await close();
    }

    beforeAll(async () => {
      site = await serveHost(host);
    });
    afterAll(() => site?.close());

    test.each(['', ...alsoAt])(
      'a lesson is right, legible where dark is preferred, and walks by keyboard: /%s',
      (path) =>
        visit(
          path,
          async (page) => {
            await walks(page);
            await expectColours(page);
            await proven(page);
            await expectRight(page, 'bp-derivation');
            if (path === '' && !slide) await expectSentence(page);
          },
          'dark',
        ),
    );

    if (darken)
      test('a lesson follows the page from light to dark', () =>
        visit('', async (page) => {
          await stands(page, here);
          if (!slide) await expectSentence(page);
          await expectColours(page, 'light');
          await darken(page);
          await stands(page, here);
          if (slide) {
            await page.keyboard.press('ArrowRight');
            await expectSentence(page);
          }
          await expectColours(page, 'dark');
        }));

    if (navigation)
      test('a lesson is there again after a visit to the next page, where keys typed into a field stay in it', () =>
        visit('', async (page) => {
          await stands(page, here);
          await page.evaluate(() => void ((globalThis as { mark?: string }).mark = 'the same document'));
          await page.locator('p').getByRole('link', { name: 'a network of your own' }).click();
          await page.getByRole('heading', { name: 'A network of your own' }).waitFor();
          await changesOwnNumber(page);
          await page.locator('p').getByRole('link', { name: 'notes on backpropagation' }).click();
          await page.getByRole('heading', { name: 'Notes on backpropagation' }).waitFor();
          await walks(page);
          await expectSentence(page);
          const sameDocument = await page.evaluate(() => (globalThis as { mark?: string }).mark !== undefined);
          expect(sameDocument).toBe(navigation === 'script');
        }));

    if (slide)
      test('keys turn the slides only outside of a lesson, and a sentence has its numbers', () =>
        visit('', async (page) => {
          await walks(page);
          expect(await slide(page)).toBe(0);
          await page.locator('bp-lesson#mazur bp-stepper input').filter({ visible: true }).click();
          await page.keyboard.type('.');
          await page.mouse.click(2, 2);
          expect(await slide(page)).toBe(0);
          await page.keyboard.press('ArrowRight');
          await expect.poll(() => slide(page), patience).toBe(1);
          await expectSentence(page);
        }));
  });
}

/** In the lesson of a program that stands in the page: w is 0.8 there. */
async function changesOwnNumber(page: Page): Promise<void> {
  const lesson = page.locator('bp-lesson');
  const { href } = new URL(page.url());
  await expect.poll(() => addressOf(lesson), patience).toMatch(/\/forward\/net(\?|$)/);
  expect(await digitsOf(lesson), 'what the page asks for').toBe(4);
  const field = lesson.locator('bp-values input[name="w"]');
  await field.click();
  // Some sites turn the page at a comma, a full stop, n or p, and search at s or a slash.
  await page.keyboard.type('p,n.s/');
  expect(await field.inputValue()).toContain('p,n.s/');
  await field.fill('0.9');
  await field.press('Enter');
  await expect.poll(() => addressOf(lesson), patience).toContain('set=w:0.9');
  expect(page.url()).toBe(href);
  await tabTo(page, lesson);
}
