import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { BpCourse } from '../../components/bp-course.js';
import { BpGrids } from '../../components/bp-grids.js';
import { BpNetwork } from '../../components/bp-network.js';
import type { SelectEvent, StepEvent, ValueEvent } from '../../components/events/index.js';
import type { BpEditNumber } from '../../components/network/bp-edit-number.js';
import batchNorm from '../../lessons/batch-norm.md';
import { lessons } from '../../lessons/index.js';
import softmax from '../../lessons/softmax-cross-entropy.md';
import { goTo, initialState, loadTensors, Reveal, withValue, type LessonState } from '../../src/index.js';
import { clear, expectAccessible, find, lesson as mazur, stand, type Stand } from './stand.js';

const at = (step: string, reveal?: Reveal): LessonState => goTo(initialState(batchNorm), step, reveal);
const ofType = <E extends Event>(events: readonly Event[], type: string): E[] =>
  events.filter((event) => event.type === type) as E[];

beforeAll(loadTensors);
beforeEach(() => page.viewport(760, 700));
afterEach(clear);

const open = (step: string, reveal?: Reveal): Promise<Stand<BpGrids>> => stand(new BpGrids(), at(step, reveal));
const cell = (root: ParentNode, variable: string): SVGGElement =>
  find(root, `[data-part="${variable}"]`) as unknown as SVGGElement;
const shown = (root: ParentNode, ref: string): string | undefined =>
  root.querySelector(`[data-number="${ref}"]`)?.textContent ?? undefined;
const classed = (root: ParentNode, name: string): string[] =>
  [...root.querySelectorAll(`.cell.${name}`)].map((each) => each.getAttribute('data-part') ?? '').toSorted();

describe('the diagram of a program with a batch', () => {
  test('comes in place of the one of neurons, and makes way for it again', async () => {
    const it = await stand(new BpNetwork(), at('forward/z1'));
    await vi.waitFor(() => expect(it.root.querySelector('bp-grids')?.shadowRoot?.querySelector('.cell')).toBeTruthy());
    await it.set(() => initialState(mazur));
    expect(it.root.querySelector('bp-grids')).toBeNull();
    expect(it.root.querySelectorAll('.node').length).toBe(13);
  });

  test('has a cell for every number, in grids with name and shape', async () => {
    const it = await open('forward/z1');
    const { setup } = it.scene;
    const wanted = [...setup.program.lines.map(({ name }) => name), ...setup.program.given, 'y[1]', 'y[4]'];
    expect(wanted.filter((name) => !it.root.querySelector(`[data-part="${name}"]`))).toEqual([]);
    const captions = [...it.root.querySelectorAll('.caption')].map((each) => each.textContent);
    expect(captions).toEqual(expect.arrayContaining(['x4 × 2', 'z14 × 3', 'σ23', 'x\u03024 × 3', 'L']));
    expect([...it.root.querySelectorAll('.legend')].map((each) => each.textContent)).toEqual(['inside n1', 'inside l']);
    expect(it.root.querySelectorAll('[role=group][aria-label="z₁, 4 by 3"] .cell').length).toBe(12);
  });

  test('fills with numbers as one walks', async () => {
    const it = await open('forward/z1', Reveal.numbers);
    expect([shown(it.root, 'x[2,1]'), shown(it.root, 'z1[2,1]')]).toEqual(['1.5', undefined]);
    await it.set((state) => goTo(state, 'forward/z1'));
    expect([shown(it.root, 'z1[2,1]'), shown(it.root, 'z1[4,3]'), shown(it.root, 'n1.mean[1]')]).toEqual([
      '0.2',
      '−1.16',
      undefined,
    ]);
    await it.set((state) => goTo(state, 'backward/L'));
    expect(it.root.querySelectorAll('.waits').length).toBe(0);
    await it.set((state) => goTo(state, 'update/W1'));
    expect(shown(it.root, 'update/W1[1,1]')).toBeDefined();
    expect([shown(it.root, 'W1[1,1]'), shown(it.root, 'W2[1,1]')]).toEqual([undefined, '0.7']);
  });

  test('marks what an edit changed', async () => {
    const it = await open('forward/n1.mean');
    await it.set((state) => withValue(state, 'x[2,1]', '2.5'));
    const marked = [...it.root.querySelectorAll('[data-changed]')].map((each) => each.getAttribute('data-number'));
    expect(marked).toEqual(expect.arrayContaining(['x[2,1]', 'z1[2,1]', 'z1[2,3]', 'n1.mean[1]']));
    expect(marked).not.toContain('z1[1,1]');
  });
});

describe('a step', () => {
  test('lights the cells it is computed from', async () => {
    const it = await open('forward/n1.mean[2]');
    expect(classed(it.root, 'asked')).toEqual(['n1.mean[2]']);
    expect(classed(it.root, 'input')).toEqual(['z1[1,2]', 'z1[2,2]', 'z1[3,2]', 'z1[4,2]']);
    expect(it.root.querySelectorAll('.trail.input').length).toBe(4);
  });

  test('lights its paths backward, each with its number', async () => {
    const it = await open('backward/z1[3,2]');
    await it.set((state) => ({ ...state, view: 'local' }));
    expect(classed(it.root, 'upstream')).toEqual(['n1.mean[2]', 'n1.var[2]', 'n1.xhat[3,2]']);
    expect(it.root.querySelectorAll('.trail.local').length).toBe(2);
    expect([...it.root.querySelectorAll('.badge')].map((each) => each.textContent)).toEqual(['1', '2', '3']);
    expect(find(cell(it.root, 'n1.var[2]'), 'rect').getAttribute('aria-label')).toContain('path 2');
    expect(it.root.querySelectorAll('.trail.upstream').length).toBeGreaterThan(4);
  });

  test('that is only a question lights what it asks for', async () => {
    const it = await open('backward/W2[1,3]', Reveal.question);
    expect(classed(it.root, 'asked')).toEqual(['W2[1,3]']);
    expect(it.root.querySelectorAll('.trail').length).toBe(0);
  });

  test('of a network wider than its room is scrolled into view', async () => {
    await page.viewport(360, 700);
    const it = await open('forward/z1');
    const scroller = find(it.root, '.scroll');
    expect(scroller.scrollWidth).toBeGreaterThan(scroller.clientWidth);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360);
    for (const [step, variable] of [
      ['loss/L', 'L'],
      ['backward/n1.xhat[2,2]', 'n1.xhat[2,2]'],
      ['forward/z1', 'z1[1,1]'],
    ] as const) {
      await it.set((state) => goTo(state, step));
      await vi.waitFor(() => {
        const [box, room] = [cell(it.root, variable).getBoundingClientRect(), scroller.getBoundingClientRect()];
        expect(box.left).toBeGreaterThanOrEqual(room.left);
        expect(box.right).toBeLessThanOrEqual(room.right);
      });
    }
  });
});

describe('pointing', () => {
  test('at a cell says what it stands for, shows its number whole, and leaving it says nothing is meant', async () => {
    const it = await open('backward/n1.mean[1]');
    await userEvent.hover(find(cell(it.root, 'n1.xhat[3,1]'), 'rect'));
    await it.settled();
    expect(ofType<SelectEvent>(it.events, 'bp-select').at(-1)!.refs).toEqual(
      expect.arrayContaining([
        'n1.xhat[3,1]',
        'backward/n1.xhat[3,1]',
        'local/n1.xhat[3,1]/n1.mean[1]',
        'backward/n1.mean[1]/n1.xhat[3,1]',
      ]),
    );
    expect(find(it.root, '.hint').textContent).toMatch(/n1\.xhat\[3,1\] = −1\.1\d{7}/);
    expect(find(it.root, '.hint').textContent).toContain('∂L/∂n1.xhat[3,1] = ');
    await userEvent.hover(find(it.root, '.hint'));
    expect(ofType<SelectEvent>(it.events, 'bp-select').at(-1)!.refs).toEqual([]);
  });

  test.each([
    ['x[2,1]', ['x[2,1]']],
    ['backward/gamma[2]', ['gamma[2]']],
    ['local/n1.var[1]/n1.mean[1]', ['n1.mean[1]', 'n1.var[1]']],
    ['backward/b2', ['b2[1]', 'b2[2]']],
  ])('elsewhere at %s lights it here', async (ref, cells) => {
    const it = await open('backward/W2');
    it.element.lit = [ref];
    await it.settled();
    expect(classed(it.root, 'lit')).toEqual(cells);
  });
});

describe('a click', () => {
  const click = async (it: Stand<BpGrids>, variable: string): Promise<void> => {
    await userEvent.click(find(cell(it.root, variable), 'rect'));
    await it.settled();
  };

  test('opens the step of that element in the current phase', async () => {
    const it = await open('forward/n1');
    await click(it, 'n1.xhat[2,3]');
    await it.set((state) => goTo(state, 'backward/a1'));
    await click(it, 'n1.xhat[2,3]');
    await it.set((state) => goTo(state, 'update/W1'));
    await click(it, 'W1[2,1]');
    expect(ofType<StepEvent>(it.events, 'bp-step').map(({ ref }) => ref)).toEqual([
      'n1.xhat[2,3]',
      'backward/n1.xhat[2,3]',
      'update/W1[2,1]',
    ]);
  });

  test('on a given number lets it be changed in place', async () => {
    const it = await open('forward/z1');
    await click(it, 'x[1,2]');
    const editor = await vi.waitFor(() => find<BpEditNumber>(it.root, 'bp-edit-number'));
    await editor.updateComplete;
    const input = find<HTMLInputElement>(editor.renderRoot, 'input');
    expect(input.value).toBe('-1.0');
    await userEvent.fill(input, '0,25');
    await userEvent.keyboard('{Enter}');
    await it.settled();
    expect(ofType<ValueEvent>(it.events, 'bp-value').map(({ name, text }) => [name, text])).toEqual([
      ['x[1,2]', '0.25'],
    ]);
    expect(shown(it.root, 'x[1,2]')).toBe('0.25');
  });

  test('on a label takes only the number of a class, and says so', async () => {
    const it = await open('forward/z1');
    await click(it, 'y[2]');
    const editor = await vi.waitFor(() => find<BpEditNumber>(it.root, 'bp-edit-number'));
    await editor.updateComplete;
    const input = find<HTMLInputElement>(editor.renderRoot, 'input');
    await userEvent.fill(input, '7');
    await userEvent.keyboard('{Enter}');
    await editor.updateComplete;
    expect(find(editor.renderRoot, '[role=alert]').textContent).toMatch(/7/);
    expect([input.value, ofType(it.events, 'bp-value')]).toEqual(['7', []]);
    await userEvent.fill(input, '1');
    await userEvent.keyboard('{Enter}');
    await it.settled();
    expect(it.state.edits).toEqual({ 'y[2]': '1' });
  });
});

describe('by keyboard', () => {
  const enter = async (it: Stand<BpGrids>): Promise<void> => {
    const before = document.createElement('button');
    it.element.before(before);
    before.focus();
    await userEvent.tab();
  };
  const focused = (it: Stand<BpGrids>): string | undefined => it.root.activeElement?.parentElement?.dataset['part'];

  test('it is one tab stop, at what the step asks for', async () => {
    const it = await open('backward/n1.var[2]');
    expect(it.root.querySelectorAll('[tabindex="0"]').length).toBe(1);
    await enter(it);
    expect(focused(it)).toBe('n1.var[2]');
    await userEvent.tab();
    expect(focused(it)).toBeUndefined();
  });

  test('arrows walk from cell to cell, Enter opens, and the lesson does not move', async () => {
    const it = await open('backward/n1.var[2]');
    const passed: string[] = [];
    const listen = (event: KeyboardEvent): void => void passed.push(event.key);
    await enter(it);
    document.addEventListener('keydown', listen);
    const walk: (string | undefined)[] = [];
    for (const key of ['ArrowUp', 'ArrowRight', 'ArrowRight', 'ArrowDown']) {
      await userEvent.keyboard(`{${key}}`);
      walk.push(focused(it));
    }
    await userEvent.keyboard('{Enter}');
    document.removeEventListener('keydown', listen);
    expect(walk).toEqual(['n1.mean[2]', 'n1.mean[3]', 'n1.xhat[1,1]', 'n1.xhat[2,1]']);
    expect(ofType<StepEvent>(it.events, 'bp-step').map(({ ref }) => ref)).toEqual(['backward/n1.xhat[2,1]']);
    expect(passed).toEqual([]);
  });
});

test('it can be read as text', async () => {
  const it = await open('backward/L');
  const sentences = [...it.root.querySelectorAll('ul li')].map((each) => each.textContent);
  expect(sentences).toContain(
    'x, 4 by 2 is given. x is row 1: 0.5, −1.0; row 2: 1.5, 2.0; row 3: −0.7, 0.3; row 4: 2.2, −1.8.',
  );
  expect(sentences.find((each) => each.startsWith('n1 xhat'))).toMatch(
    /^n1 xhat, 4 by 3 is computed from z₁, n1 mean and n1 inv_std; an inner quantity of n₁\. n1 xhat is row 1: /,
  );
});

test('axe finds nothing, in both themes, wide and narrow', async () => {
  const it = await open('backward/n1.mean[1]');
  await expectAccessible(it.element);
  await page.viewport(360, 700);
  await it.settled();
  await expectAccessible(it.element);
});

test('a vector program is drawn larger', async () => {
  const it = await stand(new BpGrids(), goTo(initialState(softmax), 'backward/s[2]'));
  it.element.style.minHeight = '480px';
  await vi.waitFor(() => {
    const drawing = find(it.root, 'svg');
    const [, , width = 0] = drawing.getAttribute('viewBox')!.split(' ').map(Number);
    expect(Number(drawing.getAttribute('width')) / width).toBeGreaterThan(1.1);
  });
  expect(classed(it.root, 'upstream')).toEqual(['p[1]', 'p[2]', 'p[3]']);
});

describe('the course', () => {
  const course = async (properties: Partial<BpCourse>): Promise<BpCourse> => {
    const element = Object.assign(new BpCourse(), properties);
    document.body.append(element);
    await element.updateComplete;
    return element;
  };
  afterEach(() => document.querySelectorAll('bp-course').forEach((each) => each.remove()));

  test('lists the lessons in order, with what each is about and needs first', async () => {
    const { renderRoot } = await course({ whole: true, address: 'v1/batch-norm/backward/W2' });
    const titles = [...renderRoot.querySelectorAll('h2 a')].map((each) => [
      each.textContent,
      each.getAttribute('href'),
    ]);
    expect(titles.map(([, href]) => href)).toEqual(Object.keys(lessons).map((id) => `#v1/${id}`));
    expect(titles.slice(0, 3)).toEqual([
      [mazur.title, '#v1/mazur'],
      [softmax.title, '#v1/softmax-cross-entropy'],
      [batchNorm.title, '#v1/batch-norm'],
    ]);
    const items = [...renderRoot.querySelectorAll('li')].map((each) => each.textContent);
    expect(items[1]).toContain(softmax.summary);
    expect(items[0]).toContain('Needs nothing first.');
    expect(items[2]).toContain(`${mazur.title}, ${softmax.title}`);
    expect(renderRoot.querySelector('[aria-current]')?.textContent).toContain(batchNorm.title);
    expect(renderRoot.querySelector('a')?.getAttribute('href')).toBe('#v1/batch-norm/backward/W2');
  });

  test('leads on from a lesson to the next, and to the list', async () => {
    const element = await course({ address: 'v1/mazur/backward/w5' });
    const links = (): (string | null)[] =>
      [...element.renderRoot.querySelectorAll('a')].map((each) => each.getAttribute('href'));
    expect(links()).toEqual(['#v1/softmax-cross-entropy', '#course']);
    element.address = `v1/${Object.keys(lessons).at(-1)!}/forward/z1`;
    await element.updateComplete;
    expect(links()).toEqual(['#course']);
  });

  test('axe finds nothing', async () => {
    await expectAccessible(await course({ whole: true, address: 'v1/mazur' }));
  });
});
