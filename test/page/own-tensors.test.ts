import { expect, test } from 'vitest';
import { openPage } from './open-page.js';
import { slotsOn } from './shown.js';
import { proven, ready, stepOf } from './tutor-page.js';

const program = 'h = tanh(V*x)\ns = W2*h\np = softmax(s)\nL = -sum(t[k]*log(p[k]), k)';

test('a network of one’s own with matrices: values are asked for, shapes explained, and its link opens it again', async () => {
  const { page, expectQuiet, close } = await openPage({ hash: '#v1/softmax-cross-entropy/forward/s' });
  await ready(page);
  const field = page.locator('bp-program textarea');
  await field.fill(program);
  await field.press('Control+Enter');
  await page.locator('bp-program #value-V').fill('[[0.01, 0.02, 0.03, 0.01], [0.02, 0, 0.01, -0.01]]');
  await page.locator('bp-program #value-W2').fill('[[1, 2], [3, 4]]');
  await field.press('Control+Enter');
  const complaints = page.locator('bp-program [role=alert]');
  await expect
    .poll(async () => (await complaints.allInnerTexts()).join())
    .toContain(
      'goes to 3 in t, a vector of 3 and to 2 in p, a vector of 2 in line 4: the two axes must have the same size',
    );
  // Nothing typed is lost: the value that is wrong can be mended in its field.
  await page.locator('bp-program #value-W2').fill('[[1, 2], [3, 4], [0.5, 0.25]]');
  await field.press('Control+Enter');
  await expect.poll(() => page.evaluate(() => location.hash)).toContain('V[1,1]:0.01');
  await proven(page);
  const numbers = await slotsOn(page);
  expect(numbers.some(({ ref }) => ref.startsWith('V[2,'))).toBe(true);
  // What it brings in is trained.
  await page.locator('bp-derivation').click();
  await page.keyboard.press('End');
  await expect.poll(() => stepOf(page)).toBe('update/W2');
  await proven(page);
  const derived = await slotsOn(page, 'bp-derivation');
  const hash = await page.evaluate(() => location.hash);
  await expectQuiet();
  await close();

  const again = await openPage({ hash });
  await ready(again.page);
  expect(await slotsOn(again.page, 'bp-derivation')).toEqual(derived);
  expect(await again.page.evaluate(() => location.hash)).toBe(hash);
  await again.expectQuiet();
  await again.close();
});

test('a class that does not exist is refused in its field, and what was typed stays', async () => {
  const { page, expectQuiet, close } = await openPage({ hash: '#v1/batch-norm/loss/l' });
  await ready(page);
  const before = await slotsOn(page, 'bp-derivation');
  const label = page.locator('bp-values input[name="y[2]"]');
  await label.fill('7');
  await label.press('Enter');
  await expect
    .poll(async () => (await page.locator('bp-values [role=alert]').allInnerTexts()).join())
    .toContain(
      'The label y is 7 in line 5, but l.log_p has 2 there, so it goes from 1 to 2: labels count the classes from 1.',
    );
  expect(await label.inputValue()).toBe('7');
  expect(await slotsOn(page, 'bp-derivation')).toEqual(before);
  await expectQuiet();
  await close();
});

test('moving one sample moves the gradients of all the others, in training; in evaluation only its own', async () => {
  for (const [choice, moved] of [
    ['', [1, 2, 3, 4]],
    ['?with=mode:evaluation', [4]],
  ] as const) {
    const { page, expectQuiet, close } = await openPage({ hash: `#v1/batch-norm/backward/z1${choice}` });
    await ready(page);
    const gradients = async (): Promise<ReadonlyMap<string, string>> =>
      new Map((await slotsOn(page, 'bp-tensor')).map(({ ref, text }) => [ref, text]));
    const before = await gradients();
    const input = page.locator('bp-values input[name="x[4,1]"]');
    await input.fill('2.5');
    await input.press('Enter');
    await expect.poll(() => page.evaluate(() => location.hash)).toContain('x[4,1]:2.5');
    await proven(page);
    const after = await gradients();
    const rows = [1, 2, 3, 4].filter((row) =>
      [1, 2, 3].some((column) => {
        const ref = `backward/z1[${row},${column}]`;
        return before.get(ref) !== after.get(ref);
      }),
    );
    expect(rows).toEqual(moved);
    await expectQuiet();
    await close();
  }
});
