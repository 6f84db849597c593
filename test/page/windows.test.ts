import { expect, test } from 'vitest';
import { textOf } from '../trace/case-text.js';
import { listedIn } from '../trace/case-values.js';
import { readCase, type Tensor } from '../trace/case.js';
import { openPage } from './open-page.js';
import { isRounded, slotsOn } from './shown.js';
import { proven, ready, stepOf } from './tutor-page.js';

/** The names of the lesson that the program is typed into keep their values, so the case's get names of their own. */
const renamed = (text: string): string => text.replace(/\b(x|t|K|bk|W|b|c|r|p|f|y)\b/g, '$1_own');

const typed = (tensor: Tensor): string => JSON.stringify(tensor).replaceAll('"', '');

test('a small convolutional net of one’s own is walked from its first step to its last, with the recorded numbers', async () => {
  const file = readCase('conv1d-relu-maxpool-dense');
  const { page, expectQuiet, close } = await openPage({ hash: '#v1/softmax-cross-entropy/forward/s' });
  await ready(page);
  const field = page.locator('bp-program textarea');
  await field.fill(renamed(textOf(file)));
  await field.press('Control+Enter');
  for (const [name, tensor] of Object.entries({ ...file.inputs, ...file.targets, ...file.params })) {
    await page.locator(`bp-program #value-${renamed(name)}`).fill(typed(tensor));
  }
  await field.press('Control+Enter');
  await expect.poll(() => page.evaluate(() => location.hash)).toContain('K_own[2,1,3]:0.6');

  const shown = new Map<string, string>();
  await page.locator('bp-derivation').click();
  await page.keyboard.press('Home');
  for (let last = ''; ;) {
    await proven(page);
    const slots = [...(await slotsOn(page, 'bp-derivation')), ...(await slotsOn(page, 'bp-tensor'))];
    for (const { ref, text } of slots) shown.set(ref, text);
    const windows = await page.evaluate(() => {
      const lesson = document.querySelector('bp-tutor, bp-lesson')!;
      const find = (root: ParentNode): Element[] =>
        [...root.querySelectorAll('*')].flatMap((each) => [
          ...(each.matches('rect.window') ? [each] : []),
          ...(each.shadowRoot ? find(each.shadowRoot) : []),
        ]);
      return find(lesson.shadowRoot ?? lesson).length;
    });
    const step = await stepOf(page);
    if (step === 'forward/c_own' || step === 'forward/p_own') expect(windows, step).toBeGreaterThan(0);
    if (step === 'forward/y_own') expect(windows, step).toBe(0);
    if (step === last) break;
    last = step;
    await page.keyboard.press('ArrowRight');
    await page.waitForTimeout(20);
  }
  const listed = listedIn(file).filter(({ section }) => section === 'forward' || section === 'gradients');
  const values = listed.flatMap((each) => each.values).map(({ ref, text }) => ({ ref: renamedRef(ref), text }));
  const found = values.filter(({ ref }) => shown.has(ref));
  const wrong = found.filter(({ ref, text }) => !isRounded(shown.get(ref)!, text, 9));
  expect(wrong.map(({ ref, text }) => `${ref}: ${shown.get(ref)} instead of ${text}`)).toEqual([]);
  for (const tensor of ['c_own', 'r_own', 'p_own', 'f_own', 'K_own', 'W_own'])
    expect(
      found.some(({ ref }) => ref.startsWith(`backward/${tensor}[`)),
      tensor,
    ).toBe(true);
  expect(found.length).toBeGreaterThan(values.length * 0.9);
  await expectQuiet();
  await close();
});

const renamedRef = (ref: string): string => ref.split('/').map(renamed).join('/');
