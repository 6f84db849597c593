import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import type { BpLesson } from '../../components/bp-lesson.js';
import { mazurValues } from './mazur-values.js';
import { addressOf, opened, openNotes } from './notes-page.js';
import { isRounded, slotsOn } from './shown.js';
import { proven } from './tutor-page.js';

const patience = { timeout: 20_000 };

/** A number in an element is the independent one. */
async function expectRight(page: Page, within: string, ref: string, digits = 9): Promise<void> {
  await expect
    .poll(
      async () => (await slotsOn(page, within)).filter((slot) => slot.ref === ref && !slot.provisional).length,
      patience,
    )
    .toBeGreaterThan(0);
  for (const { text } of (await slotsOn(page, within)).filter((slot) => slot.ref === ref))
    expect(isRounded(text, mazurValues().get(ref)!, digits), `${text} for ${ref}`).toBe(true);
}

test('parts follow the lesson around them or the one they name, and what one does in them counts', async () => {
  const { page, expectQuiet, close } = await openNotes({
    body: `<p>It is <bp-formula for="one" of="backward/w5">a formula</bp-formula>, and
      <bp-number for="one" of="out_o1"></bp-number>.</p>
      <bp-lesson id="one" lesson="mazur" at="backward/w5">
        <p>My own words first.</p><bp-derivation>the derivation</bp-derivation><p>And last.</p>
      </bp-lesson>
      <bp-network for="one"></bp-network><bp-stepper for="one"></bp-stepper>`,
  });
  const lesson = await opened(page);
  expect(await page.getByText('My own words first.').isVisible()).toBe(true);
  expect(await page.locator('bp-lesson >> bp-stepper').count()).toBe(0);
  await expectRight(page, 'bp-formula[for]', 'backward/w5');
  await expectRight(page, 'bp-number[for]', 'out_o1');
  await expectRight(page, 'bp-derivation', 'backward/w5');
  await page.locator('bp-stepper').getByRole('button', { name: 'Next complete step' }).click();
  await expect.poll(() => addressOf(lesson)).toBe('v1/mazur/backward/w6');
  await expectRight(page, 'bp-derivation', 'backward/w6');
  await page.locator('bp-network [data-part]', { hasText: 'E_total' }).first().click();
  await expect.poll(() => addressOf(lesson)).toMatch(/E_total/);
  await expectQuiet();
  await close();
});

test('a part may come before and after its lesson; one whose lesson is missing says so', async () => {
  const { page, close } = await openNotes({
    body: '<bp-number for="late" of="out_o1">0.75</bp-number><bp-values for="nobody">my own table</bp-values>',
  });
  await page.getByText('there is no <bp-lesson id="nobody">').waitFor();
  expect(await page.getByText('my own table').isVisible()).toBe(true);
  expect(await page.getByText('0.75').isVisible()).toBe(true);
  await page.evaluate(() => {
    const lesson = document.createElement('bp-lesson');
    lesson.id = 'late';
    lesson.setAttribute('lesson', 'mazur');
    document.body.append(lesson);
  });
  await expectRight(page, 'bp-number', 'out_o1');
  await close();
});

test('a lesson walks from one step to another, and says when it is complete', async () => {
  const { page, expectQuiet, close } = await openNotes({
    body: `<bp-lesson lesson="mazur" from="forward/net_o1" to="forward/out_o1"></bp-lesson>
      <script>addEventListener('bp-complete', (event) => (globalThis.completed = (globalThis.completed ?? '') + event.address + ' '));</script>`,
  });
  const lesson = await opened(page);
  await expect.poll(() => addressOf(lesson)).toBe('v1/mazur/forward/net_o1');
  await lesson.locator('.lesson').focus();
  const walked = [await addressOf(lesson)];
  for (let i = 0; i < 3; i++) {
    await page.keyboard.press('ArrowRight');
    walked.push(await addressOf(lesson));
  }
  expect(walked).toEqual(['net_o1', 'out_o1', 'out_o1', 'out_o1'].map((name) => `v1/mazur/forward/${name}`));
  expect(await page.evaluate(() => (globalThis as { completed?: string }).completed)).toBe('v1/mazur/forward/out_o1 ');
  expect(await lesson.locator('bp-derivation .place').innerText()).toMatch(/2 of 2/i);
  await lesson.evaluate((element: BpLesson) => element.goTo('backward/w5'));
  expect(await addressOf(lesson)).toBe('v1/mazur/backward/w5');
  await page.keyboard.press('ArrowLeft');
  expect(await addressOf(lesson)).toBe('v1/mazur/forward/out_o1');
  await expectQuiet();
  await close();
});

test.each([
  ['from="forward/nothing"', 'begin with forward/nothing'],
  ['from="backward/w5" to="forward/net_h1"', 'comes after'],
  ['panels="diagram derivaton"', 'no panel derivaton'],
  ['view="tensor"', 'not tensor'],
  ['digits="forty"', 'whole number from 3 to 15'],
  ['digits="2"', 'whole number from 3 to 15'],
  ['height="tall"', 'tall is no length'],
  ['at="backward/w99"', 'w99'],
])('%s gets a sentence, and the lesson opens all the same', async (attributes, sentence) => {
  const { page, expectQuiet, close } = await openNotes({
    body: `<bp-lesson lesson="mazur" ${attributes}></bp-lesson>`,
  });
  await opened(page);
  await page.getByRole('alert').filter({ hasText: sentence }).waitFor();
  await page.locator('bp-derivation, bp-network').first().waitFor();
  await expectQuiet();
  await close();
});

test('the page’s address is left alone unless a lesson is given a corner of it', async () => {
  const body = `<h2 id="part-2">Part 2</h2><bp-lesson id="a" lesson="mazur" hash="one"></bp-lesson>
    <bp-lesson id="b" lesson="mazur" hash="two" at="backward/w1"></bp-lesson><bp-lesson id="c" lesson="mazur"></bp-lesson>`;
  const { page, expectQuiet, close } = await openNotes({ body, hash: '#part-2&one=v1/mazur/backward/w5%3Fdigits%3D4' });
  for (const id of ['a', 'b', 'c']) {
    await page.locator(`#${id}`).scrollIntoViewIfNeeded();
    await expect.poll(() => addressOf(page.locator(`#${id}`)), patience).not.toBe('');
  }
  expect(await addressOf(page.locator('#a'))).toBe('v1/mazur/backward/w5?digits=4');
  await page.evaluate(() => history.replaceState({ router: 'mine' }, ''));
  await page.locator('#a .lesson').focus();
  await page.keyboard.press('ArrowRight');
  await page.locator('#c .lesson').focus();
  await page.keyboard.press('ArrowRight');
  await expect
    .poll(() => page.evaluate(() => [location.hash, (history.state as { router?: string }).router]))
    .toEqual(['#part-2&two=v1/mazur/backward/w1&one=v1/mazur/backward/w6%3Fdigits%3D4', 'mine']);
  await page.evaluate(() => (location.hash = '#two=v1/mazur/backward/w3'));
  await expect.poll(() => addressOf(page.locator('#b'))).toBe('v1/mazur/backward/w3');
  await expectQuiet();
  await close();
});

test('a still has every number and nothing to press', async () => {
  const { page, expectQuiet, close } = await openNotes({
    body: '<bp-lesson lesson="mazur" at="backward/out_h1" static panels="derivation prose"></bp-lesson><button>After</button>',
  });
  await opened(page);
  await expectRight(page, 'bp-lesson', 'backward/out_h1');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('After');
  await expectQuiet();
  await close();
});

test('a formula alone stands in a sentence, in the sentence’s own letters', async () => {
  const { page, expectQuiet, close } = await openNotes({
    head: '<style>p { font: 20px/1.5 Georgia, serif; color: rgb(0, 0, 120) }</style>',
    body: '<p>It is <bp-lesson lesson="mazur" at="backward/w5" panels="formula" digits="4"></bp-lesson>, rounded.</p>',
  });
  await opened(page);
  await expectRight(page, 'bp-lesson', 'backward/w5', 4);
  const [height, color] = await page.evaluate(() => {
    const formula = document.querySelector('bp-lesson')!.shadowRoot!.querySelector('bp-formula')!;
    return [
      document.querySelector('p')!.getBoundingClientRect().height,
      getComputedStyle(formula.shadowRoot!.querySelector('.katex')!).color,
    ] as const;
  });
  expect(height).toBeLessThan(80);
  expect(color).toBe('rgb(0, 0, 120)');
  await expectQuiet();
  await close();
});

test('a program in the page is a lesson, and is the fallback too', async () => {
  const { page, expectQuiet, close } = await openNotes({
    body: `<bp-lesson at="backward/w"><pre>x = 1.5
w = 0.8
net = w*x
L = (net - 1)^2 / 2</pre></bp-lesson>`,
  });
  await opened(page);
  await expect
    .poll(async () => (await slotsOn(page, 'bp-lesson')).find(({ ref }) => ref === 'backward/w')?.text, patience)
    // (0.8 · 1.5 − 1) · 1.5
    .toBe('0.3');
  await expectQuiet();
  await close();
});

test('a link to another lesson opens it in place', async () => {
  const { page, close } = await openNotes({ body: '<bp-lesson lesson="mazur"></bp-lesson>' });
  const lesson = await opened(page);
  await lesson.evaluate((element: BpLesson) => {
    const link = Object.assign(document.createElement('a'), {
      href: '#v1/batch-norm/forward/z1',
      textContent: 'there',
    });
    element.shadowRoot!.querySelector('.lesson')!.append(link);
    link.click();
  });
  await expect.poll(() => addressOf(lesson), patience).toMatch(/^v1\/batch-norm\/forward\/z1/);
  expect(new URL(page.url()).hash).toBe('');
  await proven(page);
  await close();
});
