import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { BpEditNumber } from '../../components/network/bp-edit-number.js';
import { BpNetwork } from '../../components/bp-network.js';
import type { SelectEvent, StepEvent, ValueEvent } from '../../components/events/index.js';
import { goTo, initialState, Reveal, withConvention, withValue, type LessonState } from '../../src/index.js';
import { clear, expectAccessible, find, lesson, stand, type Stand } from './stand.js';

const at = (step: string, reveal?: Reveal): LessonState => goTo(initialState(lesson), step, reveal);
const w5 = 'out_h1>net_o1*w5';

beforeEach(() => page.viewport(760, 700));
afterEach(() => clear());

const open = (step: string, reveal?: Reveal): Promise<Stand<BpNetwork>> => stand(new BpNetwork(), at(step, reveal));
const part = (root: ParentNode, id: string, kind = '.part'): SVGGElement =>
  find(root, `${kind}[data-part="${id}"]`) as unknown as SVGGElement;
const shown = (root: ParentNode, ref: string): string | undefined =>
  root.querySelector(`[data-number="${ref}"]`)?.textContent ?? undefined;
const classed = (root: ParentNode, selector: string): string[] =>
  [...root.querySelectorAll(selector)].map((each) => each.getAttribute('data-part') ?? '');
const ofType = <E extends Event>(events: readonly Event[], type: string): E[] =>
  events.filter((event) => event.type === type) as E[];

describe('the numbers', () => {
  test('fill the picture as one walks', async () => {
    const it = await open('forward/net_h1');
    const numbers = (): string[] =>
      [...it.root.querySelectorAll('[data-number]')].map((each) => each.getAttribute('data-number')!);
    expect(shown(it.root, 'net_h1')).toBe('0.378');
    expect(shown(it.root, 'w5')).toBe('0.40');
    expect(shown(it.root, 'out_h1')).toBeUndefined();
    expect(it.root.querySelectorAll('.waits').length).toBe(10);
    await it.set((state) => goTo(state, 'forward/out_h1', Reveal.numbers));
    expect(shown(it.root, 'out_h1')).toBeUndefined();
    await it.set((state) => goTo(state, 'forward/out_h1'));
    expect(shown(it.root, 'out_h1')).toBe('0.593');
    await it.set((state) => goTo(state, 'backward/E_total'));
    expect(numbers().toSorted()).toEqual(
      [...it.scene.setup.program.given, ...it.scene.setup.program.lines.map(({ name }) => name)].toSorted(),
    );
  });

  test('are replaced by updated ones once their update is reached', async () => {
    const it = await open('update/w5');
    expect([shown(it.root, 'update/w5'), shown(it.root, 'w5'), shown(it.root, 'w8')]).toEqual([
      '0.359',
      undefined,
      '0.55',
    ]);
    expect(part(it.root, w5, '.label').textContent).toContain('w₅⁺');
  });

  test('that an edit changed carry a mark of their own', async () => {
    const it = await open('backward/E_total');
    await it.set((state) => withValue(state, 'w5', '0.9'));
    const marked = [...it.root.querySelectorAll('[data-changed]')].map((each) => each.getAttribute('data-number'));
    expect(marked.toSorted()).toEqual(['E_o1', 'E_total', 'net_o1', 'out_o1', 'w5']);
    expect(it.root.querySelectorAll('.changed').length).toBe(5);
  });
});

describe('a step', () => {
  test('lights its path in the roles of the formula', async () => {
    const it = await open('backward/w5');
    expect(it.root.querySelectorAll('.trail.upstream').length).toBe(2);
    expect(classed(it.root, '.part.input')).toEqual(['out_h1:out_h1']);
    expect(it.root.querySelectorAll('.trail.input').length).toBe(1);
    expect(it.root.querySelectorAll('.node.local').length).toBe(1);
    expect(classed(it.root, '.asked')).toEqual([w5]);
  });

  test('with two paths tells them apart', async () => {
    const it = await open('backward/out_h1');
    expect([...it.root.querySelectorAll('.badge')].map((each) => each.textContent)).toEqual(['1', '2']);
    expect(find(part(it.root, 'out_h1>net_o2*w7'), '.hit').getAttribute('aria-label')).toContain('path 2');
    await it.set((state) => goTo(state, 'backward/out_h1/net_o2'));
    expect(it.root.querySelectorAll('.badge').length).toBe(0);
    expect(it.root.querySelectorAll('.trail.input').length).toBe(1);
  });

  test('whose path passes on unchanged shows the way all the same', async () => {
    const it = await open('backward/b1');
    expect(it.root.querySelectorAll('.trail.through').length).toBe(2);
    expect(it.root.querySelectorAll('.badge').length).toBe(2);
  });

  test('that is only a question lights what it asks for', async () => {
    const it = await open('backward/w5', Reveal.question);
    expect(it.root.querySelectorAll('.trail').length).toBe(0);
    expect(classed(it.root, '.asked')).toEqual([w5]);
  });

  test('draws its path again when it changes, and not otherwise', async () => {
    const it = await open('backward/w5');
    const turn = (): string => find(it.root, '.trails').getAttribute('class')!;
    const before = turn();
    await it.set((state) => ({ ...state, digits: 5 }));
    expect(turn()).toBe(before);
    await it.set((state) => goTo(state, 'backward/w6'));
    expect(turn()).not.toBe(before);
    expect(turn()).toContain('back');
  });
});

describe('pointing', () => {
  test('at a part says what it stands for, and leaving it says nothing is meant', async () => {
    const it = await open('backward/w5');
    await userEvent.hover(part(it.root, w5, '.label'));
    const selects = ofType<SelectEvent>(it.events, 'bp-select');
    expect(selects.at(-1)!.refs).toEqual(
      expect.arrayContaining(['w5', 'local/net_o1/w5', 'backward/w5', 'local/net_o1/out_h1', 'backward/out_h1/net_o1']),
    );
    await userEvent.hover(part(it.root, 'E_total:E_total'));
    expect(ofType<SelectEvent>(it.events, 'bp-select').at(-1)!.refs).toContain('E_total');
    await userEvent.hover(find(it.root, '.hint'));
    expect(ofType<SelectEvent>(it.events, 'bp-select').at(-1)!.refs).toEqual([]);
  });

  test.each([
    ['w5', [w5, w5]],
    ['out_h1', ['out_h1:out_h1']],
    ['forward/net_h1', ['out_h1:net_h1']],
    ['local/out_o1/net_o1', ['out_o1:net_o1', 'out_o1:out_o1']],
    ['local/net_o1/out_h1', [w5, w5]],
    ['b2', ['b2@1:b2']],
    ['update/w5', [w5, w5]],
    ['E_total@10', ['E_total:E_total']],
  ])('elsewhere at %s lights it here', async (ref, ids) => {
    const it = await open('backward/w5');
    it.element.lit = [ref];
    await it.settled();
    expect(classed(it.root, '.lit').toSorted()).toEqual(ids.toSorted());
  });
});

describe('a click', () => {
  test('backward opens the gradient of what was clicked', async () => {
    const it = await open('backward/w5');
    await userEvent.click(part(it.root, 'out_h1>net_o2*w7', '.label'));
    await userEvent.click(find(part(it.root, 'out_o1:net_o1'), '.row'));
    expect(ofType<StepEvent>(it.events, 'bp-step').map(({ ref }) => ref)).toEqual(['backward/w7', 'backward/net_o1']);
    expect(it.root.activeElement).toBeNull();
  });

  test('forward opens the step that made the number', async () => {
    const it = await open('loss/E_total');
    await userEvent.click(find(part(it.root, 'out_h1:out_h1'), '.row'));
    expect(ofType<StepEvent>(it.events, 'bp-step').map(({ ref }) => ref)).toEqual(['out_h1']);
  });
});

describe('editing in place', () => {
  const edit = async (it: Stand<BpNetwork>): Promise<HTMLInputElement> => {
    await it.settled();
    const editor = await vi.waitFor(() => find<BpEditNumber>(it.root, 'bp-edit-number'));
    await editor.updateComplete;
    return find(editor.renderRoot, 'input');
  };

  test('takes a number as people write it', async () => {
    const it = await open('forward/net_h1');
    await userEvent.click(find(part(it.root, 'i1:i1'), '.row'));
    const input = await edit(it);
    expect(input.value).toBe('0.05');
    await userEvent.fill(input, '−0,7');
    await userEvent.keyboard('{Enter}');
    expect(ofType<ValueEvent>(it.events, 'bp-value').map(({ name, text }) => [name, text])).toEqual([['i1', '-0.7']]);
    await it.settled();
    expect(it.root.querySelector('bp-edit-number')).toBeNull();
    expect(shown(it.root, 'i1')).toBe('−0.7');
    expect(it.root.activeElement?.parentElement?.dataset['part']).toBe('i1:i1');
  });

  test('says what is wrong, and keeps what was typed', async () => {
    const it = await open('backward/w5');
    // Drivers differ in how they count clicks; browsers do not.
    part(it.root, w5, '.label').dispatchEvent(new MouseEvent('click', { detail: 2, bubbles: true, composed: true }));
    const input = await edit(it);
    await userEvent.fill(input, 'half');
    await userEvent.keyboard('{Enter}');
    const editor = find<BpEditNumber>(it.root, 'bp-edit-number');
    await editor.updateComplete;
    expect(find(editor.renderRoot, '[role=alert]').textContent).toContain('w₅');
    expect(input.value).toBe('half');
    await userEvent.keyboard('{Escape}');
    await it.settled();
    expect(it.root.querySelector('bp-edit-number')).toBeNull();
    expect(ofType(it.events, 'bp-value')).toEqual([]);
  });
});

describe('by keyboard', () => {
  const enter = async (it: Stand<BpNetwork>): Promise<void> => {
    const before = document.createElement('button');
    it.element.before(before);
    before.focus();
    await userEvent.tab();
  };
  const focused = (it: Stand<BpNetwork>): string | undefined => it.root.activeElement?.parentElement?.dataset['part'];

  test('it is one tab stop, at what the step asks for', async () => {
    const it = await open('backward/out_h1');
    expect(it.root.querySelectorAll('[tabindex="0"]').length).toBe(1);
    await enter(it);
    expect(focused(it)).toBe('out_h1:out_h1');
    expect(ofType<SelectEvent>(it.events, 'bp-select').at(-1)!.refs).toContain('out_h1');
    await userEvent.tab();
    expect(focused(it)).toBeUndefined();
  });

  test('arrows walk along edges and from row to row, and do not move the lesson', async () => {
    const it = await open('backward/out_h1');
    const passed: string[] = [];
    const listen = (event: KeyboardEvent): void => void passed.push(event.key);
    await enter(it);
    document.addEventListener('keydown', listen);
    const walk: (string | undefined)[] = [];
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowDown', 'ArrowDown', 'ArrowLeft', 'ArrowLeft', 'ArrowDown']) {
      await userEvent.keyboard(`{${key}}`);
      walk.push(focused(it));
    }
    document.removeEventListener('keydown', listen);
    expect(walk).toEqual([
      w5,
      'out_o1:net_o1',
      'out_o1:out_o1',
      'out_o2:net_o2',
      'out_h2>net_o2*w8',
      'out_h2:out_h2',
      'b2@1:b2',
    ]);
    expect(passed).toEqual([]);
    await userEvent.keyboard('{Home}');
    expect(passed).not.toContain('ArrowRight');
  });

  test('every part is reached by arrows', async () => {
    const it = await open('backward/out_h1');
    const all = classed(it.root, '.part');
    const seen = new Set<string>();
    const queue = ['out_h1:out_h1'];
    for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
      if (seen.has(id)) continue;
      seen.add(id);
      for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']) {
        find(part(it.root, id), '[role=button]').focus();
        it.root.activeElement!.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));
        queue.push(focused(it)!);
      }
    }
    expect([...seen].toSorted()).toEqual(all.toSorted());
  });

  test('Enter opens, F2 edits', async () => {
    const it = await open('backward/w5');
    await enter(it);
    await userEvent.keyboard('{Enter}');
    expect(ofType<StepEvent>(it.events, 'bp-step').map(({ ref }) => ref)).toEqual(['backward/w5']);
    await userEvent.keyboard('{F2}');
    await it.settled();
    expect(it.root.querySelector('bp-edit-number')).not.toBeNull();
  });
});

describe('its text equivalent', () => {
  test('says what each node receives and gives, with the numbers of the moment', async () => {
    const it = await open('forward/net_h1');
    const sentences = (): string[] => [...it.root.querySelectorAll('li')].map((each) => each.textContent);
    expect(sentences()[0]).toBe(
      'h₁ receives i₁ (0.05) times w₁ (0.15), i₂ (0.10) times w₂ (0.20), b₁ (0.35); gives net_h1 (0.378), then out_h1 (not yet computed).',
    );
    await it.set((state) => goTo(state, 'forward/out_h1'));
    expect(sentences()[0]).toContain('out_h1 (0.593)');
  });

  test.each([760, 360])('and everything else is accessible at %i px', async (width) => {
    await page.viewport(width, 700);
    const it = await open('backward/out_h1');
    await expectAccessible(it.element);
  });
});

describe('its room', () => {
  test('on a phone it is compact, and nothing is smaller than 11 px', async () => {
    await page.viewport(360, 700);
    const it = await open('backward/w5');
    const svg = find(it.root, 'svg') as unknown as SVGSVGElement;
    expect(svg.getAttribute('class')).toBe('compact');
    expect(svg.getBoundingClientRect().width).toBeLessThanOrEqual(360);
    const zoom = svg.getScreenCTM()!.a;
    for (const text of it.root.querySelectorAll('text')) {
      expect(Number.parseFloat(getComputedStyle(text).fontSize) * zoom).toBeGreaterThanOrEqual(11);
    }
    expect(part(it.root, 'out_h1>net_o2*w7', '.label').textContent.trim()).toBe('w₇');
    expect(part(it.root, w5, '.label').textContent).toContain('0.40');
  });

  test('another program is laid out anew; another step or number is not', async () => {
    const it = await open('forward/net_h1');
    const nodes = (): number => it.root.querySelectorAll('.node').length;
    const path = it.root.querySelector('.line');
    await it.set((state) => withConvention(state, 'biases', 'per-neuron'));
    expect(nodes()).toBe(15);
    await it.set((state) => goTo(withConvention(state, 'biases', 'frozen'), 'backward/w5'));
    expect(nodes()).toBe(13);
    expect(it.root.querySelector('.line')).toBe(path);
  });
});
