import { afterEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import '../../components/bp-prose.js';
import type { BpProse } from '../../components/bp-prose.js';
import type { StepEvent } from '../../components/events/index.js';
import {
  build,
  goTo,
  initialState,
  withValue,
  type Block,
  type Inline,
  type LessonState,
  type Section,
} from '../../src/index.js';
import { clear, expectAccessible, find, lesson, stand, type Stand } from './stand.js';

const text = (words: string): Inline => [{ kind: 'text', text: words }];
const paragraph = (content: Inline): Block => ({ kind: 'paragraph', content });
const section = (ref: string, words: string, more: Partial<Section> = {}): Section => ({
  ref,
  blocks: [paragraph(text(words))],
  notes: [],
  ...more,
});

const rich: Section = {
  ref: 'backward/w5',
  blocks: [
    paragraph([
      ...text('Now '),
      { kind: 'number', ref: 'backward/w5' },
      { kind: 'emphasis', content: text('slowly ') },
      { kind: 'strong', content: text('but ') },
      { kind: 'code', text: 'w5' },
      { kind: 'math', tex: 'w_5' },
      { kind: 'step', ref: 'forward/net_o1', content: text('back there') },
      { kind: 'link', href: 'https://example.org/', content: text('a page') },
      { kind: 'link', href: 'javascript:alert(1)', content: text('no page') },
    ]),
    { kind: 'list', ordered: true, items: [text('one'), text('two')] },
    { kind: 'list', ordered: false, items: [text('three')] },
    { kind: 'code', text: 'a = b' },
    { kind: 'math', tex: 'a = b' },
  ],
  notes: [paragraph(text('Ask the room first.'))],
};

const sections: readonly Section[] = [
  section('lesson', 'Welcome.'),
  section('net_h1', 'A weighted sum.'),
  rich,
  section('backward/w6', 'Large.', { when: build.sub(build.name('w6'), build.number('0.47')) }),
  section('backward/w6', 'Small.', { when: build.sub(build.number('0.47'), build.name('w6')) }),
  section('backward/w6', 'Unknown.', { when: build.name('nothing') }),
  section('backward/w6', 'As in the source.', { ownValuesOnly: true }),
  section('backward/w6', 'Later smaller.', { when: build.sub(build.name('E_total@0'), build.name('E_total@1')) }),
  section('backward/out_h1', 'Two paths.'),
];

const start = (step: string): LessonState => goTo(initialState({ ...lesson, sections }), step);
const prose = (step: string): Promise<Stand<BpProse>> => stand(document.createElement('bp-prose'), start(step));
const said = ({ root }: Stand<BpProse>): string[] =>
  [...root.querySelectorAll('p')].map((each) => each.innerText.trim());

afterEach(clear);

test('the introduction stands above the first step, and nowhere else', async () => {
  const it = await prose('forward/net_h1');
  expect(said(it)).toEqual(['Welcome.', 'A weighted sum.']);
  await it.set((state) => goTo(state, 'forward/out_h1'));
  expect(said(it)).toEqual([]);
});

test('prose about a number is shown where its condition holds', async () => {
  const it = await prose('backward/w6');
  expect(said(it)).toEqual(['Small.', 'As in the source.', 'Later smaller.']);
  await it.set((state) => withValue(state, 'w6', '0.5'));
  expect(said(it)).toEqual(['Large.', 'Later smaller.']);
});

test('an inner step without prose of its own shows that of the step around it', async () => {
  const it = await prose('backward/out_h1/net_o1');
  expect(said(it)).toEqual(['Two paths.']);
  await it.set((state) => goTo(state, 'local/net_o1/out_h1'));
  expect(said(it)).toEqual(['Two paths.']);
});

test('prose waits for the result and keeps its place', async () => {
  const it = await prose('backward/out_h1');
  const height = it.element.getBoundingClientRect().height;
  await it.set((state) => ({ ...state, reveal: 2 }));
  expect(find(it.root, 'p').innerText).toBe('');
  expect(it.element.getBoundingClientRect().height).toBe(height);
});

test('every kind of block and text is a real element', async () => {
  const it = await prose('backward/w5');
  const tags = [...it.root.querySelectorAll('p, em, strong, code, bp-formula, bp-number, a, ol, ul, li, pre, button')];
  expect(tags.map(({ localName }) => localName).join(' ')).toBe(
    'p bp-number em strong code bp-formula button a ol li li ul li pre code bp-formula',
  );
  expect(find(it.root, 'a').getAttribute('rel')).toBe('noopener');
  expect(find(it.root, 'p').innerText).toContain('no page');
  expect(find(it.root, 'bp-number').getAttribute('of')).toBe('backward/w5');
});

test('a link to a step says so', async () => {
  const it = await prose('backward/w5');
  await userEvent.click(find(it.root, 'button'));
  expect(it.events.map((event) => (event as StepEvent).ref)).toEqual(['forward/net_o1']);
});

test('notes for the instructor are shown on request', async () => {
  const it = await prose('backward/w5');
  expect(it.root.querySelector('details')).toBeNull();
  it.element.notes = true;
  await it.settled();
  expect(find(it.root, 'details').textContent).toContain('Ask the room first.');
});

test('it is silent when code changes the scene', async () => {
  const it = await prose('backward/w5');
  await it.set((state) => goTo(state, 'backward/w6'));
  expect(it.events).toEqual([]);
});

test('every section of the lesson renders', async () => {
  const it = await stand(document.createElement('bp-prose'));
  it.element.notes = true;
  for (const step of it.scene.trace.walk) {
    await it.set((state) => goTo(state, step.ref));
    expect(said(it).join(' '), step.ref).not.toMatch(/undefined|NaN|Infinity|\[object/);
  }
});

test('axe finds nothing', async () => {
  const it = await prose('backward/w5');
  it.element.notes = true;
  await it.settled();
  find<HTMLDetailsElement>(it.root, 'details').open = true;
  await expectAccessible(it.element);
});
