import { createRequire } from 'node:module';
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import {
  listenTo,
  onStage,
  openNotes,
  openStage,
  expectTogether,
  patient,
  placeOf,
  press,
  together,
} from './stage-page.js';

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const atStart = '#v1/mazur/forward/net_h1?show=question';

test('sixty pieces forward from the stage and back from the notes, then the other way round: never apart', async () => {
  const { page, expectQuiet, close } = await openStage(atStart);
  const noises = listenTo(page.context());
  const notes = await openNotes(page);
  for (const [there, back] of [
    [page, notes],
    [notes, page],
  ] as const) {
    const start = await expectTogether(page, notes);
    const forward: string[] = [];
    for (let piece = 0; piece < 60; piece++) {
      await there.keyboard.press('Space');
      await expect.poll(() => placeOf(there), patient).not.toBe(forward.at(-1) ?? start);
      const place = await placeOf(there);
      forward.push(place);
      await expect.poll(() => placeOf(back), patient).toBe(place);
    }
    expect(new Set(forward).size).toBe(60);
    for (const place of [start, ...forward.slice(0, -1)].reverse()) {
      await back.keyboard.press('ArrowLeft');
      await expect.poll(() => placeOf(there), patient).toBe(place);
    }
  }
  expect(noises).toEqual([]);
  await expectQuiet();
  await close();
});

test('keys held down in one window, then in both at once, end at the same place', async () => {
  const { page, expectQuiet, close } = await openStage(atStart);
  const notes = await openNotes(page);
  // As a held key does: no time between presses.
  const hold = (window: Page, key: string, times: number): Promise<void> =>
    window.evaluate(
      ([key, times]) => {
        for (let i = 0; i < times; i++)
          document.body.dispatchEvent(
            new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }),
          );
      },
      [key, times] as const,
    );
  await hold(page, 'ArrowRight', 40);
  const after = await placeOf(page);
  // Forty pieces from the first question: ten whole steps.
  expect(after).toContain('loss/E_total?show=question');
  expect(await expectTogether(page, notes)).toBe(after);
  await hold(notes, 'ArrowLeft', 39);
  expect(await expectTogether(page, notes)).toContain('forward/net_h1?show=formula');
  // As fast as a person can: the other window is still on its way when the next piece comes.
  const quick = await press(page, 'Space', 30);
  expect(new Set(quick).size).toBe(30);
  expect(await expectTogether(page, notes)).toBe(quick.at(-1));
  await Promise.all([hold(page, 'ArrowRight', 25), hold(notes, 'ArrowDown', 9)]);
  const end = await expectTogether(page, notes);
  // It stays so, and goes on from there.
  await page.waitForTimeout(500);
  expect([await placeOf(page), await placeOf(notes)]).toEqual([end, end]);
  await press(page, 'ArrowRight', 1);
  expect(await expectTogether(page, notes)).not.toBe(end);
  await expectQuiet();
  await close();
});

test('each window may be reloaded or closed: the other goes on, and they find each other again', async () => {
  const { page, expectQuiet, close } = await openStage('#v1/mazur/backward/w5?set=w6:0.9&show=question');
  const notes = await openNotes(page);
  await press(notes, 'Space', 1);
  const place = await expectTogether(page, notes);
  expect(place).toContain('set=w6:0.9');

  await notes.reload();
  await notes.locator('bp-notes bp-derivation h2').first().waitFor();
  expect(await expectTogether(page, notes)).toBe(place);
  await press(notes, 'b', 1);
  await page.locator('bp-stage .curtain').waitFor();

  await page.reload();
  await onStage(page);
  expect(await expectTogether(page, notes)).toBe(place);
  // Even the dark screen is found again.
  await page.locator('bp-stage .curtain').waitFor();
  await press(page, 'b', 1);

  await notes.close();
  expect(await press(page, 'Space', 1)).toHaveLength(1);
  const alone = await placeOf(page);
  const again = await openNotes(page);
  expect(await expectTogether(page, again)).toBe(alone);

  await page.keyboard.press('Escape');
  await page.locator('bp-stage').waitFor({ state: 'detached' });
  await expect.poll(() => together(again), patient).toBe(false);
  await press(again, 'ArrowLeft', 1);
  expect(await placeOf(again)).not.toBe(alone);
  const [reopened] = await Promise.all([
    again.context().waitForEvent('page'),
    again.getByRole('link', { name: 'Open the stage' }).click(),
  ]);
  await onStage(reopened);
  await expectTogether(reopened, again);
  await expectQuiet();
  await close();
});

test('the notes say what the room sees, what it does not yet, what comes, and the instructor’s own words', async () => {
  const { page, expectQuiet, close } = await openStage('#v1/mazur/backward/w5?show=formula');
  const notes = await openNotes(page);
  await expect.poll(() => notes.locator('.hidden').innerText()).toContain('Not yet: the numbers, the result');
  await expect.poll(() => notes.locator('.hidden [data-number]').innerText(), patient).toBe('0.0821670406');
  expect(await notes.locator('bp-prose').getByText('nudging').innerText()).toContain('nudging');
  expect(await notes.locator('.time').nth(2).innerText()).toBe('19 / 40');
  await expect.poll(() => notes.locator('.time').first().innerText()).toMatch(/^0:0[1-9]$/);
  await press(notes, 'Space', 2);
  await expect.poll(() => notes.locator('.hidden').innerText()).toContain('Everything of this step');
  const next = notes.locator('section', { hasText: 'Next' }).last();
  expect(await next.locator('h2').nth(1).innerText()).toContain('change when');
  await notes.locator('ol button').nth(21).click();
  await expect.poll(() => placeOf(page), patient).toContain('backward/w8');
  await expectTogether(page, notes);
  await notes.getByLabel('Way through the lesson').selectOption({ label: 'One gradient in 15 minutes' });
  await expect.poll(() => placeOf(page), patient).toContain('walk=15-minutes:1');
  await expectTogether(page, notes);
  await press(page, 'ArrowDown', 5);
  await page.locator('bp-stage .pause').waitFor();
  await expect.poll(() => notes.getByText('planned: 4 min').isVisible()).toBe(true);
  await notes.getByText('Conventions and numbers').click();
  await notes.locator('bp-conventions input[value="without-half"]').check();
  await expect.poll(() => placeOf(page), patient).toContain('with=half:without-half');
  await expectTogether(page, notes);
  await notes.locator('bp-values input[name="w5"]').fill('-2');
  await notes.keyboard.press('Enter');
  await expect.poll(() => placeOf(page), patient).toContain('set=w5:-2');
  await expectTogether(page, notes);
  await expectQuiet();
  await close();
});

test('where no window opens the notes stand under the stage, on demand', async () => {
  const { page, expectQuiet, close } = await openStage('#v1/mazur/backward/w5?show=question');
  await page.evaluate(() => (window.open = () => null));
  await page.keyboard.press('n');
  const notes = page.locator('bp-stage bp-notes');
  await notes.getByText('Cover the last factor').waitFor();
  // The clock of the class, not of the notes.
  await expect.poll(() => notes.locator('.time').first().innerText(), patient).toMatch(/^0:0[2-9]$/);
  await page.getByText('The browser opened no second window').waitFor();
  await page.keyboard.press('Space');
  await expect.poll(() => notes.locator('.hidden').innerText()).toContain('the numbers, the result');
  await page.keyboard.press('n');
  await expect.poll(() => notes.count()).toBe(0);
  await expectQuiet();
  await close();
});

test('what other tabs say on the channel is foreign: nothing but a right message moves the stage', async () => {
  const { page, expectQuiet, close } = await openStage();
  const before = await placeOf(page);
  await page.evaluate(() => {
    const id = new URL(location.href).searchParams.get('stage')!;
    const channel = new BroadcastChannel(`backprop-tutor.stage.${id}`);
    const shared = { address: 'v1/mazur/backward/w8', blank: false, zoom: 'none' };
    const state = { version: 1, from: 'x', kind: 'state', clock: 99, shared };
    const wrong: unknown[] = [
      null,
      'state',
      42,
      [],
      {},
      { ...state, version: 2 },
      { ...state, clock: -1 },
      { ...state, clock: 'x' },
      { ...state, clock: 1e300 },
      { ...state, clock: 1e10 },
      { ...state, from: 'x'.repeat(99) },
      { ...state, shared: { ...shared, address: 'javascript:alert(1)' } },
      { ...state, shared: { ...shared, address: 7 } },
      { ...state, shared: { ...shared, blank: 'yes' } },
      { ...state, shared: { ...shared, zoom: '__proto__' } },
      { ...state, shared: { ...shared, address: `v1/${'x'.repeat(200_000)}` } },
      JSON.parse('{"__proto__":{"kind":"state"},"version":1}'),
    ];
    for (const message of wrong) channel.postMessage(message);
    channel.close();
  });
  await page.waitForTimeout(300);
  expect(await placeOf(page)).toBe(before);
  await press(page, 'ArrowDown', 1);
  expect(await placeOf(page)).toBe('v1/mazur/backward/w6');
  await expectQuiet();
  await close();
});

test.each(['light', 'dark'] as const)('axe finds nothing on the stage or in the notes, in %s', async (colorScheme) => {
  const { page, expectQuiet, close } = await openStage('#v1/mazur/backward/out_h1', { colorScheme, bypassCSP: true });
  const notes = await openNotes(page);
  const dark = await openStage('#v1/softmax-cross-entropy/backward/s', {
    colorScheme,
    bypassCSP: true,
    width: 1024,
    height: 768,
  });
  await dark.page.keyboard.press('?');
  await dark.page.getByRole('dialog', { name: 'Keys of the stage' }).waitFor();
  for (const window of [page, notes, dark.page]) {
    await window.waitForTimeout(300);
    await window.addScriptTag({ path: axePath });
    const violations = await window.evaluate(async () => {
      const { axe } = globalThis as unknown as {
        axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
      };
      return (await axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`);
    });
    expect(violations).toEqual([]);
  }
  await expectQuiet();
  await dark.close();
  await close();
});
