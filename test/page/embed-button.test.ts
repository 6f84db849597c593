import type { Frame, Page } from 'playwright';
import { expect, test } from 'vitest';
import type { BpLesson } from '../../components/bp-lesson.js';
import { openPage, type OpenPage, type PageOptions } from './open-page.js';
import { slotsOn } from './shown.js';
import { proven, ready, stepOf } from './tutor-page.js';

const dialog = (page: Page) => page.locator('bp-embed dialog');

/** The tutor at a step, with a number and a convention that are not the lesson's own. */
async function openChanged(): Promise<OpenPage> {
  const opened = await openPage({
    hash: '#v1/mazur/backward/w5?digits=12',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const { page } = opened;
  await ready(page);
  const field = page.locator('bp-values input[name="w5"]');
  await field.fill('0.7');
  await field.press('Enter');
  await page.getByRole('button', { name: 'Conventions' }).click();
  await page.locator('bp-conventions input[value="without-half"]').check();
  await page.keyboard.press('Escape');
  await expect
    .poll(() => page.evaluate(() => location.hash))
    .toBe('#v1/mazur/backward/w5?set=w5:0.7&with=half:without-half&digits=12');
  return opened;
}

/** Open the dialog: it is one of the ways to share. */
async function openEmbed(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await page.getByRole('button', { name: 'Embed in your pages' }).click();
}

/** Press Embed, choose a kind of page and copy one of its pieces. */
async function copied(page: Page, host: string, piece: string): Promise<string> {
  await openEmbed(page);
  await dialog(page).getByLabel('Your pages').selectOption({ label: host });
  await dialog(page)
    .getByRole('button', { name: `Copy: ${piece}` })
    .click();
  await dialog(page).getByText('Copied').first().waitFor();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(await dialog(page).getByLabel(piece, { exact: true }).inputValue()).toBe(text);
  return text;
}

/** A page of somebody's notes in the tutor's folder, with nothing in it but the copied lines. */
async function openNotes(body: string, options: PageOptions = {}): Promise<OpenPage> {
  return openPage({
    path: 'notes.html',
    ...options,
    before: (page) =>
      page.route('**/notes.html', (route) =>
        route.fulfill({
          contentType: 'text/html',
          body: `<!doctype html><html lang="en"><title>Notes</title><link rel="icon" href="data:,">\n${body}\n`,
        }),
      ),
  });
}

/** What a lesson shows: its address, and the digits of its step by reference. */
async function shownIn(page: Page | Frame): Promise<{ address: string; numbers: Record<string, string> }> {
  await page.locator('bp-derivation .katex-html').first().waitFor();
  await proven(page);
  const address = await page.locator('bp-lesson').evaluate((lesson) => (lesson as BpLesson).address);
  const slots = await slotsOn(page, 'bp-derivation');
  return { address, numbers: Object.fromEntries(slots.map(({ ref, text }) => [ref, text])) };
}

test('what is copied opens in an empty page at the same step with the same digits', async () => {
  const { page, expectQuiet, close } = await openChanged();
  const shown = await shownIn(page);
  expect(Object.keys(shown.numbers)).toContain('backward/w5');
  const html = await copied(page, 'Plain HTML', 'In the page, where the lesson shall stand');
  const notes = await openNotes(html);
  expect(await shownIn(notes.page)).toEqual(shown);
  expect(await notes.page.locator('bp-lesson > a').isVisible()).toBe(false);
  await notes.expectQuiet();
  await notes.close();

  const readers = await openNotes(html, { javaScriptEnabled: false });
  const link = readers.page.getByRole('link', { name: 'How much does E_total change when w5 changes?' });
  expect(await link.getAttribute('href')).toBe(await page.evaluate(() => location.href));
  expect((await readers.page.locator('bp-lesson').boundingBox())?.height).toBe(640);
  await readers.close();
  await expectQuiet();
  await close();
});

test('so does a frame', async () => {
  const { page, expectQuiet, close } = await openChanged();
  const shown = await shownIn(page);
  const html = await copied(page, 'iframe', 'In the page, where the lesson shall stand');
  const notes = await openNotes(html);
  const element = await notes.page.locator('iframe').elementHandle();
  const frame = (await element.contentFrame())!;
  expect(await shownIn(frame)).toEqual(shown);
  expect(await element.getAttribute('title')).toBe('Backpropagation by hand');
  await notes.expectQuiet();
  await notes.close();
  await expectQuiet();
  await close();
});

test('with keys alone: in, through the choices, and back to the button', async () => {
  const { page, expectQuiet, close } = await openPage({ hash: '#v1/mazur/backward/w5' });
  await ready(page);
  const button = page.getByRole('button', { name: 'Share', exact: true });
  await button.focus();
  await page.keyboard.press('Enter');
  const copy = page.getByRole('button', { name: 'Copy link' });
  await expect.poll(() => copy.evaluate((element: HTMLElement) => element.matches(':focus'))).toBe(true);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const host = dialog(page).getByLabel('Your pages');
  await expect.poll(() => host.evaluate((element: HTMLElement) => element.matches(':focus'))).toBe(true);
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => host.inputValue()).toBe('mkdocs');
  await page.keyboard.press('Tab');
  await page.keyboard.press('End');
  await expect.poll(() => dialog(page).getByLabel('Shows').inputValue()).toBe('still');
  expect(
    await dialog(page).getByLabel('In the page, where the lesson shall stand', { exact: true }).inputValue(),
  ).toContain(' static ');
  expect(await stepOf(page)).toBe('backward/w5');
  await page.keyboard.press('Escape');
  await expect.poll(() => button.evaluate((element: HTMLElement) => element.matches(':focus'))).toBe(true);
  expect(await dialog(page).isVisible()).toBe(false);
  await expectQuiet();
  await close();
});

test.each([360, 600, 768])('%d px wide: all of the bar and the dialog is in the window', async (width) => {
  const { page, expectQuiet, close } = await openPage({ hash: '#v1/mazur/backward/w5', width, height: 740 });
  await ready(page);
  for (const name of ['Conventions', 'Present', 'Share']) {
    const button = page.getByRole('button', { name, exact: true });
    // Between the other two the bar scrolls.
    if (width === 600) await button.scrollIntoViewIfNeeded();
    const box = await button.boundingBox();
    expect(box && box.x >= 0 && box.x + box.width <= width + 1, name).toBe(true);
  }
  await openEmbed(page);
  for (const host of ['plain', 'vitepress', 'jupyter', 'iframe']) {
    await dialog(page).getByLabel('Your pages').selectOption(host);
    expect(await dialog(page).evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
    await dialog(page).locator('textarea').last().scrollIntoViewIfNeeded();
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  await expectQuiet();
  await close();
});

test('a dialog that cannot be loaded is said to be missing, and asked for again', async () => {
  const { page, close } = await openPage({ hash: '#v1/mazur/backward/w5' });
  await ready(page);
  await page.route('**/bp-embed*.js', (route) => route.abort());
  await openEmbed(page);
  await page.getByText('This part could not be loaded').waitFor();
  await page.unroute('**/bp-embed*.js');
  await page.getByRole('button', { name: 'Embed in your pages' }).click();
  await dialog(page).getByLabel('Your pages').waitFor();
  await close();
});

test('sharing itself, too, is asked for again where it could not be loaded', async () => {
  const { page, close } = await openPage({ hash: '#v1/mazur/backward/w5' });
  await ready(page);
  await page.route('**/bp-share*.js', (route) => route.abort());
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await page.getByText('Share did not load').waitFor();
  await page.unroute('**/bp-share*.js');
  await page.getByRole('button', { name: 'Share did not load' }).click();
  await page.getByRole('button', { name: 'Copy link' }).waitFor();
  await close();
});

test('the link is copied, leads to exactly this step, and to its handout', async () => {
  const { page, expectQuiet, close } = await openChanged();
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await page.getByRole('button', { name: 'Copy link' }).click();
  await page.getByText('Link copied').first().waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
  const handout = page.getByRole('link', { name: 'Handout, worksheet, code' });
  expect(await handout.getAttribute('href')).toBe(page.url().replace(/\/[^/]*#/, '/handout.html#'));
  await expectQuiet();
  await close();
});
