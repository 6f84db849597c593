import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Manifest } from 'vite';
import { expect, inject, test } from 'vitest';
import { openPage } from '../page/open-page.js';

/** What the first step may cost before it can be read, in KB (1,000 bytes) of gzipped JavaScript. */
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

test('the first formula stands without the lazy packages, within the budget', async () => {
  const { page, close } = await openPage({
    path: 'index.html',
    until: 'commit',
    // Never answered, so that it makes no difference how soon the page asks for them.
    before: (page) =>
      page.route(
        (url) => isHeavy(fileOf(url.href)),
        () => {},
      ),
  });
  // In the page itself stands MathML only; boxes come from the tutor.
  await page.locator('.katex-html').first().waitFor();
  const urls = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
  expectLight('Loaded when the first formula stands', urls.filter((url) => url.endsWith('.js')).map(fileOf));
  await close();
});
