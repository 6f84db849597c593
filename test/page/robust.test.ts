import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { openPage } from './open-page.js';
import { slotsOn } from './shown.js';
import { proven, ready, stepOf } from './tutor-page.js';

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

test.each([
  [1440, 'light', 'mazur/backward/out_h1'],
  [1440, 'dark', 'mazur/backward/out_h1'],
  [768, 'light', 'mazur/backward/out_h1'],
  [360, 'light', 'mazur/backward/out_h1'],
  [360, 'dark', 'mazur/backward/out_h1'],
  [1440, 'light', 'batch-norm/backward/z1[2,1]'],
  [360, 'dark', 'batch-norm/backward/W1?form=matrix'],
  [1440, 'dark', 'softmax-cross-entropy/backward/s?form=matrix'],
  [360, 'light', 'softmax-cross-entropy/backward/s[3]'],
] as const)(
  'at %i px in %s at %s axe finds nothing and nothing makes the page scroll sideways',
  async (width, colorScheme, at) => {
    const { page, expectQuiet, close } = await openPage({
      width,
      colorScheme,
      hash: `#v1/${at}`,
      bypassCSP: true,
    });
    await ready(page);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
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
    await expectQuiet();
    await close();
  },
);

test('without scripts the first step can be read', async () => {
  const { page, close } = await openPage({ javaScriptEnabled: false });
  expect(await page.locator('.first-step h1').innerText()).toMatch(/What does\s+n?e?t?/);
  expect(await page.locator('.first-step').innerText()).toContain('0.3775');
  await close();
});

test('with the network cut after load, every part that was used once still works', async () => {
  const { page, noises, close } = await openPage({ hash: '#v1/mazur/backward/w5' });
  await ready(page);
  await page.context().setOffline(true);
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => stepOf(page)).toBe('backward/w6');
  await proven(page);
  const field = page.locator('bp-values input[name="w6"]');
  await field.fill('0.9');
  await field.press('Enter');
  await proven(page);
  const slots = await slotsOn(page, 'bp-derivation');
  expect(slots.some(({ ref, text }) => ref === 'backward/w6' && /^0\.0\d{5,}/.test(text))).toBe(true);
  // The browser itself asks for the icon again whenever the address changes.
  expect(noises.filter((noise) => !noise.includes('icon'))).toEqual([]);
  await close();
});

test('a lazy part that fails to load leaves digits provisional, and says so', async () => {
  const { page, close } = await openPage({
    hash: '#v1/mazur/backward/w5',
    before: (page) => page.route(/big-numbers/, (route) => route.abort()),
  });
  await page.locator('bp-derivation').waitFor();
  await page.getByText('stay provisional').waitFor();
  expect((await slotsOn(page, 'bp-derivation')).some(({ provisional }) => provisional)).toBe(true);
  await close();
});

test('a link that cannot be used in full says so and opens the rest', async () => {
  const { page, expectQuiet, close } = await openPage({ hash: '#v1/mazur/backward/w5?set=w5:0.7,w77:1&digits=99' });
  await ready(page);
  const alert = await page.locator('.banner.warning').innerText();
  expect(alert).toContain('w77');
  expect(alert).toContain('99');
  expect(await stepOf(page)).toBe('backward/w5');
  expect(await page.locator('bp-values input[name="w5"]').inputValue()).toBe('0.7');
  await expectQuiet();
  await close();
});

test.each([
  ['forward/out', 'E_total = log(w) - t', 'w:-1,t:0', 'loss/E_total'],
  ['forward/out', 'y = w / v\nE_total = y - t', 'w:0,v:0,t:1', 'forward/y'],
])('a program without a value says so at the step where it happens: %s', async (_, program, values, step) => {
  const hash = `#v1/mazur/${step}?set=${values}&program=${encodeURIComponent(program)}`;
  const { page, expectQuiet, close } = await openPage({ hash });
  await page.locator('bp-derivation').waitFor();
  await page.waitForTimeout(1500);
  const everything = await page.locator('bp-lesson').evaluate((lesson) => {
    const textOf = (node: Node): string =>
      node instanceof Element && node.shadowRoot
        ? [...node.shadowRoot.childNodes].map(textOf).join(' ')
        : node instanceof Element && node.localName === 'style'
          ? ''
          : node.childNodes.length
            ? [...node.childNodes].map(textOf).join(' ')
            : (node.textContent ?? '');
    return textOf(lesson);
  });
  expect(everything).not.toMatch(/\b(NaN|Infinity|undefined)\b/);
  expect(everything).toMatch(/no (value|logarithm)|negative|divid|0\/0|zero/i);
  await expectQuiet();
  await close();
});

test('nothing outside the tutor’s own folder is asked for', async () => {
  const foreign: string[] = [];
  const { page, close } = await openPage({
    before: (page) => Promise.resolve(page.on('request', (request) => foreign.push(request.url()))),
  });
  await ready(page);
  const own = new URL('.', page.url()).href;
  expect(foreign.filter((url) => !url.startsWith(own))).toEqual([]);
  await close();
});

test('Escape closes a sheet and gives the focus back to its button', async () => {
  const { page, expectQuiet, close } = await openPage();
  await ready(page);
  const button = page.getByRole('button', { name: '9 digits' });
  await button.press('Enter');
  await page.keyboard.press('Tab');
  await expect
    .poll(() => page.getByRole('slider', { name: 'Significant digits' }).evaluate((each) => each.matches(':focus')))
    .toBe(true);
  await page.keyboard.press('Escape');
  await expect.poll(() => button.evaluate((each) => each.matches(':focus'))).toBe(true);
  await expectQuiet();
  await close();
});

test.each([
  [1440, 900],
  [768, 1024],
  [360, 740],
])('at %i px the controls stay where they are, and Space brings what it reveals into sight', async (width, height) => {
  const { page, expectQuiet, close } = await openPage({
    width,
    height,
    hash: '#v1/mazur/backward/out_h1?show=question',
  });
  await ready(page);
  const topOf = async (selector: string): Promise<number> => (await page.locator(selector).first().boundingBox())!.y;
  const controls = await topOf('.controls');
  for (let i = 0; i < 3; i++) await page.keyboard.press('Space');
  await expect
    .poll(async () => {
      const box = (await page.locator('bp-step-rows.current .answer').boundingBox())!;
      return box.y > 0 && box.y + box.height <= controls;
    })
    .toBe(true);
  await page.keyboard.press('Space');
  await expect.poll(() => topOf('.question')).toBeGreaterThan(0);
  for (const step of ['backward/w5', 'update/w5', 'loss/E_o1']) {
    await page.evaluate((to) => void (location.hash = `#v1/mazur/${to}`), step);
    await expect.poll(() => stepOf(page)).toBe(step);
    expect(await topOf('.controls')).toBeCloseTo(controls, 0);
  }
  await expectQuiet();
  await close();
});
