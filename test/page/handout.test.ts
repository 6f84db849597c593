import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Page } from 'playwright';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { batchNormValues, softmaxValues, type Truth } from './lesson-values.js';
import { mazurValues } from './mazur-values.js';
import { openPage, type OpenPage, type PageOptions } from './open-page.js';
import { isRounded } from './shown.js';

const hasPdfToText = spawnSync('pdftotext', ['-v']).status === 0;
const folder = mkdtempSync(join(tmpdir(), 'backprop-tutor-handout-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The handout, complete. */
async function openHandout(query = '', hash = '', options: PageOptions = {}): Promise<OpenPage> {
  const opened = await openPage({ ...options, path: `handout.html${query}`, hash });
  await complete(opened.page);
  return opened;
}

const complete = (page: Page): Promise<unknown> =>
  page.locator('bp-handout main:not(.unfinished) .step').last().waitFor({ state: 'attached', timeout: 60_000 });

/** The pages of the handout as it is printed, as text. */
async function printed(page: Page, format: 'A4' | 'Letter' = 'A4'): Promise<readonly string[]> {
  const file = join(folder, 'handout.pdf');
  writeFileSync(file, await page.pdf({ preferCSSPageSize: true, format }));
  const { stdout } = spawnSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
  return stdout.split('\f').slice(0, -1);
}

/** Numbers with a point, as they stand in a text. */
const decimalsIn = (text: string): readonly string[] => text.replaceAll('−', '-').match(/-?\d+\.\d+/g) ?? [];

const kindsOf = { everything: '', worksheet: '?kind=worksheet', key: '?kind=key' } as const;

describe('the printed first lesson', () => {
  const truth: Truth = mazurValues();
  const results = [...truth.keys()].filter((ref) => /^(net|out|E)_|^backward\/[^/i]+$|^update\//.test(ref));

  test.skipIf(!hasPdfToText).each(['everything', 'key'] as const)(
    '%s has every result, correctly rounded (with pdftotext installed)',
    async (kind) => {
      const { page, expectQuiet, close } = await openHandout(kindsOf[kind]);
      const text = (await printed(page)).join('\n');
      const found = decimalsIn(text);
      const missing = results.filter((ref) => {
        const value = truth.get(ref)!;
        return value !== '1' && !found.some((each) => isRounded(each, value, 9));
      });
      expect(results.length).toBeGreaterThan(35);
      expect(missing).toEqual([]);
      await expectQuiet();
      await close();
    },
  );

  test.skipIf(!hasPdfToText)('worksheet has the given numbers and no others (with pdftotext installed)', async () => {
    const { page, close } = await openHandout(kindsOf.worksheet);
    const pages = await printed(page);
    // As the lesson's file has them.
    const [frontMatter = ''] = /^inputs:.*?^conventions:/ms.exec(readFileSync('lessons/mazur.md', 'utf8')) ?? [];
    const given = new Set(decimalsIn(frontMatter));
    const found = new Set(decimalsIn(pages.join('\n').replace(/http:\S+/g, '')));
    expect([...found].sort()).toEqual([...given].sort());
    // Every line to write on has a height beside it.
    expect((await page.locator('bp-handout .step [class*=rule]').count()) / 2).toBeGreaterThan(60);
    await close();
  });

  test.skipIf(!hasPdfToText)(
    'has numbered pages, on both kinds of paper, and breaks none of its derivations',
    async () => {
      const { page, close } = await openHandout();
      for (const format of ['A4', 'Letter'] as const) {
        const pages = await printed(page, format);
        expect(pages.length).toBeGreaterThan(8);
        for (const [i, text] of pages.entries()) {
          expect(text).toContain(`${i + 1} / ${pages.length}`);
          expect(text).toContain('Backpropagation by hand');
          // No page ends in a heading, and none begins inside a derivation.
          const lines = text
            .split('\n')
            .map((line) => line.trim())
            .filter((line) => line && !/\d+ \/ \d+/.test(line));
          expect(lines.at(-1), `last line of page ${i + 1}`).not.toMatch(/^(Forward|Loss|Backward|Update|\d+ .*\?)$/);
          expect(lines[0], `first line of page ${i + 1}`).not.toMatch(/^[≈=]/);
        }
        expect(pages.join('\n')).not.toContain('Print, or save as PDF');
      }
      await close();
    },
  );

  test('has for every step the same number in the worksheet and in its key', async () => {
    const [worksheet, key] = [await openHandout(kindsOf.worksheet), await openHandout(kindsOf.key)];
    const headings = (page: Page): Promise<string[]> => page.locator('bp-handout h3').allInnerTexts();
    expect(await headings(key.page)).toEqual(await headings(worksheet.page));
    expect(await headings(key.page)).toHaveLength(40);
    await Promise.all([worksheet.close(), key.close()]);
  });
});

describe('lessons of vectors and matrices', () => {
  test.skipIf(!hasPdfToText).each([
    ['softmax-cross-entropy', softmaxValues(), 10],
    ['batch-norm', batchNormValues(), 35],
  ] as const)('%s has every result, correctly rounded (with pdftotext installed)', async (id, truth, count) => {
    const { page, expectQuiet, close } = await openHandout(`?lesson=${id}`);
    await expect(page.locator('bp-handout .step').count()).resolves.toBe(count);
    const found = decimalsIn((await printed(page)).join('\n'));
    const results = [...truth.keys()].filter(
      (ref) => /^backward\/[^/]+$|^update\//.test(ref) && !/^backward\/x\[/.test(ref),
    );
    const missing = results.filter((ref) => {
      const value = truth.get(ref)!;
      // What ends before a point stands there without one.
      if (!value.includes('.') || Number.isInteger(Number(value))) return false;
      return !found.some((each) => isRounded(each, value, 9));
    });
    expect(results.length).toBeGreaterThan(20);
    expect(missing).toEqual([]);
    await expectQuiet();
    await close();
  });
});

describe('on the screen', () => {
  test('it is what the address says: numbers, conventions, updates, digits', async () => {
    const { page, close } = await openHandout(
      '?kind=key',
      '#v1/mazur/backward/w5?after=2&set=w5:0.7&with=biases:shared&digits=5',
    );
    const text = await page.locator('bp-handout article').innerText();
    expect(text).toContain('These are the numbers after 2 updates.');
    expect(text).toContain('w₅ = 0.7; Biases: one per layer, trained.');
    expect(await page.title()).toBe('Backpropagation by hand · key to the worksheet');
    await page.getByLabel('Digits').selectOption('4');
    await complete(page);
    expect(page.url()).toContain('digits=4');
    await page.getByLabel('Show').selectOption('worksheet');
    await complete(page);
    expect(page.url()).toContain('kind=worksheet');
    expect(await page.getByRole('link', { name: 'Back to the tutor' }).getAttribute('href')).toContain(
      'index.html#v1/mazur/backward/w5?after=2',
    );
    await close();
  });

  test('files are the ones of the command line', async () => {
    const { page, expectQuiet, close } = await openHandout();
    for (const [name, file, content] of [
      ['LaTeX worksheet', 'mazur-worksheet.tex', /Worksheet.*\\rule.*\\end\{document\}/s],
      ['Markdown', 'mazur.md', /^# Backpropagation by hand/],
      ['PyTorch', 'mazur-pytorch.py', /E_total\.backward\(\)/],
      ['NumPy', 'mazur-numpy.py', /dE_total_dw5 = dE_total_dnet_o1 \* dnet_o1_dw5/],
    ] as const) {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name, exact: true }).click(),
      ]);
      expect(download.suggestedFilename()).toBe(file);
      expect(readFileSync(await download.path(), 'utf8')).toMatch(content);
    }
    await expectQuiet();
    await close();
  });

  test('what cannot be used is said, with a way out, and the rest is shown', async () => {
    const { page, expectQuiet, close } = await openHandout(
      '?kind=posters&lesson=quantum&colour=red',
      '#v1/mazur/backward/w55?digits=99',
    );
    const alerts = (await page.getByRole('alert').allInnerTexts()).join('\n');
    expect(alerts).toContain('“colour” means nothing in this page’s address. Known are: kind, lesson, src.');
    expect(alerts).toContain('no handout of the kind “posters”, so all of the lesson is shown');
    expect(alerts).toMatch(/digits=99; it has to be a whole number from 3 to 15/);
    expect(alerts).toMatch(/`backward\/w55`, which this lesson does not have/);
    await expectQuiet();
    await close();
    const unknown = await openHandout('?lesson=quantum');
    expect(await unknown.page.getByRole('alert').innerText()).toContain(
      'There is no lesson called “quantum” here. There are: mazur,',
    );
    await unknown.close();
  });

  test('nothing unproven is printed: before it is complete it says so, and the button waits', async () => {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const { page, close } = await openPage({
      path: 'handout.html',
      before: async (each) => {
        await each.addInitScript(() => {
          Object.assign(window, {
            printed: 0,
            print: () => Object.assign(window, { printed: (window as unknown as { printed: number }).printed + 1 }),
          });
        });
        // What proves digits comes late.
        await each.route(/big-numbers/, async (route) => {
          await held;
          await route.continue();
        });
      },
    });
    await page.locator('bp-handout main.unfinished').waitFor();
    await page.getByRole('button', { name: 'Print' }).click();
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('bp-handout main').innerText()).toMatch(/^This handout is not complete yet/);
    expect(await page.locator('bp-handout article').isVisible()).toBe(false);
    const count = (): Promise<number> => page.evaluate(() => (window as unknown as { printed: number }).printed);
    expect(await count()).toBe(0);
    await page.emulateMedia({ media: 'screen' });
    release();
    await complete(page);
    await expect.poll(count).toBe(1);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('bp-handout article').isVisible()).toBe(true);
    await close();
  });

  test('it can be read and used by everyone, on a phone too', async () => {
    for (const [width, colorScheme] of [
      [1200, 'light'],
      [1200, 'dark'],
      [360, 'light'],
    ] as const) {
      const { page, close } = await openHandout('?lesson=softmax-cross-entropy', '', {
        width,
        colorScheme,
        bypassCSP: true,
      });
      await page.addScriptTag({ content: axe.source });
      const { violations } = await page.evaluate(() => (window as unknown as { axe: typeof axe }).axe.run());
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
        `${width} ${colorScheme}`,
      ).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
      await close();
    }
  });

  test('a lesson of one’s own can be printed', async () => {
    const source = readFileSync('lessons/mazur.md', 'utf8')
      .replace('id: mazur', 'id: mine')
      .replace('title: Backpropagation by hand', 'title: My own');
    const { page, expectQuiet, close } = await openHandout('?src=mine.md&kind=key', '', {
      before: (each) =>
        each.route('**/mine.md', (route) => route.fulfill({ contentType: 'text/markdown', body: source })),
    });
    expect(await page.locator('bp-handout h1').innerText()).toBe('My own');
    expect(await page.getByRole('link', { name: 'Back to the tutor' }).getAttribute('href')).toBe(
      `${inject('siteUrl')}embed.html?src=mine.md&at=v1%2Fmine%2Fforward%2Fnet_h1`,
    );
    await expectQuiet();
    await close();
  });
});
