import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../components/bp-stepper.js';
import type { MoveEvent, StepEvent } from '../../components/events/index.js';
import type { BpStepper } from '../../components/bp-stepper.js';
import { goTo, initialState, withConvention, type LessonState, type Reveal } from '../../src/index.js';
import { clear, expectAccessible, find, lesson, stand, type Stand } from './stand.js';

const at = (step: string, reveal?: Reveal): LessonState => goTo(initialState(lesson), step, reveal);
const stepper = (state?: LessonState): Promise<Stand<BpStepper>> => stand(document.createElement('bp-stepper'), state);

const timeline = ({ root }: Stand<BpStepper>): ShadowRoot => find(root, 'bp-timeline').shadowRoot!;
const slider = (from: Stand<BpStepper>): HTMLElement => find(timeline(from), '[role=slider]');
const marks = (from: Stand<BpStepper>): HTMLElement[] => [...timeline(from).querySelectorAll<HTMLElement>('.mark')];
const label = ({ root }: Stand<BpStepper>): string => {
  const shown = [...root.querySelectorAll('.primary .label:not(.other)')];
  return shown.map((each) => each.textContent).join();
};
const asked = ({ events }: Stand<BpStepper>): string[] =>
  events.map((event) => (event.type === 'bp-step' ? (event as StepEvent).ref : (event as MoveEvent).to));

beforeEach(() => page.viewport(1440, 900));
afterEach(() => {
  vi.useRealTimers();
  clear();
});

test('the main button says what it will show', async () => {
  const it = await stepper(at('backward/w5', 0));
  await expect.element(page.getByRole('button', { name: 'Show the formula', exact: true })).toBeVisible();
  const seen = [label(it)];
  for (let press = 0; press < 4; press++) {
    await userEvent.click(find(it.root, '.primary'));
    await it.settled();
    seen.push(label(it));
  }
  expect(seen).toEqual(['Show the formula', 'Show the numbers', 'Show result', 'Next step', 'Show the formula']);
  expect(asked(it)).toEqual(['reveal', 'reveal', 'reveal', 'reveal']);
});

test('at both ends a button that leads nowhere says so and keeps the focus', async () => {
  const it = await stepper();
  const back = find(it.root, '.back');
  back.focus();
  await userEvent.keyboard('{Enter}');
  expect([back.ariaDisabled, it.root.activeElement, it.events]).toEqual(['true', back, []]);
  await it.set((state) => goTo(state, it.scene.trace.walk.at(-1)!.ref));
  expect([label(it), find(it.root, '.primary').ariaDisabled]).toEqual(['The last step', 'true']);
});

test('the timeline is one tab stop that says where it stands', async () => {
  const it = await stepper(at('backward/w5'));
  const { index, trace } = it.scene;
  expect(timeline(it).querySelectorAll('[tabindex="0"]')).toHaveLength(1);
  expect(slider(it).ariaValueNow).toBe(String(index + 1));
  expect(slider(it).ariaValueText).toBe(`backward, ∂E_total/∂w₅, step ${index + 1} of ${trace.walk.length}`);
  expect(marks(it)).toHaveLength(trace.walk.length);
  expect(marks(it).findIndex((mark) => mark.classList.contains('now'))).toBe(index);
});

test('the timeline obeys keys, and keeps them to itself', async () => {
  const it = await stepper();
  const heard: string[] = [];
  it.element.addEventListener('keydown', (event) => heard.push(event.key));
  slider(it).focus();
  await userEvent.keyboard('{ArrowRight}{ArrowUp}{ArrowLeft}{ArrowDown}{End}{Home} {PageUp}');
  await it.settled();
  expect(asked(it)).toEqual(['next', 'next', 'previous', 'previous', 'last', 'first', 'reveal', 'loss/E_o1']);
  await userEvent.keyboard('{PageUp}{ArrowRight}{PageDown}{PageDown}');
  expect(asked(it).slice(-4)).toEqual(['backward/E_total', 'next', 'backward/E_total', 'loss/E_o1']);
  expect(heard).toEqual([]);
});

test('pointing at a mark names it, and so does the focus', async () => {
  const it = await stepper(at('backward/w5'));
  const tip = (): string | undefined => timeline(it).querySelector('.tip')?.textContent;
  expect(tip()).toBeUndefined();
  await userEvent.hover(marks(it)[0]!);
  await it.settled();
  expect(tip()).toBe('net_h1');
  await userEvent.unhover(marks(it)[0]!);
  find(it.root, '.first').focus();
  await userEvent.tab();
  await it.settled();
  expect(tip()).toBe('∂E_total/∂w₅');
});

test('dragging along the timeline visits the marks on the way once each', async () => {
  const it = await stepper();
  const bar = slider(it).getBoundingClientRect();
  const place = (mark: HTMLElement): { x: number; y: number } => {
    const { left, width, top } = mark.getBoundingClientRect();
    return { x: left + width / 2 - bar.left, y: top + 4 - bar.top };
  };
  await userEvent.dragAndDrop(slider(it), slider(it), {
    sourcePosition: place(marks(it)[2]!),
    targetPosition: place(marks(it)[12]!),
  });
  const { walk } = it.scene.trace;
  expect(asked(it)[0]).toBe(walk[2]!.ref);
  expect(asked(it).at(-1)).toBe(walk[12]!.ref);
  expect(new Set(asked(it)).size).toBe(asked(it).length);
});

test('it plays at the chosen speed, gives way to a person, and stops at the end', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const it = await stepper(at('forward/net_h1', 1));
  const play = find(it.root, '.play');
  const pass = async (milliseconds: number): Promise<void> => {
    vi.advanceTimersByTime(milliseconds);
    await it.settled();
  };
  play.click();
  for (let step = 0; step < 3; step++) await pass(2000);
  expect([it.scene.index, play.ariaLabel]).toEqual([2, 'Pause']);

  const speed = find<HTMLSelectElement>(it.root, 'select');
  await userEvent.selectOptions(speed, '4×');
  await pass(500);
  expect(it.scene.index).toBe(3);

  find(it.root, '.back').click();
  await it.settled();
  expect(play.ariaLabel).toBe('Play');
  await pass(5000);
  expect(it.scene.index).toBe(2);

  await it.set((state) => goTo(state, it.scene.trace.walk.at(-2)!.ref));
  play.click();
  await pass(500);
  expect([it.scene.index, play.ariaLabel]).toEqual([it.scene.trace.walk.length - 1, 'Play']);
  play.click();
  await it.settled();
  await pass(500);
  expect([it.scene.index, play.ariaLabel]).toEqual([1, 'Pause']);
});

test('under the superseded update order, backward and update take turns', async () => {
  const it = await stepper(withConvention(at('backward/w5'), 'update-order', 'updated'));
  const labels = [...timeline(it).querySelectorAll('.phase')].map((each) => each.textContent);
  expect(labels).toEqual(['forward', 'loss', 'backward', 'update', 'backward', 'update']);
});

test('on a phone everything is large enough, and the timeline spans the width', async () => {
  await page.viewport(360, 740);
  const it = await stepper(at('backward/w5'));
  for (const button of it.root.querySelectorAll('button')) {
    const { width, height } = button.getBoundingClientRect();
    if (width) expect(Math.min(width, height), button.className).toBeGreaterThanOrEqual(44);
  }
  const whole = it.element.getBoundingClientRect();
  const line = slider(it).getBoundingClientRect();
  expect(line.width).toBeGreaterThan(whole.width - 2);
  expect(line.top).toBeGreaterThan(find(it.root, '.primary').getBoundingClientRect().bottom);
  expect(Math.min(...marks(it).map((mark) => mark.getBoundingClientRect().width))).toBeGreaterThanOrEqual(4);
  expect(find(timeline(it), '.current').innerText).toContain('∂E_total/∂w₅');
  find(it.root, '.more').click();
  await it.settled();
  expect(find(it.root, '.last').getBoundingClientRect().height).toBeGreaterThanOrEqual(44);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360);
});

test('a walk of 160 steps fits a phone', async () => {
  await page.viewport(360, 740);
  const it = await stepper();
  const { trace } = it.scene;
  const walk = Array.from({ length: 160 }, (_, i) => trace.walk[Math.floor((i * trace.walk.length) / 160)]!);
  it.element.scene = { ...it.scene, walk, index: 80, step: walk[80]! };
  await it.settled();
  await find<HTMLElement & { updateComplete: Promise<unknown> }>(it.root, 'bp-timeline').updateComplete;
  expect(marks(it)).toHaveLength(160);
  expect(marks(it).at(-1)!.getBoundingClientRect().right).toBeLessThanOrEqual(360);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360);
});

test('another iteration: one more, one fewer, or any number; a wrong one is explained and kept', async () => {
  const it = await stepper();
  const iteration = find(it.root, 'bp-iteration');
  const root = iteration.shadowRoot!;
  const field = find<HTMLInputElement>(root, 'input');
  const buttons = root.querySelectorAll('button');
  buttons[1]!.click();
  await it.settled();
  buttons[1]!.click();
  await it.settled();
  buttons[0]!.click();
  await it.settled();
  expect([it.state.iteration, field.value]).toEqual([1, '1']);
  await userEvent.fill(field, '10,000');
  await userEvent.keyboard('{Enter}');
  await it.settled();
  expect([it.state.iteration, field.value]).toEqual([10000, '10000']);
  await userEvent.fill(field, 'soon');
  await userEvent.keyboard('{Enter}');
  await it.settled();
  expect([it.state.iteration, field.value, field.ariaInvalid]).toEqual([10000, 'soon', 'true']);
  expect(find(root, '.error').innerText).toBe(
    '“soon” is no number of updates: write a whole number from 0 to 1,000,000.',
  );
  await userEvent.keyboard('{Escape}');
  await it.settled();
  expect(field.value).toBe('10000');
});

test('it is silent when code changes the scene', async () => {
  const it = await stepper();
  for (const step of it.scene.trace.walk) await it.set((state) => ({ ...goTo(state, step.ref), iteration: 2 }));
  expect(it.events).toEqual([]);
});

test('axe finds nothing, wide and narrow', async () => {
  const it = await stepper(at('backward/w5', 1));
  await expectAccessible(it.element);
  await page.viewport(360, 740);
  find(it.root, '.more').click();
  await it.settled();
  await expectAccessible(it.element);
});
