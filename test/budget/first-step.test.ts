import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright';
import type { Manifest } from 'vite';
import { expect, inject, test } from 'vitest';
import { openPage, type OpenPage } from '../page/open-page.js';

/** What the first step may cost until it can be read and walked on from, in KB (1,000 bytes) of gzipped JavaScript. */
const budget = 110;

/** What a page may load for lessons that are far below its window, likewise. */
const budgetAtRest = 15;

/** What is needed only when a person types, asks for more digits, or opens a lesson of their own. */
const lazyPackages = ['mathjs', 'markdown-it', 'yaml'];

const site = 'dist/site/';
const manifest = readJson('.vite/manifest.json') as Manifest;
const packages = readJson('.vite/packages.json') as Record<string, string[]>;

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(site + file, 'utf8'));
}

function isHeavy(file: string): boolean {
  return packages[file]?.some((name) => lazyPackages.includes(name)) ?? false;
}

function fileOf(url: string): string {
  return url.slice(inject('siteUrl').length).replace(/[?#].*/, '');
}

function kilobytes(files: readonly string[]): number {
  return files.reduce((sum, file) => sum + gzipSync(readFileSync(site + file)).length, 0) / 1000;
}

function report(title: string, files: readonly string[], of?: number): void {
  const lines = files.map(
    (file) => `  ${kilobytes([file]).toFixed(1).padStart(6)} KB  ${file}  ${packages[file]?.join(' ') ?? ''}`,
  );
  console.log(`${title}: ${kilobytes(files).toFixed(1)} KB${of ? ` of ${of}` : ''}\n${lines.join('\n')}`);
}

/** The scripts that a page needs at once: its entry, what a lesson's first step is made of, and what these import. */
function eagerScripts(...entries: readonly string[]): string[] {
  const keys = new Set(entries);
  for (const key of keys) manifest[key]?.imports?.forEach((imported) => keys.add(imported));
  return [...new Set([...keys].flatMap((key) => manifest[key]?.file ?? []))];
}

const sheet = 'components/lesson/sheet.ts';
const lesson = 'lessons/mazur.md';

function expectLight(title: string, files: readonly string[]): void {
  report(title, files, budget);
  expect(kilobytes(files)).toBeLessThanOrEqual(budget);
  expect(files.filter(isHeavy), `scripts with ${lazyPackages.join(', ')}`).toEqual([]);
}

/** A page of somebody's notes, with the built module beside it. */
async function openNotes(body: string, before?: (page: Page) => Promise<unknown>): Promise<OpenPage> {
  return openPage({
    path: 'notes.html',
    until: 'commit',
    before: async (page) => {
      await page.route('**/notes.html', (route) =>
        route.fulfill({
          contentType: 'text/html',
          body: `<!doctype html><title>Notes</title><link rel="icon" href="data:,"><script type="module" src="backprop-tutor.js"></script><h1>Notes</h1>${body}`,
        }),
      );
      await before?.(page);
    },
  });
}

const addressOf = (page: Page): Promise<string> =>
  page
    .locator('bp-lesson')
    .first()
    .evaluate((element: Element & { address?: string }) => element.address ?? '');

/** Scripts beside the needed ones are never answered: diagram, stepper and tables may come later. */
const holdBack =
  (needed: readonly string[]) =>
  (page: Page): Promise<unknown> =>
    page.route(
      (url) => url.pathname.endsWith('.js') && !needed.includes(fileOf(url.href)),
      () => {},
    );

test('mathjs is in the build, behind a dynamic import', () => {
  const files = Object.keys(packages).filter((file) => packages[file]?.includes('mathjs'));
  expect(files).not.toEqual([]);
});

test('with no script at all, the first step can be read', () => {
  const html = readFileSync(site + 'index.html', 'utf8');
  const article = /<article class="first-step">.*<\/article>/s.exec(html)?.[0];
  expect(article).toContain('come to?');
  expect(article).toContain('0.3775');
});

test('in the tutor the first step works with what is imported at once and its lesson, within the budget', async () => {
  const needed = eagerScripts('index.html', sheet, lesson);
  const { page, close } = await openPage({ path: 'index.html', until: 'commit', before: holdBack(needed) });
  // In the page itself stands MathML only; boxes come from the tutor.
  await page.locator('bp-derivation .katex-html').first().waitFor();
  const first = await addressOf(page);
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => addressOf(page)).not.toBe(first);
  expectLight('The tutor, until one can walk on', needed);
  await close();
});

test('in other people’s pages the first step works with as little', async () => {
  const needed = eagerScripts('components/elements.ts', sheet, lesson);
  const { page, close } = await openNotes('<bp-lesson lesson="mazur"></bp-lesson>', holdBack(needed));
  await page.locator('bp-derivation .katex-html').first().waitFor();
  const first = await addressOf(page);
  await page.locator('bp-lesson .lesson').focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => addressOf(page)).not.toBe(first);
  expectLight('An embed, until one can walk on', needed);
  await close();
});

test('a page whose lessons are far below loads the element only', async () => {
  const { page, close } = await openNotes('<p style="height: 6000px"></p><bp-lesson lesson="mazur"></bp-lesson>');
  await page.waitForLoadState('networkidle');
  const files = await loadedFiles(page);
  report('At rest', files, budgetAtRest);
  expect(kilobytes(files)).toBeLessThanOrEqual(budgetAtRest);
  await page.locator('bp-lesson').scrollIntoViewIfNeeded();
  await page.locator('bp-derivation .katex-html').first().waitFor();
  await close();
});

test('twenty lessons on a page load their scripts and fonts once', async () => {
  const one = await everythingFor(1);
  const twenty = await everythingFor(20);
  report(
    'Twenty lessons: scripts',
    twenty.filter((file) => file.endsWith('.js')),
  );
  report(
    'Twenty lessons: fonts',
    twenty.filter((file) => file.endsWith('.woff2')),
  );
  expect(twenty.toSorted()).toEqual(one.toSorted());
  expect(new Set(twenty).size).toBe(twenty.length);
});

/** All that so many lessons of one page load, once each has been in the window. */
async function everythingFor(count: number): Promise<readonly string[]> {
  const { page, close } = await openNotes('<bp-lesson lesson="mazur" at="backward/w5"></bp-lesson>'.repeat(count));
  const lessons = page.locator('bp-lesson');
  for (let i = 0; i < count; i++) {
    await lessons.nth(i).scrollIntoViewIfNeeded();
    await lessons.nth(i).locator('bp-network svg').first().waitFor();
  }
  await page.waitForLoadState('networkidle');
  const files = await loadedFiles(page);
  await close();
  return files;
}

const loadedFiles = async (page: Page): Promise<readonly string[]> => {
  const urls = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
  return urls.map(fileOf).filter((file) => /\.(js|css|woff2)$/.test(file));
};
