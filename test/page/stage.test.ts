import { expect, test } from 'vitest';
import type { BpStage } from '../../components/bp-stage.js';
import { openPage } from './open-page.js';
import { onStage, openStage, patient, placeOf, press } from './stage-page.js';
import { stepOf } from './tutor-page.js';

const atStart = '#v1/mazur/forward/net_h1?show=question';

test('P opens the stage, pieces come and go exactly, and leaving returns to the lesson where the stage stood', async () => {
  const { page, expectQuiet, close } = await openStage(atStart);
  expect(new URL(page.url()).pathname).toMatch(/\/stage\.html$/);
  const forward = [await placeOf(page), ...(await press(page, 'Space', 60))];
  expect(new Set(forward).size).toBe(61);
  const back = await press(page, 'ArrowLeft', 60);
  expect(back).toEqual(forward.slice(0, -1).reverse());
  // At the beginning nothing more goes back.
  expect(await press(page, 'PageUp', 2)).toEqual([forward[0], forward[0]]);
  // A clicker's keys.
  expect(await press(page, 'PageDown', 3)).toEqual(forward.slice(1, 4));
  await page.keyboard.press('Escape');
  await page.locator('bp-stage').waitFor({ state: 'detached' });
  expect(new URL(page.url()).pathname).not.toContain('stage.html');
  await expect.poll(() => page.evaluate(() => location.hash)).toBe(`#${forward[3]!}`);
  await expectQuiet();
  await close();
});

test('reloading returns to the stage, at its piece and with its values', async () => {
  const { page, expectQuiet, close } = await openStage('#v1/mazur/backward/w5?set=w5:-2&show=formula');
  await press(page, 'Space', 1);
  const place = await placeOf(page);
  expect(place).toContain('set=w5:-2');
  await page.reload();
  await onStage(page);
  await expect.poll(() => placeOf(page), patient).toBe(place);
  await expectQuiet();
  await close();
});

test('going back in the browser leaves the stage', async () => {
  const { page, close } = await openStage();
  expect(await page.title()).toContain('Stage');
  await page.goBack();
  await page.locator('bp-stage').waitFor({ state: 'detached' });
  await expect.poll(() => page.title()).not.toContain('Stage');
  await expect.poll(() => stepOf(page)).toBe('backward/w5');
  await close();
});

test('every letter does what the help says, and is a button too', async () => {
  const { page, expectQuiet, close } = await openStage('#v1/softmax-cross-entropy/backward/s');
  const pressed = async (key: string): Promise<string> => (await press(page, key, 1))[0]!;
  expect(await pressed('q')).toContain('show=question');
  await page.locator('bp-stage .ask').waitFor();
  expect(await pressed('ArrowDown')).not.toContain('show=');
  expect(await pressed('ArrowUp')).toContain('backward/p');
  expect(await pressed('End')).toContain('update/b');
  expect(await pressed('Home')).toContain('forward/s');
  expect(await pressed('d')).toContain('digits=15');
  expect(await pressed('d')).toContain('digits=3');
  expect(await pressed('v')).toContain('view=local');
  expect(await pressed('m')).toContain('form=matrix');

  await page.keyboard.press('b');
  expect(await page.locator('bp-stage .curtain').isVisible()).toBe(true);
  await page.keyboard.press('.');
  expect(await page.locator('bp-stage .curtain').count()).toBe(0);
  await page.keyboard.press('b');
  await page.keyboard.press('Space');
  expect(await page.locator('bp-stage .curtain').count()).toBe(0);

  await page.mouse.move(300, 300);
  await page.keyboard.down('l');
  const dot = page.locator('bp-stage .laser');
  await dot.waitFor();
  await page.mouse.move(600, 350);
  await expect.poll(() => dot.evaluate((element) => Math.round(element.getBoundingClientRect().x + 11))).toBe(600);
  await page.keyboard.up('l');
  await expect.poll(() => dot.count()).toBe(0);

  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: 'Keys of the stage' });
  await help.waitFor();
  const named = await help.locator('dd').allInnerTexts();
  await page.keyboard.press('Escape');
  const buttons = page.getByRole('toolbar').getByRole('button');
  // Of the tutor every one of them; the stage is still there.
  expect(await buttons.count()).toBe(named.length);
  await page.mouse.move(500, 400);
  await page.getByRole('button', { name: 'Blank' }).click();
  expect(await page.locator('bp-stage .curtain').isVisible()).toBe(true);
  await page.locator('bp-stage .curtain').click();
  expect(await page.locator('bp-stage .curtain').count()).toBe(0);
  await expectQuiet();
  await close();
});

test('Z fills the stage with what is under the pointer, and without one with what has the focus', async () => {
  const { page, expectQuiet, close } = await openStage();
  const shows = async (): Promise<[boolean, boolean]> => [
    await page.locator('bp-stage bp-network').isVisible(),
    await page.locator('bp-stage bp-derivation').isVisible(),
  ];
  await page.keyboard.press('z');
  await expect.poll(shows).toEqual([false, true]);
  await page.keyboard.press('z');
  await expect.poll(shows).toEqual([true, true]);
  const box = (await page.locator('bp-stage bp-network').boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.keyboard.press('z');
  await expect.poll(shows).toEqual([true, false]);
  const larger = (await page.locator('bp-stage bp-network').boundingBox())!;
  expect(larger.width).toBeGreaterThan(box.width);
  await page.keyboard.press('z');
  await page.mouse.move(1430, 5);
  await page.locator('bp-stage bp-network [tabindex="0"]').first().focus();
  await page.keyboard.press('z');
  await expect.poll(shows).toEqual([true, false]);
  await expectQuiet();
  await close();
});

test('what if w5 were −2: all that moved is marked, one key returns, and nonsense is refused with a sentence', async () => {
  const { page, expectQuiet, close } = await openStage();
  await page.keyboard.press('w');
  const dialog = page.getByRole('dialog', { name: 'What if …' });
  const field = dialog.getByRole('textbox');
  await expect.poll(() => field.inputValue()).toBe('0.40');
  await field.fill('two');
  await page.keyboard.press('Enter');
  await dialog.getByRole('alert').filter({ hasText: 'is not a number' }).waitFor();
  expect(await placeOf(page)).not.toContain('set=');
  await field.fill('-2');
  await page.keyboard.press('Enter');
  await expect.poll(() => placeOf(page)).toContain('set=w5:-2');
  const marked = page.locator('bp-stage bp-network .changed');
  await expect.poll(() => marked.count()).toBeGreaterThan(3);
  await page.keyboard.press('r');
  await expect.poll(() => placeOf(page)).toBe('v1/mazur/backward/w5');
  expect(await marked.count()).toBe(0);
  await expectQuiet();
  await close();
});

test('G goes to a step by name; a name that is none is said', async () => {
  const { page, expectQuiet, close } = await openStage();
  await page.keyboard.press('g');
  const dialog = page.getByRole('dialog', { name: 'Go to a step' });
  const field = dialog.getByRole('textbox');
  await field.fill('w99');
  await page.keyboard.press('Enter');
  await dialog.getByText('There is no step “w99” here.').waitFor();
  await field.fill('out_h1');
  await page.keyboard.press('Enter');
  await expect.poll(() => placeOf(page)).toBe('v1/mazur/forward/out_h1');
  await page.keyboard.press('g');
  await field.fill('update/w8');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect.poll(() => placeOf(page)).toBe('v1/mazur/update/w8');
  await expectQuiet();
  await close();
});

test('the link and its code open exactly this step with these values', async () => {
  const { page, expectQuiet, close } = await openStage('#v1/mazur/backward/w5?set=w5:-2');
  await page.keyboard.press('c');
  const link = page.getByRole('dialog').getByRole('link');
  const href = (await link.getAttribute('href'))!;
  expect(new URL(href).hash).toBe('#v1/mazur/backward/w5?set=w5:-2');
  expect(new URL(href).pathname).not.toContain('stage');
  // What the camera of a phone would read.
  const { encode } = await import('uqr');
  const modules = encode(href, { ecc: 'M', border: 4 });
  expect(await page.locator('bp-qr-code svg').getAttribute('viewBox')).toBe(`0 0 ${modules.size} ${modules.size}`);
  const dark = await page.locator('bp-qr-code path').getAttribute('d');
  expect(dark!.match(/M/g)!.length).toBe(modules.data.flat().filter(Boolean).length);
  await expectQuiet();
  await close();
});

test('letters can be moved to other keys, or switched off; both are remembered', async () => {
  const { page, expectQuiet, close } = await openStage();
  await page.keyboard.press('h');
  const help = page.getByRole('dialog', { name: 'Keys of the stage' });
  await help.getByRole('button', { name: 'Another key for: blank the screen' }).click();
  await page.keyboard.press('z');
  await help.getByText('Z is taken').waitFor();
  await page.keyboard.press('x');
  await help.getByRole('button', { name: 'X. Another key for: blank the screen' }).waitFor();
  await page.keyboard.press('Escape');
  await help.waitFor({ state: 'hidden' });
  await page.keyboard.press('b');
  expect(await page.locator('bp-stage .curtain').count()).toBe(0);
  await page.keyboard.press('x');
  expect(await page.locator('bp-stage .curtain').count()).toBe(1);
  await page.reload();
  await onStage(page);
  await page.keyboard.press('x');
  await expect.poll(() => page.locator('bp-stage .curtain').count()).toBe(1);
  await page.keyboard.press('x');
  await page.keyboard.press('h');
  await help.getByLabel('Single letters do something').uncheck();
  await page.keyboard.press('Escape');
  await help.waitFor({ state: 'hidden' });
  await page.keyboard.press('x');
  expect(await page.locator('bp-stage .curtain').count()).toBe(0);
  // What is no letter goes on.
  expect((await press(page, 'ArrowRight', 1))[0]).toContain('show=question');
  await expectQuiet();
  await close();
});

test('a walkthrough leads over its stops, with its pauses and zooms, and a link opens it at a piece', async () => {
  const { page, expectQuiet, close } = await openPage({
    path: 'stage.html',
    hash: '#v1/mazur/loss/E_total?walk=15-minutes:4',
  });
  await onStage(page);
  await expect.poll(() => placeOf(page)).toBe('v1/mazur/loss/E_total?walk=15-minutes:4');
  await page.keyboard.press('Space');
  await page.locator('bp-stage .pause').waitFor();
  expect(await page.locator('bp-stage .pause').innerText()).toContain('w5');
  await page.keyboard.press('Space');
  expect(await placeOf(page)).toBe('v1/mazur/backward/out_o1?show=question&walk=15-minutes:6');
  expect(await page.locator('bp-stage .pause').count()).toBe(0);
  await page.keyboard.press('ArrowLeft');
  await page.locator('bp-stage .pause').waitFor();
  await page.evaluate(() => document.querySelector<BpStage>('bp-stage')!.shown.goTo('backward/out_h1'));
  await expect.poll(() => page.locator('bp-stage bp-derivation').isVisible()).toBe(false);
  expect(await page.locator('bp-stage bp-network').isVisible()).toBe(true);
  await expectQuiet();
  await close();
});

test.each([
  [1024, 768],
  [1280, 720],
  [1920, 1080],
])('at %d × %d letters are large, nothing moves while a step unfolds, and nothing overflows', async (width, height) => {
  const { page, expectQuiet, close } = await openStage('#v1/mazur/backward/w6?show=question', { width, height });
  const measure = (): Promise<{ font: number; card: string; overflow: number; room: number }> =>
    page.evaluate(() => {
      const stage = document.querySelector('bp-stage')!.shadowRoot!;
      const card = stage.querySelector('bp-lesson')!.shadowRoot!.querySelector('bp-derivation')!;
      const room = stage.querySelector('.room')!;
      const { x, y, width, height } = card.getBoundingClientRect();
      return {
        font: parseFloat(getComputedStyle(card.shadowRoot!.querySelector('.question')!).fontSize),
        card: [x, y, width, height].map(Math.round).join(),
        overflow: room.scrollHeight - room.clientHeight,
        room: document.documentElement.scrollWidth - innerWidth,
      };
    });
  await page.waitForTimeout(500);
  const first = await measure();
  expect(first.font).toBeGreaterThanOrEqual(0.04 * height);
  expect(first.overflow).toBeLessThanOrEqual(0);
  expect(first.room).toBeLessThanOrEqual(0);
  for (let piece = 0; piece < 3; piece++) {
    await page.keyboard.press('Space');
    await page.waitForTimeout(200);
    expect(await measure()).toEqual(first);
  }
  await expectQuiet();
  await close();
});
