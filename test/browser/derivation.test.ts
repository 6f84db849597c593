import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../components/bp-derivation.js';
import '../../components/derivation/bp-offers.js';
import type { BpDerivation } from '../../components/bp-derivation.js';
import type { BpStepRows } from '../../components/derivation/bp-step-rows.js';
import type { StepEvent } from '../../components/events/index.js';
import { goTo, initialState, Reveal, withValue, type LessonState } from '../../src/index.js';
import { readLesson } from '../../src/read-file.js';
import { clear, expectAccessible, find, lesson, stand, type Stand } from './stand.js';

type At = Stand<BpDerivation>;

const open = (step: string, reveal: Reveal = Reveal.result): Promise<At> =>
  stand(document.createElement('bp-derivation'), goTo(initialState(lesson), step, reveal));
const rows = ({ root }: At): ShadowRoot => find<BpStepRows>(root, 'bp-step-rows.current').renderRoot as ShadowRoot;
const offers = ({ root }: At): ShadowRoot => find(root, 'bp-offers').shadowRoot!;
const question = ({ root }: At): string => find(root, '.question').innerText.replace(/\s+/g, '');
const place = ({ root }: At): string => find(root, '.place').textContent.trim();
const said = ({ root }: At): string => find(root, '[role="status"]').textContent.trim();
const chips = (at: At): string[] =>
  [...rows(at).querySelectorAll('.chip .value')].map((each) => each.textContent.trim());
const result = (at: At): string => find(rows(at), '.answer').innerText.replace(/\s+/g, '');
const visible = (element: Element): boolean => getComputedStyle(element).visibility === 'visible';
const formulas = (at: At): string[] =>
  [...rows(at).querySelectorAll('bp-formula')].map(
    (each) => each.renderRoot.querySelector('annotation')?.textContent ?? '',
  );

beforeEach(() => page.viewport(1440, 900));
afterEach(clear);

test('each kind of step asks its question, at its place in the walk', async () => {
  const at = await open('forward/net_h1');
  expect([place(at), question(at)]).toEqual(['Forward, step 1 of 40', 'Whatdoesneth1cometo?']);
  for (const [step, asked] of [
    ['loss/E_o1', 'Howwrongiso1?'],
    ['backward/E_total', 'Wheredoesthebackwardpassstart?'],
    ['backward/w5', 'HowmuchdoesEtotalchangewhenw5changes?'],
    ['backward/out_h1/net_o1', 'Howmuchofthatcomesthroughneto1?'],
    ['local/out_o1/net_o1', 'Howmuchdoesouto1changewhenneto1changes?'],
    ['update/w5', 'Wheredoesw5move?'],
  ]) {
    await at.set((state) => goTo(state, step!));
    expect(question(at)).toBe(asked);
  }
  await at.set((state) => goTo(state, 'local/out_o1/net_o1'));
  expect(place(at)).toBe('Backward, a closer look');
});

test('a forward line stands in symbols, with numbers, and with its result', async () => {
  const at = await open('forward/net_h1');
  expect(result(at)).toBe('=0.3775');
  const numbers = rows(at).querySelectorAll('bp-formula')[2]!.renderRoot.querySelectorAll<HTMLElement>('[data-number]');
  expect([...numbers].map(({ dataset, textContent }) => `${dataset.number} ${textContent}`)).toEqual([
    'w1 0.15',
    'i1 0.05',
    'w2 0.20',
    'i2 0.10',
    'b1 0.35',
  ]);
  await at.set((state) => goTo(state, 'forward/out_h1'));
  expect(formulas(at)[2]).toContain('\\frac{1}{1 + e^{');
  expect(result(at)).toBe('≈0.593269992');
});

test('a gradient is a product of factors, each with its role and a plain name', async () => {
  const at = await open('backward/w5');
  expect(chips(at)).toEqual(['0.741365070', '0.186815602', '0.593269992']);
  expect([...rows(at).querySelectorAll('.chip')].map(({ classList }) => classList[1])).toEqual([
    'upstream',
    'local',
    'input',
  ]);
  expect([...rows(at).querySelectorAll('.label')].map((each) => each.textContent)).toEqual([
    'how wrong o1 is',
    'slope of its sigmoid',
    'what h1 sent',
  ]);
  expect(result(at)).toBe('≈0.0821670406');
});

test('two paths are two rows of factors, and their sum', async () => {
  const at = await open('backward/out_h1');
  expect(rows(at).querySelectorAll('.path')).toHaveLength(2);
  expect(chips(at)).toHaveLength(6);
  expect(chips(at)[3]).toBe('(−0.217071535)');
  const sum = find(rows(at), '.sum').innerText.replace(/\s+/g, ' ').trim();
  expect(sum).toMatch(/^0\.0553994247\s*\+\s*\(−0\.0190491183\)\s*≈\s*0\.0363503064$/);
  const [, second] = rows(at).querySelectorAll<HTMLElement>('.via');
  second!.click();
  expect((at.events.at(-1) as StepEvent).ref).toBe('backward/out_h1/net_o2');
});

test('the last link shows upstream times local; the switch asks for it', async () => {
  const at = await open('backward/w5');
  const [, last] = at.root.querySelectorAll<HTMLElement>('.views button');
  last!.click();
  await at.settled();
  expect(at.state.view).toBe('local');
  expect(chips(at)).toEqual(['0.138498562', '0.593269992']);
});

test('a step reveals by degrees, keeping its place; what is hidden cannot be read or reached', async () => {
  const at = await open('backward/w5', Reveal.question);
  const symbolic = (): Element => rows(at).querySelector('.row.symbolic bp-formula')!;
  const chip = (): Element => rows(at).querySelector('.chip')!;
  const answer = (): Element => rows(at).querySelector('.answer .number')!;
  const height = rows(at).host.clientHeight;
  const seen: boolean[][] = [];
  for (const reveal of [0, 1, 2, 3] as const) {
    await at.set((state) => ({ ...state, reveal }));
    seen.push([symbolic(), chip(), answer()].map(visible));
    expect(rows(at).host.clientHeight).toBe(height);
  }
  expect(seen).toEqual([
    [false, false, false],
    [true, false, false],
    [true, true, false],
    [true, true, true],
  ]);
});

test('each new thing is announced once, not the first step', async () => {
  const at = await open('backward/w5');
  expect(said(at)).toBe('');
  await at.set((state) => goTo(state, 'backward/w6', Reveal.question));
  await expect.poll(() => said(at)).toBe('How much does E_total change when w₆ changes?');
  await at.set((state) => ({ ...state, reveal: Reveal.result }));
  await expect.poll(() => said(at)).toBe('∂E_total/∂w₆ ≈ 0.0826676278');
  await at.set((state) => goTo(state, 'forward/net_h1'));
  await expect.poll(() => said(at)).toBe('What does net_h1 come to? net_h1 = 0.3775');
});

test('digits are provisional until proven, changed numbers are marked, and formulas are kept', async () => {
  const at = await open('forward/out_h1');
  const slot = (): HTMLElement => find(rows(at), '.answer .number');
  expect(slot().dataset.number).toBe('out_h1');
  expect(slot().hasAttribute('data-provisional')).toBe(true);
  await at.scene.numbers.confirm(['out_h1', 'net_h1'], 9);
  await at.set((state) => ({ ...state }));
  expect(slot().hasAttribute('data-provisional')).toBe(false);
  const box = rows(at).querySelectorAll('bp-formula')[3]!.renderRoot.querySelector('.katex-html');
  await at.set((state) => withValue(state, 'w1', '0.25'));
  expect(slot().hasAttribute('data-changed')).toBe(true);
  expect(rows(at).querySelectorAll('bp-formula')[3]!.renderRoot.querySelector('.katex-html')).toBe(box);
});

test('pointing at a factor lights it; what is lit elsewhere lights here', async () => {
  const at = await open('backward/w5');
  await userEvent.hover(rows(at).querySelector('.chip.local')!);
  expect(at.events.at(-1)).toMatchObject({ type: 'bp-select', refs: ['local/out_o1/net_o1'] });
  at.element.lit = ['local/out_o1/net_o1', 'out_h1'];
  await at.settled();
  expect(rows(at).querySelectorAll('.chip.lit')).toHaveLength(1);
  const terms = [...rows(at).querySelectorAll('bp-formula')].flatMap((each) => [
    ...each.renderRoot.querySelectorAll<HTMLElement>('.lit'),
  ]);
  expect(terms.map(({ dataset }) => dataset.ref)).toEqual(['local/out_o1/net_o1', 'local/out_o1/net_o1', 'out_h1']);
});

test('a factor opens to the rules inside its line, and its function to its own derivation', async () => {
  const at = await open('backward/w5');
  const why = [...offers(at).querySelectorAll('button')].filter((button) => button.textContent.includes('Why'));
  expect(why.map((button) => button.textContent.trim())).toEqual([
    'Why out_o1 − target_o1?',
    'Why out_o1(1 − out_o1)?',
    'Why out_h1?',
  ]);
  why[1]!.click();
  await expect
    .poll(() => offers(at).querySelector('bp-why')?.shadowRoot?.querySelectorAll('.rule').length)
    .toBeGreaterThan(5);
  const root = find(offers(at), 'bp-why').shadowRoot!;
  expect(find(root, '.lines .rule:nth-of-type(2)').textContent).toContain('chain rule');
  expect(find(root, 'summary').textContent).toBe('And why is that the slope of the sigmoid?');
  expect(root.querySelector('.agree [data-number="local/out_o1/net_o1"]')?.textContent).toBe('0.186815602');
  await at.set((state) => goTo(state, 'backward/w6'));
  expect(offers(at).querySelector('bp-why')).toBeNull();
});

test('the exact value comes on demand: 30 digits, or a fraction', async () => {
  const at = await open('backward/w5');
  const exact = (): string | undefined =>
    offers(at).querySelector('bp-exact')?.shadowRoot?.querySelector<HTMLElement>('p')?.innerText;
  const button = [...offers(at).querySelectorAll('button')].find((each) => each.textContent.includes('Exact'))!;
  button.click();
  await expect.poll(exact, { timeout: 10_000 }).toMatch(/∂E_total\/∂w₅ ≈ 0\.0821670405642\d{18} to 30 digits/);
});

test('copies say that they were made; a refused copy can be made by hand', async () => {
  const at = await open('backward/w5');
  const copy = find(offers(at), 'bp-copy').shadowRoot!;
  const texts: string[] = [];
  const clipboard = { writeText: (text: string) => (texts.push(text), Promise.resolve()) };
  Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
  copy.querySelector('button')!.click();
  await expect.poll(() => copy.querySelector('button')!.innerText).toBe('Copied');
  expect(texts[0]).toMatch(/^\\frac\{\\partial E_.*= .*\\cdot.*\\approx 0\.0821670406$/);
  expect(texts[0]).not.toContain('\\html');
  clipboard.writeText = () => Promise.reject(new Error('refused'));
  copy.querySelector('button')!.click();
  await expect.poll(() => copy.querySelector('input')?.value).toBe(texts[0]);
  Reflect.deleteProperty(navigator, 'clipboard');
});

const failing = `---
id: log
title: No logarithm
summary: A value that does not exist.
program: |
  a = log(w*x)
  y = a + x
  L = (y - t)^2
loss: L
inputs: { x: 2 }
targets: { t: 1 }
parameters: { w: -1.5 }
trained: [w]
update:
  optimiser: sgd
  settings: { rate: 0.1 }
---
`;

test('a value that does not exist says why; what depends on it leads there', async () => {
  const own = await readLesson(failing, 'log.md');
  const at = await stand(document.createElement('bp-derivation'), goTo(initialState(own), 'forward/a'));
  expect(result(at)).toBe('novalue');
  expect(find(rows(at), '.error').textContent).toMatch(/a has no value: The logarithm/);
  await at.set((state: LessonState) => goTo(state, 'backward/w'));
  expect(find(rows(at), '.error').textContent).toContain('depends on a');
  find(rows(at), '.error button').click();
  expect((at.events.at(-1) as StepEvent).ref).toBe('a');
  expect(rows(at).textContent).not.toMatch(/NaN|Infinity|undefined/);
});

test('neighbouring steps are laid out before they are asked for, and stay out of sight', async () => {
  const at = await open('backward/w5');
  await expect.poll(() => at.root.querySelectorAll('bp-step-rows').length, { timeout: 10_000 }).toBeGreaterThan(3);
  expect(at.root.querySelectorAll('bp-step-rows.current')).toHaveLength(1);
  const next = [...at.root.querySelectorAll('bp-step-rows')].find(({ step }) => step.ref === 'backward/w6')!;
  await at.set((state) => goTo(state, 'backward/w6'));
  expect(find(at.root, 'bp-step-rows.current')).toBe(next);
});

test('nothing is wider than a phone, and axe finds nothing', async () => {
  await page.viewport(360, 800);
  const at = await open('backward/out_h1');
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360);
  await expectAccessible(at.element);
  await at.set((state) => goTo(state, 'forward/net_h1', Reveal.question));
  await expectAccessible(at.element);
}, 60_000);
