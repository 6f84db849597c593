import { afterEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import '../../components/bp-display.js';
import type { BpDisplay } from '../../components/bp-display.js';
import type { DisplayEvent } from '../../components/events/index.js';
import { clear, expectAccessible, find, stand, type Stand } from './stand.js';

const display = (): Promise<Stand<BpDisplay>> => stand(document.createElement('bp-display'));
const changes = ({ events }: Stand<BpDisplay>): unknown[] => events.map((event) => (event as DisplayEvent).change);

afterEach(clear);

test('digits from 3 to 15, by keys, with the number shown', async () => {
  const it = await display();
  const range = find<HTMLInputElement>(it.root, 'input[type=range]');
  range.focus();
  await userEvent.keyboard('{ArrowRight}');
  await it.settled();
  await userEvent.keyboard('{End}');
  await it.settled();
  await userEvent.keyboard('{Home}');
  await it.settled();
  expect(changes(it)).toEqual([{ digits: 10 }, { digits: 15 }, { digits: 3 }]);
  expect(find(it.root, 'output').innerText).toBe('3');
});

test('paper mode is labelled while it is on, and few digits are warned of', async () => {
  const it = await display();
  const label = (): string => find(it.root, '[role=status]').innerText;
  expect(label()).toBe('');
  await userEvent.click(find(it.root, 'input[type=checkbox]'));
  await it.settled();
  expect(changes(it)).toEqual([{ paper: true }]);
  expect(label()).toContain('Paper mode is on: every result is rounded to 9 digits');
  expect(label()).not.toContain('safer');
  await it.set((state) => ({ ...state, digits: 3 }));
  expect(label()).toContain('6 is safer');
});

test('the view is switched', async () => {
  const it = await display();
  await userEvent.click(find(it.root, 'input[aria-describedby=meaning-local]'));
  await userEvent.click(find(it.root, 'input[aria-describedby=meaning-expanded]'));
  expect(changes(it)).toEqual([{ view: 'local' }, { view: 'expanded' }]);
});

test('it follows the state in silence', async () => {
  const it = await display();
  await it.set((state) => ({ ...state, digits: 5, paper: true, view: 'local' }));
  expect(find<HTMLInputElement>(it.root, 'input[type=range]').value).toBe('5');
  expect(find<HTMLInputElement>(it.root, 'input[type=checkbox]').checked).toBe(true);
  expect(it.events).toEqual([]);
});

test('axe finds nothing', async () => {
  const it = await display();
  await it.set((state) => ({ ...state, digits: 3, paper: true }));
  await expectAccessible(it.element);
});
