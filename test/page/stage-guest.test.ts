import { expect, test } from 'vitest';
import { opened, openNotes } from './notes-page.js';
import { onStage, placeOf, press } from './stage-page.js';
import { addressOf } from './notes-page.js';

const program = `<bp-lesson><pre>
# One neuron
x = 1.5
t = 0.2
w = 0.8
out = sigmoid(w*x)
E = (t - out)^2 / 2
</pre></bp-lesson>`;

test('in other people’s pages P presents too; the page keeps its address, its title and its focus', async () => {
  const { page, expectQuiet, close } = await openNotes({
    body: '<h1>Notes</h1><bp-lesson lesson="mazur" at="backward/w5"></bp-lesson>',
  });
  const lesson = await opened(page);
  const url = page.url();
  await page.keyboard.press('p');
  expect(await page.locator('bp-stage').count()).toBe(0);
  await lesson.locator('.lesson').focus();
  await page.keyboard.press('p');
  await onStage(page);
  expect(await press(page, 'Space', 2)).toEqual([
    'v1/mazur/backward/w6?show=question',
    'v1/mazur/backward/w6?show=formula',
  ]);
  // No second window could belong to a page of somebody else's; no class can be gathered there.
  await page.keyboard.press('n');
  await page.locator('bp-stage bp-notes').waitFor();
  await page.keyboard.press('n');
  await page.mouse.move(400, 300);
  expect(await page.getByRole('button', { name: 'Class' }).count()).toBe(0);
  expect(page.url()).toBe(url);
  expect(await page.title()).toBe('Notes');
  await page.keyboard.press('Escape');
  await page.locator('bp-stage').waitFor({ state: 'detached' });
  await expect.poll(() => addressOf(lesson)).toBe('v1/mazur/backward/w6?show=formula');
  expect(page.url()).toBe(url);
  expect(await lesson.evaluate((element) => element.matches(':focus-within'))).toBe(true);
  await expectQuiet();
  await close();
});

test('a program that stands in the page can be presented', async () => {
  const { page, expectQuiet, close } = await openNotes({ body: program });
  const lesson = await opened(page);
  await lesson.locator('.lesson').focus();
  await page.keyboard.press('p');
  await onStage(page);
  expect(await placeOf(page)).toContain('v1/inline/');
  expect((await press(page, 'End', 1))[0]).toContain('update/w');
  await expectQuiet();
  await close();
});
