import { createRequire } from 'node:module';
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { mazurValues } from './mazur-values.js';
import { addressOf, opened, openNotes } from './notes-page.js';
import { isRounded, slotsOn } from './shown.js';
import { proven } from './tutor-page.js';

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const w5 = '<bp-lesson lesson="mazur" at="backward/w5"></bp-lesson>';

/** The gradient of w5 stands in the lesson, with its nine digits. */
async function expectW5(page: Page, within = 'bp-lesson'): Promise<void> {
  await proven(page);
  const shown = (await slotsOn(page, within)).filter(({ ref }) => ref === 'backward/w5');
  expect(shown).not.toEqual([]);
  for (const { text } of shown) expect(isRounded(text, mazurValues().get('backward/w5')!, 9), text).toBe(true);
}

const hostile = `<style>
  * { box-sizing: content-box; margin: 7px; padding: 5px; color: #c0ffee !important; font: 60px/3 cursive !important;
      letter-spacing: 0.5em; text-transform: uppercase; text-indent: 3em; word-spacing: 2em; max-width: 99%; }
  svg, img { width: 100% !important; height: auto !important; }
  button { display: none !important; } table { display: block !important; } h2 { font-size: 90px !important; }
  div, p, span, section { display: inline !important; float: left; position: relative; }
  .card, .lesson, .stage, .number { display: none !important; }
</style>
<script>
  Array.prototype.sum = function () { return this.reduce((a, b) => a + b, 0); };
  Object.defineProperty(Object.prototype, 'extra', { enumerable: false, configurable: true, writable: true, value: 1 });
  window.define = window.$ = window.katex = window.MathJax = { amd: true };
</script>`;

/** What one sees of a lesson: its fonts, its sizes, its order. */
const lookOf = (page: Page): Promise<unknown> =>
  page.evaluate(() => {
    const looks: unknown[] = [];
    const visit = (root: ShadowRoot): void => {
      for (const element of root.querySelectorAll('*')) {
        if (element.matches('.question, .number, .katex, .stage, button, h2, .bar, .controls')) {
          const { fontSize, fontFamily, letterSpacing, textTransform, direction, textAlign, wordSpacing, color } =
            getComputedStyle(element);
          looks.push([
            element.className,
            [fontSize, fontFamily, letterSpacing, textTransform, direction, textAlign, wordSpacing, color].join(),
            element.textContent?.replace(/\s+/g, ' '),
          ]);
        }
        if (element.shadowRoot) visit(element.shadowRoot);
      }
    };
    visit(document.querySelector('bp-lesson')!.shadowRoot!);
    return looks;
  });

test('a page that resets, enlarges and mirrors everything changes nothing inside a lesson', async () => {
  const wide = (zoom: number): string =>
    `<div style="zoom: ${zoom}; width: 900px !important; max-width: none !important">${w5}</div>`;
  const plain = await openNotes({ body: wide(1) });
  await opened(plain.page);
  await proven(plain.page);
  const hostilePage = await openNotes({
    head: hostile,
    root: 'lang="ar" dir="rtl"',
    body: wide(1.5),
  });
  await opened(hostilePage.page);
  await expectW5(hostilePage.page);
  await expect.poll(() => lookOf(hostilePage.page)).toEqual(await lookOf(plain.page));
  await hostilePage.expectQuiet();
  await Promise.all([plain.close(), hostilePage.close()]);
});

test('in a page that is zoomed, pointing at the diagram finds what is there', async () => {
  const { page, close } = await openNotes({ body: `<div style="zoom: 1.5">${w5}</div>` });
  await opened(page);
  const part = page.locator('bp-network [data-part]', { hasText: 'E_total' }).first();
  await part.hover();
  await expect.poll(() => page.locator('bp-network .lit, bp-network [class*="lit"]').count()).toBeGreaterThan(0);
  await close();
});

test('a lesson leaves nothing in the page but its fonts', async () => {
  const { page, expectQuiet, close } = await openNotes({
    head: '<style>p { color: rgb(1, 2, 3) }</style>',
    body: `<p id="host">Host</p>${w5}`,
    before: (page) =>
      page.addInitScript(() => {
        const seen = ((globalThis as unknown as { listened: string[] }).listened = []) as string[];
        for (const target of [Document.prototype, HTMLElement.prototype, Window.prototype]) {
          const original = Object.getOwnPropertyDescriptor(EventTarget.prototype, 'addEventListener')!
            .value as EventTarget['addEventListener'];
          Object.defineProperty(target, 'addEventListener', {
            value(this: EventTarget, ...args: Parameters<typeof original>) {
              if ([document, window, document.body, document.documentElement].includes(this as never))
                seen.push(args[0]);
              return original.apply(this, args);
            },
          });
        }
        addEventListener('DOMContentLoaded', () =>
          Object.assign(globalThis, {
            globalsBefore: Object.keys(globalThis),
            headBefore: new XMLSerializer().serializeToString(document.head),
          }),
        );
      }),
  });
  await opened(page);
  await expectW5(page);
  await page
    .locator('bp-lesson')
    .evaluate((element) => element.shadowRoot!.querySelector<HTMLElement>('.lesson')!.focus());
  for (let i = 0; i < 5; i++) await page.keyboard.press('ArrowRight');
  const left = await page.evaluate(() => {
    const { globalsBefore, headBefore, listened } = globalThis as unknown as {
      globalsBefore: string[];
      headBefore: string;
      listened: string[];
    };
    return {
      globals: Object.keys(globalThis).filter(
        (key) => !globalsBefore.includes(key) && !['globalsBefore', 'headBefore', 'listened'].includes(key),
      ),
      sheets: [document.styleSheets.length, document.adoptedStyleSheets.length],
      head: new XMLSerializer().serializeToString(document.head) === headBefore,
      keys: listened.filter((type) => type.startsWith('key')),
      attributes: [document.documentElement, document.body].flatMap((each) => each.getAttributeNames()),
      host: getComputedStyle(document.querySelector('#host')!).color,
      fonts: [...document.fonts].every(({ family }) => family.includes('KaTeX')),
      storage: localStorage.length + sessionStorage.length,
      hash: location.hash,
    };
  });
  expect(left).toEqual({
    globals: [],
    sheets: [1, 0],
    head: true,
    keys: [],
    attributes: ['lang'],
    host: 'rgb(1, 2, 3)',
    fonts: true,
    storage: 0,
    hash: '',
  });
  await expectQuiet();
  await close();
});

test('without a doctype formulas are MathML, the digits are right, and the console says why', async () => {
  const { page, noises, close } = await openNotes({ doctype: '', body: w5 });
  await opened(page);
  await expectW5(page, 'bp-derivation');
  expect(noises).toEqual([expect.stringContaining('quirks mode')]);
  await close();
});

test('the script loaded twice, from two places, says so once and works', async () => {
  const { page, noises, close } = await openNotes({
    script:
      '<script type="module" src="backprop-tutor.js"></script><script type="module" src="copy/backprop-tutor.js"></script>',
    body: w5 + w5,
    before: (page) =>
      page.route('**/copy/**', async (route) => {
        const response = await route.fetch({ url: route.request().url().replace('/copy/', '/') });
        await route.fulfill({ response });
      }),
  });
  await opened(page);
  await expectW5(page);
  expect(noises).toEqual([expect.stringContaining('on this page twice')]);
  await close();
});

test('keys work where the focus is, each lesson has its own state, and the page keeps its keys', async () => {
  const { page, expectQuiet, close } = await openNotes({
    body: `<button>Host</button>${w5}<bp-lesson lesson="mazur" at="backward/w1"></bp-lesson>
      <script>addEventListener('keydown', (event) => (globalThis.heard = (globalThis.heard ?? '') + event.key + ' '));</script>`,
  });
  await opened(page);
  const [one, two] = [page.locator('bp-lesson').first(), page.locator('bp-lesson').last()];
  await two.scrollIntoViewIfNeeded();
  await expect.poll(() => addressOf(two)).toBe('v1/mazur/backward/w1');
  await page.locator('button', { hasText: 'Host' }).focus();
  await page.keyboard.press('ArrowRight');
  expect([await addressOf(one), await addressOf(two)]).toEqual(['v1/mazur/backward/w5', 'v1/mazur/backward/w1']);
  await one.locator('.lesson').focus();
  await page.keyboard.press('ArrowRight');
  expect([await addressOf(one), await addressOf(two)]).toEqual(['v1/mazur/backward/w6', 'v1/mazur/backward/w1']);
  await page.keyboard.press('n');
  expect(await page.evaluate(() => (globalThis as { heard?: string }).heard)).toBe('ArrowRight n ');
  await expectQuiet();
  await close();
});

test('a lesson that is moved goes on; one that is removed lets everything go, a hundred times over', async () => {
  const { page, expectQuiet, close } = await openNotes({ body: '<main></main>' });
  const cdp = await page.context().newCDPSession(page);
  const visit = (times: number): Promise<void> =>
    page.evaluate(async (count) => {
      for (let i = 0; i < count; i++) {
        const lesson = document.createElement('bp-lesson');
        Object.assign(lesson, { lesson: 'mazur', at: 'backward/w5' });
        document.querySelector('main')!.append(lesson);
        await (lesson as unknown as { ready: Promise<void> }).ready;
        await new Promise(requestAnimationFrame);
        await new Promise((done) => setTimeout(done, 30));
        lesson.remove();
      }
    }, times);
  const held = async (): Promise<{ nodes: number; listeners: number; heap: number }> => {
    await page.waitForTimeout(1500);
    for (let i = 0; i < 3; i++) await cdp.send('HeapProfiler.collectGarbage');
    await cdp.send('Performance.enable');
    const { metrics } = await cdp.send('Performance.getMetrics');
    const of = (name: string): number => metrics.find((each) => each.name === name)!.value;
    return { nodes: of('Nodes'), listeners: of('JSEventListeners'), heap: of('JSHeapUsedSize') };
  };
  await visit(20);
  const before = await held();
  await visit(100);
  const after = await held();
  console.log('After 20 visits', before, 'and after 120', after);
  expect(after.nodes).toBeLessThan(before.nodes + 200);
  expect(after.listeners).toBeLessThan(before.listeners + 50);
  expect(after.heap).toBeLessThan(before.heap * 1.1 + 500_000);

  await page.evaluate(() => {
    const lesson = document.createElement('bp-lesson');
    Object.assign(lesson, { lesson: 'mazur', at: 'backward/w5' });
    document.querySelector('main')!.append(lesson);
  });
  await opened(page);
  await page.evaluate(() => document.body.prepend(document.querySelector('bp-lesson')!));
  await page.locator('bp-lesson .lesson').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowLeft');
  await expectW5(page);
  await expectQuiet();
  await close();
});

test('with the height it documents, nothing in the page moves when a lesson opens', async () => {
  const { page, close } = await openNotes({
    body: `<h1>Notes</h1><p>Before.</p>
      <bp-lesson lesson="mazur" at="backward/w5" height="640" style="display: block; min-height: 640px">
        <p>The gradient of <i>w</i><sub>5</sub>, step by step, stands here where scripts run.</p>
      </bp-lesson>
      <p>After.</p>`,
    until: 'commit',
    before: (page) =>
      page.addInitScript(() => {
        const shifts = ((globalThis as unknown as { shifts: number[] }).shifts = []) as number[];
        new PerformanceObserver((entries) => {
          for (const entry of entries.getEntries()) shifts.push((entry as unknown as { value: number }).value);
        }).observe({ type: 'layout-shift', buffered: true });
      }),
  });
  await opened(page);
  await expectW5(page);
  await page.waitForTimeout(500);
  const total = await page.evaluate(() =>
    (globalThis as unknown as { shifts: number[] }).shifts.reduce((sum, each) => sum + each, 0),
  );
  console.log(`Layout shift while a lesson opens: ${total.toFixed(4)}`);
  expect(total).toBeLessThan(0.05);
  expect(await page.locator('bp-lesson').evaluate((element) => element.getBoundingClientRect().height)).toBe(640);
  await close();
});

test.each([
  ['auto', 'body { background: #123 }', 'dark'],
  ['auto', 'body { background: oklch(0.3 0.1 260) }', 'dark'],
  ['auto', 'body { background: #fed }', 'light'],
  ['auto', ':root { color-scheme: dark }', 'dark'],
  ['auto', ':root { color-scheme: light } body { background: black }', 'light'],
  ['light', 'body { background: #123 }', 'light'],
  ['dark', 'body { background: #fed }', 'dark'],
] as const)('theme %s in a page with %s is %s', async (theme, css, wanted) => {
  const { page, close } = await openNotes({
    head: `<style>${css}</style>`,
    body: `<bp-lesson lesson="mazur" at="backward/w5" theme="${theme}"></bp-lesson>`,
  });
  await opened(page);
  await expect.poll(() => isDark(page)).toBe(wanted === 'dark');
  await close();
});

test('a page that changes its colours takes the lesson along', async () => {
  const { page, close } = await openNotes({
    head: '<style>body.dark { background: #111; transition: background 0.2s }</style>',
    body: w5,
  });
  await opened(page);
  expect(await isDark(page)).toBe(false);
  await page.evaluate(() => document.body.classList.add('dark'));
  await expect.poll(() => isDark(page)).toBe(true);
  await close();
});

const isDark = (page: Page): Promise<boolean> =>
  page
    .locator('bp-lesson .lesson')
    .evaluate((element) => Number(/\d+/.exec(getComputedStyle(element).backgroundColor)![0]) < 128);

test.each([
  [1280, 'light'],
  [390, 'dark'],
] as const)('axe finds nothing in a page with lessons at %i px in %s', async (width, colorScheme) => {
  const { page, close } = await openNotes({
    width,
    colorScheme,
    head: '<style>:root { color-scheme: light dark; background: Canvas }</style>',
    body: `<main><h1>Notes</h1><p>See <bp-lesson lesson="mazur" at="backward/w5" panels="formula"></bp-lesson> and
      <bp-number for="one" of="out_o1"></bp-number>.</p>
      <bp-lesson id="one" lesson="mazur" at="backward/w5" height="600"></bp-lesson>
      <bp-lesson lesson="batch-norm" at="backward/W1" view="matrix"></bp-lesson>
      <bp-lesson lesson="mazur" at="backward/out_h1" static></bp-lesson></main>`,
  });
  for (const lesson of await page.locator('bp-lesson').all()) {
    await lesson.scrollIntoViewIfNeeded();
    await expect.poll(() => addressOf(lesson), { timeout: 20_000 }).not.toBe('');
  }
  await page.waitForLoadState('networkidle');
  await page.addScriptTag({ path: axePath });
  const violations = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    return (await axe.run()).violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
    );
  });
  expect(violations).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  await close();
});

test('where its scripts cannot be had, the fallback stays, a sentence says so, and trying again works', async () => {
  let isDown = true;
  const { page, close } = await openNotes({
    body: '<bp-lesson lesson="mazur" at="backward/w5"><p>My own words.</p></bp-lesson>',
    before: (page) => page.route(/assets\/sheet-/, (route) => (isDown ? route.abort() : route.continue())),
  });
  await page.getByText('could not be loaded').waitFor();
  expect(await page.getByText('My own words.').isVisible()).toBe(true);
  isDown = false;
  await page.getByRole('button', { name: 'Try again' }).click();
  await opened(page);
  await expectW5(page);
  await close();
});
