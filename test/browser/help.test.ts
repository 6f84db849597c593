import { afterEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import '../../components/bp-help.js';
import type { BpHelp } from '../../components/bp-help.js';
import { actionOf, keys } from '../../components/keys.js';
import { words } from '../../components/words.js';
import { expectAccessible, find } from './stand.js';

const open: HTMLElement[] = [];

async function help(): Promise<{ element: BpHelp; dialog: HTMLDialogElement; before: HTMLButtonElement }> {
  const before = document.createElement('button');
  before.textContent = 'before';
  const element = document.createElement('bp-help');
  document.body.append(before, element);
  open.push(before, element);
  await element.updateComplete;
  before.focus();
  element.open();
  return { element, dialog: find(element.shadowRoot!, 'dialog'), before };
}

afterEach(() => open.splice(0).forEach((element) => element.remove()));

test('it lists every key and what it does', async () => {
  const { dialog } = await help();
  for (const { action } of keys) expect(dialog.innerText).toContain(words.help[action]);
  for (const keycaps of ['Space', '→', '←', 'Home', 'End', 'Ctrl Z', 'Ctrl Shift Z', 'Ctrl Y', 'R', '?'])
    expect(dialog.innerText).toContain(keycaps);
});

test.each(['{Escape}', '?', '[Space]'])('%s closes it, and the focus returns', async (key) => {
  const { element, dialog, before } = await help();
  expect([element.isOpen, dialog.open]).toEqual([true, true]);
  await userEvent.keyboard(key);
  await expect.poll(() => [element.isOpen, document.activeElement]).toEqual([false, before]);
});

test('a click beside it closes it, one inside does not', async () => {
  const { element, dialog } = await help();
  await userEvent.click(find(dialog, 'dl'));
  expect(element.isOpen).toBe(true);
  const { left, top } = dialog.getBoundingClientRect();
  await userEvent.click(document.body, { position: { x: left / 2, y: top / 2 }, force: true });
  expect(element.isOpen).toBe(false);
});

test('keys mean what the list says', () => {
  const press = (key: string, options: KeyboardEventInit = {}): string | undefined =>
    actionOf(new KeyboardEvent('keydown', { key, ...options }));
  for (const { action, chords } of keys) {
    for (const { key, ctrl = false, shift = false } of chords) {
      expect(press(key, { ctrlKey: ctrl, shiftKey: shift }), key).toBe(action);
    }
  }
  expect(press('?', { shiftKey: true })).toBe('help');
  expect(press('Z', { metaKey: true, shiftKey: true })).toBe('redo');
  expect(press('r', { ctrlKey: true }), 'the browser’s own reload').toBeUndefined();
  expect(press('ArrowLeft', { altKey: true }), 'the browser’s own way back').toBeUndefined();
  expect(press('x')).toBeUndefined();
});

test('axe finds nothing', async () => {
  const { element } = await help();
  await expectAccessible(element);
});
