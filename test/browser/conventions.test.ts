import { afterEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import '../../components/bp-conventions.js';
import type { BpConventions } from '../../components/bp-conventions.js';
import type { ConventionEvent } from '../../components/events/index.js';
import { initialState, withConvention } from '../../src/index.js';
import { clear, expectAccessible, find, lesson, stand, type Stand } from './stand.js';

const conventions = (): Promise<Stand<BpConventions>> => stand(document.createElement('bp-conventions'));

afterEach(clear);

test('each convention is a question with the lesson’s own answer chosen', async () => {
  const it = await conventions();
  const legends = [...it.root.querySelectorAll('legend')].map((each) => each.innerText);
  expect(legends).toEqual(lesson.conventions.map(({ title }) => title));
  for (const group of it.root.querySelectorAll('fieldset')) {
    const [own, ...others] = group.querySelectorAll('input');
    expect([own!.checked, ...others.map(({ checked }) => checked)]).toEqual([true, ...others.map(() => false)]);
    expect(own!.closest('label')!.innerText).toContain('lesson’s own');
  }
});

test('a choice is made with the keyboard, marked, and taken back', async () => {
  const it = await conventions();
  const [own] = it.root.querySelectorAll<HTMLInputElement>('input[name="update-order"]');
  own!.focus();
  await userEvent.keyboard('{ArrowDown}');
  await it.settled();
  const group = own!.closest('fieldset')!;
  expect([group.className, find(group, 'legend').innerText]).toEqual(['changed', 'Gradients read changed']);
  await userEvent.keyboard('{ArrowUp}');
  await it.settled();
  expect(group.className).toBe('');
  const made = it.events.map((event) => [(event as ConventionEvent).convention, (event as ConventionEvent).choice]);
  expect(made).toEqual([
    ['update-order', 'updated'],
    ['update-order', 'old'],
  ]);
});

test('it follows the state, and is silent when code changes it', async () => {
  const it = await conventions();
  await it.set((state) => withConvention(state, 'half', 'without-half'));
  const chosen = [...it.root.querySelectorAll<HTMLInputElement>('input[name="half"]')].map(({ checked }) => checked);
  expect(chosen).toEqual([false, true]);
  await it.set(() => initialState(lesson));
  expect(it.events).toEqual([]);
});

test('axe finds nothing', async () => {
  const it = await conventions();
  await it.set((state) => withConvention(state, 'biases', 'shared'));
  await expectAccessible(it.element);
});
