import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../components/bp-values.js';
import type { BpValues } from '../../components/bp-values.js';
import type { ValueEvent } from '../../components/events/index.js';
import batchNorm from '../../lessons/batch-norm.md';
import {
  goTo,
  initialState,
  loadTensors,
  withConvention,
  withIteration,
  withValue,
  type LessonState,
} from '../../src/index.js';
import { readLesson } from '../../src/read-file.js';
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
  const now = [...it.root.querySelectorAll('bp-number')].map((each) => each.getAttribute('of'));
  expect(now).toEqual(['w1', 'w2', 'w3', 'w4', 'w5', 'w6', 'w7', 'w8', 'b1', 'b2']);
  expect(it.root.textContent).toContain('after 3 updates');
  expect(it.root.textContent).toContain('Given numbers belong to the beginning');
});

describe('vectors and matrices', () => {
  beforeAll(loadTensors);
  const start = (): LessonState => initialState(batchNorm);
  const remarks = ({ root }: Stand<BpValues>): string[] =>
    [...root.querySelectorAll<HTMLElement>('.below')].map(({ innerText }) => innerText.replace(/\s+/g, ' ').trim());
  const message = (it: Stand<BpValues>, name: string): string =>
    it.root.querySelector<HTMLElement>(`[id="remark-${name}"]`)?.innerText ?? '';

  test('stand as grids under one name each', async () => {
    const it = await values(start());
    const headers = [...it.root.querySelectorAll<HTMLElement>('tbody th')].map(({ innerText }) =>
      innerText.replace(/\s+/g, ' ').trim(),
    );
    expect(headers).toEqual([
      'x 4 × 2',
      'y 4',
      'eps',
      'rate',
      'W₁ 3 × 2',
      'b₁ 3',
      'gamma 3',
      'beta 3',
      'W₂ 2 × 3',
      'b₂ 2',
    ]);
    const x = find(it.root, '[aria-label="Given values of x, 4 by 2"]');
    const rows = [...x.querySelectorAll('.line')].map((row) =>
      [...row.querySelectorAll('input')].map(({ value }) => value),
    );
    expect(rows).toEqual([
      ['0.5', '-1.0'],
      ['1.5', '2.0'],
      ['-0.7', '0.3'],
      ['2.2', '-1.8'],
    ]);
  });

  test('are edited number by number, and each can be taken back', async () => {
    const it = await values(start());
    await type(it, 'x[3,2]', '0.4');
    await type(it, 'W1[2,1]', '9');
    expect(given(it)).toEqual([
      ['x[3,2]', '0.4'],
      ['W1[2,1]', '9'],
    ]);
    expect(remarks(it)).toEqual(['x[3,2] lesson’s own: 0.3 ↺', 'W1[2,1] lesson’s own: 0.3 ↺']);
    await userEvent.click(find(it.root, '.revert'));
    await it.settled();
    expect([field(it, 'x[3,2]').value, remarks(it).length]).toEqual(['0.3', 1]);
  });

  test('labels say that they are numbers of classes; an impossible one is explained, kept, and changes nothing', async () => {
    const it = await values(start());
    const label = (): HTMLInputElement =>
      find(it.root, 'input[aria-label="Given value of y[2], the number of a class"]');
    expect(it.root.textContent).toContain('Each is the number of a class');
    for (const typed of ['7', '0', '1.5']) {
      await userEvent.fill(label(), typed);
      await userEvent.keyboard('{Enter}');
      await it.settled();
      expect(message(it, 'y[2]'), typed).toMatch(/\.$/);
      expect([label().value, label().ariaInvalid, it.state.edits]).toEqual([typed, 'true', {}]);
    }
    await userEvent.fill(label(), '1');
    await userEvent.keyboard('{Enter}');
    await it.settled();
    expect([it.state.edits, label().ariaInvalid]).toEqual([{ 'y[2]': '1' }, 'false']);
  });

  test('after some updates the numbers of that iteration stand below the fields', async () => {
    const it = await values(withIteration(start(), 2));
    const now = [...it.root.querySelectorAll('bp-number')].map((each) => each.getAttribute('of'));
    expect(now.slice(0, 7)).toEqual(['W1[1,1]', 'W1[1,2]', 'W1[2,1]', 'W1[2,2]', 'W1[3,1]', 'W1[3,2]', 'b1[1]']);
    expect(now.length).toBe(6 + 3 + 3 + 3 + 6 + 2);
  });

  test('large ones show what is around the current step', async () => {
    const row = `[${Array.from({ length: 40 }, (_, i) => i / 100).join(', ')}]`;
    const large = await readLesson(
      [
        '---\nid: large\ntitle: Large\nsummary: Large.\nneeds: []',
        'program: |\n  s = W*x\n  L = sum(s^2)\nloss: L',
        `inputs:\n  x: ${row}`,
        `parameters:\n  W: [${Array<string>(30).fill(row).join(', ')}]`,
        'trained: [W]\nupdate:\n  optimiser: sgd\n  settings: { rate: 0.1 }\n---\n\n## lesson\n\nLarge.\n',
      ].join('\n'),
      'large.md',
    );
    const it = await values(goTo(initialState(large), 'backward/W[20,30]'));
    expect(it.root.querySelectorAll('input').length).toBeLessThan(60);
    expect(field(it, 'W[20,30]').value).toBe('0.29');
    expect(it.root.textContent).toContain('25 of 1,200 numbers');
  });

  test('axe finds nothing, with edits and errors, wide and narrow', async () => {
    const it = await values(withIteration(start(), 1));
    await type(it, 'W1[2,1]', '9');
    await type(it, 'x[1,1]', 'x');
    await expectAccessible(it.element);
    await page.viewport(360, 740);
    await it.settled();
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360);
  });
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
