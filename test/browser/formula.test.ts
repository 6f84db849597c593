import { afterEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import '../../components/bp-formula.js';
import type { BpFormula } from '../../components/bp-formula.js';
import { clear, expectAccessible, find } from './stand.js';

const product =
  '\\htmlClass{bp-role bp-upstream}{\\htmlData{term=0}{a}} \\cdot \\htmlClass{bp-input}{\\htmlData{term=1}{b}}';
const number = (digits: string): string => `\\htmlClass{bp-number}{\\htmlData{term=0}{${digits}}} + 1`;

let frame: HTMLElement | undefined;
afterEach(() => {
  frame?.remove();
  clear();
});

interface Shown {
  readonly formula: BpFormula;
  readonly root: ShadowRoot;
  readonly selected: (readonly string[])[];
  readonly opened: string[];
  readonly term: (ref: string) => HTMLElement;
}

async function show(given: Partial<BpFormula>, width = 600): Promise<Shown> {
  frame = document.createElement('main');
  frame.style.width = `${width}px`;
  const formula = Object.assign(document.createElement('bp-formula'), given);
  const selected: (readonly string[])[] = [];
  const opened: string[] = [];
  frame.addEventListener('bp-select', ({ refs }) => selected.push(refs));
  frame.addEventListener('bp-step', ({ ref }) => opened.push(ref));
  frame.append(formula);
  document.body.append(frame);
  await formula.updateComplete;
  const root = formula.renderRoot as ShadowRoot;
  return { formula, root, selected, opened, term: (ref) => find(root, `[data-ref="${ref}"]`) };
}

test('terms carry their references and roles; MathML is kept, and nothing in the boxes takes the focus', async () => {
  const { root, term } = await show({ tex: product, terms: ['backward/h', 'x'], display: true });
  expect(root.querySelectorAll('[data-ref]')).toHaveLength(2);
  expect(term('backward/h').textContent).toBe('a');
  expect(term('backward/h').parentElement!.dataset.role).toBe('upstream');
  expect(root.querySelector('math')).not.toBeNull();
  expect(root.querySelectorAll('.katex-html :is(button, a, [tabindex])')).toHaveLength(0);
});

test('KaTeX’s own rules and fonts arrive in the shadow root', async () => {
  const { root } = await show({ tex: '\\frac{1}{2}' });
  await document.fonts.ready;
  expect(getComputedStyle(root.querySelector('.katex')!).fontFamily).toContain('KaTeX_Main');
  expect(document.fonts.check('16px KaTeX_Main')).toBe(true);
  expect(getComputedStyle(root.querySelector('.katex-mathml')!).position).toBe('absolute');
});

test('pointing at a term lights it elsewhere, a click opens it', async () => {
  const { term, selected, opened } = await show({ tex: product, terms: ['backward/h', 'x'] });
  await userEvent.hover(term('x'));
  expect(selected.at(-1)).toEqual(['x']);
  await userEvent.click(term('backward/h'));
  expect(opened).toEqual(['backward/h']);
  await userEvent.unhover(term('backward/h'));
  expect(selected.at(-1)).toEqual([]);
});

test('a first tap lights a term, a second opens it', async () => {
  const { term, selected, opened } = await show({ tex: product, terms: ['backward/h', 'x'] });
  const tap = (ref: string): boolean =>
    term(ref).dispatchEvent(new PointerEvent('click', { bubbles: true, composed: true, pointerType: 'touch' }));
  tap('x');
  expect([selected, opened]).toEqual([[['x']], []]);
  tap('x');
  expect(opened).toEqual(['x']);
});

test('a parallel list serves keyboards: arrows move, focus lights, Enter opens', async () => {
  const { root, selected, opened } = await show({
    tex: product,
    terms: ['backward/h', 'x'],
    describe: (ref) => `${ref} = 3`,
  });
  const buttons = [...root.querySelectorAll('button')];
  expect(buttons.map((button) => button.textContent.trim())).toEqual(['backward/h = 3: open', 'x = 3: open']);
  await userEvent.tab();
  expect(root.activeElement).toBe(buttons[0]);
  await userEvent.keyboard('{ArrowRight}');
  expect(root.activeElement).toBe(buttons[1]);
  expect(selected).toEqual([['backward/h'], ['x']]);
  await userEvent.keyboard('{Enter}');
  expect(opened).toEqual(['x']);
  await userEvent.tab();
  expect(selected.at(-1)).toEqual([]);
});

test('arrow keys in the list do not reach the page', async () => {
  const heard: string[] = [];
  const { root } = await show({ tex: product, terms: ['backward/h', 'x'] });
  frame!.addEventListener('keydown', ({ key }) => heard.push(key));
  root.querySelector('button')!.focus();
  await userEvent.keyboard('{ArrowRight}{PageDown}');
  expect(heard).toEqual(['PageDown']);
});

test('highlights and marks are classes only: the boxes stay', async () => {
  const { formula, root, term } = await show({ tex: number('0.4'), terms: ['w5'] });
  const box = root.querySelector('.katex');
  Object.assign(formula, { lit: ['w5'], provisional: ['w5'], changed: ['w5'] });
  await formula.updateComplete;
  expect(root.querySelector('.katex')).toBe(box);
  expect(term('w5').matches('.lit[data-provisional][data-changed][data-number="w5"]')).toBe(true);
});

test('new digits are written into the boxes; another shape makes new ones; MathML follows', async () => {
  const { formula, root, term } = await show({ tex: number('0.4'), terms: ['w5'] });
  const box = root.querySelector('.katex-html');
  formula.tex = number('0.355');
  await formula.updateComplete;
  expect(root.querySelector('.katex-html')).toBe(box);
  expect(term('w5').textContent).toBe('0.355');
  expect(root.querySelector('math')!.textContent).toContain('0.355');
  formula.tex = number('-0.355');
  await formula.updateComplete;
  expect(root.querySelector('.katex-html')).not.toBe(box);
  expect(term('w5').textContent).toBe('−0.355');
  formula.tex = number('-0.1');
  await formula.updateComplete;
  expect(term('w5').textContent).toBe('−0.1');
});

test('a long formula breaks or scrolls inside itself', async () => {
  const sum = Array.from({ length: 40 }, (_, i) => `x_{${i}}`).join(' + ');
  const { formula, root } = await show({ tex: `y = ${sum}`, display: true }, 300);
  expect(formula.getBoundingClientRect().width).toBeLessThanOrEqual(300);
  expect(formula.getBoundingClientRect().height).toBeGreaterThan(100);
  formula.tex = `\\frac{${sum}}{2}`;
  await formula.updateComplete;
  const scroll = find(root, '.scroll');
  expect(scroll.scrollWidth).toBeGreaterThan(scroll.clientWidth);
  expect(formula.getBoundingClientRect().width).toBeLessThanOrEqual(300);
});

test('TeX that cannot be read is shown as written; commands other than markers are not trusted', async () => {
  const { formula, root } = await show({ tex: '\\frac{1}' });
  expect(root.querySelector('#formula')!.textContent).toBe('\\frac{1}');
  formula.tex = '\\href{javascript:alert(1)}{x} \\htmlStyle{color: red}{y}';
  await formula.updateComplete;
  expect(root.querySelectorAll('a, [style*="red"]')).toHaveLength(0);
});

test('axe finds nothing', async () => {
  const { formula } = await show({ tex: product, terms: ['backward/h', 'x'], display: true });
  await expectAccessible(formula);
});
