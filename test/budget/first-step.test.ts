import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Manifest } from 'vite';
import { expect, inject, test } from 'vitest';
import { openPage } from '../page/open-page.js';

/** What the first step may cost until it can be read and walked on from, in KB (1,000 bytes) of gzipped JavaScript. */
const budget = 110;

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
  return url.slice(inject('siteUrl').length);
}

function kilobytes(files: readonly string[]): number {
  return files.reduce((sum, file) => sum + gzipSync(readFileSync(site + file)).length, 0) / 1000;
}

function report(title: string, files: readonly string[]): void {
  const lines = files.map(
    (file) => `  ${kilobytes([file]).toFixed(1).padStart(6)} KB  ${file}  ${packages[file]?.join(' ') ?? ''}`,
  );
  console.log(`${title}: ${kilobytes(files).toFixed(1)} KB of ${budget}\n${lines.join('\n')}`);
}

/** The scripts that the entry imports statically, at any depth. */
function eagerScripts(): string[] {
  const keys = new Set(Object.keys(manifest).filter((key) => manifest[key]?.isEntry));
  for (const key of keys) manifest[key]?.imports?.forEach((imported) => keys.add(imported));
  return [...keys].flatMap((key) => manifest[key]?.file ?? []);
}

function expectLight(title: string, files: readonly string[]): void {
  report(title, files);
  expect(kilobytes(files)).toBeLessThanOrEqual(budget);
  expect(files.filter(isHeavy), `scripts with ${lazyPackages.join(', ')}`).toEqual([]);
}

test('what the page imports at once fits the budget', () => {
  expectLight('Imported at once', eagerScripts());
});

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

test('the first step works with what the page imports at once and its lesson, within the budget', async () => {
  const lesson = manifest['lessons/mazur.md']!.file;
  const needed = [...eagerScripts(), lesson];
  const { page, close } = await openPage({
    path: 'index.html',
    until: 'commit',
    // Never answered: diagram, stepper and tables may come later. So it makes no difference how soon they are asked for.
    before: (page) =>
      page.route(
        (url) => url.pathname.endsWith('.js') && !needed.includes(fileOf(url.href)),
        () => {},
      ),
  });
  // In the page itself stands MathML only; boxes come from the tutor.
  await page.locator('bp-derivation .katex-html').first().waitFor();
  const step = (): Promise<string> =>
    page.locator('bp-lesson').evaluate((lesson: Element & { address?: string }) => lesson.address ?? '');
  const first = await step();
  await page.keyboard.press('ArrowRight');
  await expect.poll(step).not.toBe(first);
  expectLight('The first step, until one can walk on', needed);
  await close();
});
