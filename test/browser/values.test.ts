import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../components/bp-values.js';
import type { BpValues } from '../../components/bp-values.js';
import type { ValueEvent } from '../../components/events/index.js';
import { goTo, initialState, withConvention, withIteration, withValue, type LessonState } from '../../src/index.js';
import { clear, expectAccessible, find, lesson, stand, type Stand } from './stand.js';

const values = (state?: LessonState): Promise<Stand<BpValues>> => stand(document.createElement('bp-values'), state);
const field = ({ root }: Stand<BpValues>, name: string): HTMLInputElement =>
  find(root, `input[aria-label="Given value of ${name}"]`);
const remark = ({ root }: Stand<BpValues>, name: string): string | undefined =>
  root.querySelector<HTMLElement>(`#remark-${name}`)?.innerText;
const given = ({ events }: Stand<BpValues>): unknown[] =>
  events.map((event) => [(event as ValueEvent).name, (event as ValueEvent).text]);

/** Type into a field, press keys, and leave it if asked to (what Tab does differs between the drivers of browsers). */
async function type(it: Stand<BpValues>, name: string, text: string, then = '{Enter}'): Promise<void> {
  await userEvent.fill(field(it, name), text);
  const keys = then.replace('{Tab}', '');
  if (keys) await userEvent.keyboard(keys);
  if (then !== keys) field(it, name).blur();
  await it.settled();
}

beforeEach(() => page.viewport(1440, 900));
afterEach(clear);

test('every given number is there as typed, by what it is for', async () => {
  const it = await values();
  const shown = [...it.root.querySelectorAll('input')].map((each) => each.value);
  expect(shown).toEqual([
    '0.05',
    '0.10',
    '0.01',
    '0.99',
    '0.5',
    '0.15',
    '0.20',
    '0.25',
    '0.30',
    '0.40',
    '0.45',
    '0.50',
    '0.55',
    '0.35',
    '0.60',
  ]);
  const headings = [...it.root.querySelectorAll('h3')].map((each) => each.textContent?.split(',')[0]);
  expect(headings).toEqual(['Inputs', 'Targets', 'Settings', 'Parameters']);
});

test('a number is given with Enter or by leaving the field; Escape takes back what was typed', async () => {
  const it = await values();
  await type(it, 'w₅', '0.45');
  await type(it, 'w₆', '−2.5e-3', '{Tab}');
  await type(it, 'w₇', '9', '{Escape}{Tab}');
  expect(given(it)).toEqual([
    ['w5', '0.45'],
    ['w6', '-2.5e-3'],
  ]);
  expect(field(it, 'w₇').value).toBe('0.50');
});

test('focus and caret survive the new scene', async () => {
  const it = await values();
  const w5 = field(it, 'w₅');
  await userEvent.fill(w5, '0.4567');
  w5.setSelectionRange(3, 3);
  await userEvent.keyboard('{Enter}');
  await it.settled();
  expect([it.root.activeElement, w5.value, w5.selectionStart]).toEqual([w5, '0.4567', 3]);
});

test('what is being typed survives a new scene, until the number changes elsewhere', async () => {
  const it = await values();
  await userEvent.fill(field(it, 'w₅'), '0.4');
  await it.set((state) => ({ ...state, digits: 12 }));
  expect(field(it, 'w₅').value).toBe('0.4');
  await it.set((state) => withValue(state, 'w5', '7'));
  expect(field(it, 'w₅').value).toBe('7');
});

test('a wrong number is explained, kept in its field, and changes nothing', async () => {
  const it = await values();
  for (const [text, sentence] of [
    ['zwei', /^“zwei” for w₅ is not a number: write .*\.$/],
    ['', /^w₅ is empty: write .*\.$/],
    ['1e999', /^“1e999” for w₅ is too large .*: write .*\.$/],
  ] as const) {
    await type(it, 'w₅', text, '{Tab}');
    const w5 = field(it, 'w₅');
    expect(remark(it, 'w5')).toMatch(sentence);
    expect([w5.value, w5.ariaInvalid, w5.getAttribute('aria-describedby')]).toEqual([text, 'true', 'remark-w5']);
  }
  expect([it.events, it.state.edits]).toEqual([[], {}]);
  await type(it, 'i₁', '0.07');
  expect(field(it, 'w₅').value, 'another edit leaves it alone').toBe('1e999');
  await type(it, 'w₅', '0.41');
  expect([remark(it, 'w5'), field(it, 'w₅').ariaInvalid]).toEqual([undefined, 'false']);
});

test('a decimal comma is read, with a hint', async () => {
  const it = await values();
  await type(it, 'w₅', '0,45');
  expect(given(it)).toEqual([['w5', '0.45']]);
  expect([field(it, 'w₅').value, remark(it, 'w5'), field(it, 'w₅').ariaInvalid]).toEqual([
    '0.45',
    'Read 0,45 as 0.45; write a point.',
    'false',
  ]);
});

test('↑ and ↓ change the last digit', async () => {
  const it = await values();
  const w5 = field(it, 'w₅');
  w5.focus();
  await userEvent.keyboard('{ArrowUp}{ArrowUp}{ArrowDown}');
  await it.settled();
  expect([given(it), w5.value]).toEqual([
    [
      ['w5', '0.41'],
      ['w5', '0.42'],
      ['w5', '0.41'],
    ],
    '0.41',
  ]);
  const i1 = field(it, 'i₁');
  await userEvent.fill(i1, '0.01');
  await userEvent.keyboard('{ArrowDown}{ArrowDown}');
  await it.settled();
  expect(i1.value).toBe('-0.01');
});

test('an edited number is marked and can be taken back', async () => {
  const it = await values();
  expect(it.root.querySelectorAll('button')).toHaveLength(0);
  await type(it, 'w₅', '0.45');
  const row = field(it, 'w₅').closest('tbody')!;
  expect(row.innerText).toContain('lesson’s own: 0.40');
  expect(row.className).toBe('edited');
  await userEvent.click(find(row, '.revert'));
  await it.settled();
  expect(given(it).at(-1)).toEqual(['w5', undefined]);
  expect([field(it, 'w₅').value, row.className, it.root.activeElement]).toEqual(['0.40', '', row]);
  await type(it, 'w₅', '0.45');
  await type(it, 'w₅', '0.40');
  expect(given(it).at(-1)).toEqual(['w5', undefined]);
});

test('all edits are taken back at once', async () => {
  const it = await values(withValue(initialState(lesson), 'rate', '2'));
  const buttons = [...it.root.querySelectorAll('button')];
  await userEvent.click(buttons.find(({ innerText }) => innerText.startsWith('Back'))!);
  await it.settled();
  expect(it.events.map(({ type }) => type)).toEqual(['bp-reset']);
  expect([field(it, 'rate').value, it.root.querySelectorAll('button').length]).toEqual(['0.5', 0]);
});

test('a convention brings its own given numbers', async () => {
  const it = await values(withConvention(initialState(lesson), 'biases', 'per-neuron'));
  await type(it, 'b_h2', '0.36');
  expect(find(field(it, 'b_h2').closest('tbody')!, '.below').innerText).toContain('0.35');
});

test('after some updates the numbers of that iteration stand beside the given ones', async () => {
  const it = await values(withIteration(initialState(lesson), 3));
  const now = [...it.root.querySelectorAll('bp-number')].map((each) => each.getAttribute('ref'));
  expect(now).toEqual(['w1', 'w2', 'w3', 'w4', 'w5', 'w6', 'w7', 'w8', 'b1', 'b2']);
  expect(it.root.textContent).toContain('after 3 updates');
  expect(it.root.textContent).toContain('Given numbers belong to the beginning');
});

test('it is silent when code changes the scene', async () => {
  const it = await values();
  await it.set((state) => withValue(state, 'w5', '1'));
  await it.set((state) => goTo(withIteration(state, 2), 'backward/w5'));
  expect(it.events).toEqual([]);
});

test('axe finds nothing, with edits and errors, wide and narrow', async () => {
  const it = await values(withIteration(initialState(lesson), 3));
  await type(it, 'w₅', '0.45');
  await type(it, 'w₆', 'x');
  await type(it, 'i₁', '0,5');
  await expectAccessible(it.element);
  await page.viewport(360, 740);
  await it.settled();
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360);
});
