import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../components/bp-tensor.js';
import '../../components/bp-derivation.js';
import '../../components/derivation/bp-offers.js';
import type { BpDerivation } from '../../components/bp-derivation.js';
import type { BpTensor } from '../../components/bp-tensor.js';
import type { DisplayEvent, SelectEvent, StepEvent } from '../../components/events/index.js';
import { plainName, spoken } from '../../components/formula-text.js';
import { piecesOf } from '../../components/tensor/pieces.js';
import { countsSamples } from '../../components/tensor/samples.js';
import { shownRange } from '../../components/tensor/shown-range.js';
import batchNorm from '../../lessons/batch-norm.md';
import softmax from '../../lessons/softmax-cross-entropy.md';
import {
  formatNumber,
  goTo,
  initialState,
  loadTensors,
  Reveal,
  withValue,
  type Grid,
  type Lesson,
  type LessonState,
} from '../../src/index.js';
import { readLesson } from '../../src/read-file.js';
import { clear, expectAccessible, find, lesson as mazur, stand, type Stand } from './stand.js';

type At = Stand<BpTensor>;

const open = (lesson: Lesson, step: string, change: Partial<LessonState> = {}): Promise<At> =>
  stand(document.createElement('bp-tensor'), { ...goTo(initialState(lesson), step), ...change });
const matrix = { form: 'matrix' } as const;

/** Every element in a tree and in the shadow trees inside it. */
const allIn = (root: ParentNode): HTMLElement[] =>
  [...root.querySelectorAll<HTMLElement>('*')].flatMap((each) => [
    each,
    ...(each.shadowRoot ? allIn(each.shadowRoot) : []),
  ]);
const grids = ({ root }: At): ShadowRoot[] =>
  allIn(root).flatMap((each) => (each.localName === 'bp-cells' ? [each.shadowRoot!] : []));
const grid = (at: At): ShadowRoot => grids(at)[0]!;
const cell = (root: ShadowRoot, ref: string): HTMLButtonElement => find(root, `[data-ref="${ref}"]`);
const refs = (root: ShadowRoot, selector = 'button'): (string | undefined)[] =>
  [...root.querySelectorAll<HTMLElement>(`${selector}[data-ref]`)].map(({ dataset }) => dataset.ref);
const heading = ({ root }: At): string => find(root, 'h3').textContent.replace(/\s+/g, ' ').trim();
const focused = (root: ShadowRoot): string | undefined => (root.activeElement as HTMLElement | null)?.dataset.ref;
const tex = ({ root }: At): string =>
  allIn(find(root, 'bp-matrix-form').shadowRoot!)
    .find((each) => each.localName === 'annotation')!
    .textContent.replace(/\\htmlData\{term=\d+\}|\\htmlClass\{[^}]*\}/g, '')
    .replace(/[{}]/g, '');
const claims = ({ root }: At): HTMLElement =>
  find(root, 'bp-claims').shadowRoot!.querySelector<HTMLElement>('.claims')!;

beforeAll(loadTensors);
beforeEach(() => page.viewport(1440, 900));
afterEach(clear);

test('all numbers of a step stand in a table, each as it is shown everywhere; the current one is marked', async () => {
  const at = await open(batchNorm, 'backward/W1[2,1]');
  expect(heading(at)).toContain('a 3×2 matrix');
  const root = grid(at);
  expect(find(root, 'table').getAttribute('role')).toBe('grid');
  expect([...root.querySelectorAll('th')].map((each) => each.textContent.trim())).toEqual(['1', '2', '1', '2', '3']);
  const all = ['1,1', '1,2', '2,1', '2,2', '3,1', '3,2'].map((index) => `backward/W1[${index}]`);
  expect(refs(root)).toEqual(all);
  for (const ref of all) {
    const number = find(cell(root, ref), '[data-number]');
    expect(number.dataset.number).toBe(ref);
    expect(number.textContent).toBe(formatNumber(at.scene.show(ref)!.plain));
  }
  expect(refs(root, '[aria-current]')).toEqual(['backward/W1[2,1]']);
  expect(refs(root, '.cross > button')).toEqual([...all.slice(0, 1), ...all.slice(2, 5)]);
  cell(root, 'backward/W1[3,2]').click();
  expect((at.events.at(-1) as StepEvent).ref).toBe('backward/W1[3,2]');
  await at.settled();
  expect(refs(grid(at), '[aria-current]')).toEqual(['backward/W1[3,2]']);
});

test('rows that are samples are called so; a vector is one column', async () => {
  const at = await open(batchNorm, 'forward/z1');
  expect(heading(at)).toContain('a 4×3 matrix, one sample a row');
  expect([...grid(at).querySelectorAll('tbody th')].map((each) => each.textContent.trim())).toEqual(
    [1, 2, 3, 4].map((n) => `sample ${n}`),
  );
  await at.set((state) => goTo(state, 'loss/l'));
  expect(heading(at)).toContain('a vector of 4, one number a sample');
  expect(refs(grid(at))).toEqual(['l[1]', 'l[2]', 'l[3]', 'l[4]']);
  expect(grid(at).querySelector('thead')).toBeNull();
  const { trace } = at.scene;
  const samples = [...trace.setup.program.tensors!.keys()].filter((name) => countsSamples(trace, name));
  expect(samples.sort()).toEqual(['a1', 'l', 'l.log_p', 'l.p', 'n1', 'n1.xhat', 'x', 'y', 'z1', 'z2']);
});

test('arrow keys move from number to number, Enter opens, and the page gets none of these keys', async () => {
  const at = await open(batchNorm, 'backward/W1[2,1]');
  const root = grid(at);
  const stops = (): (string | undefined)[] => refs(root, '[tabindex="0"]');
  expect(stops()).toEqual(['backward/W1[2,1]']);
  cell(root, 'backward/W1[2,1]').focus();
  expect((at.events.at(-1) as SelectEvent).refs).toEqual(['backward/W1[2,1]']);
  const passed: string[] = [];
  const listen = (event: KeyboardEvent): void => void (event.defaultPrevented || passed.push(event.key));
  document.addEventListener('keydown', listen);
  for (const [key, index] of [
    ['ArrowRight', '2,2'],
    ['ArrowDown', '3,2'],
    ['ArrowDown', '3,2'],
    ['Home', '3,1'],
    ['ArrowUp', '2,1'],
    ['End', '2,2'],
    ['{Control>}{Home}{/Control}', '1,1'],
    ['{Control>}{End}{/Control}', '3,2'],
    ['ArrowLeft', '3,1'],
  ]) {
    await userEvent.keyboard(key!.startsWith('{') ? key! : `{${key}}`);
    await expect.poll(() => focused(root)).toBe(`backward/W1[${index}]`);
    expect(stops()).toEqual([`backward/W1[${index}]`]);
  }
  document.removeEventListener('keydown', listen);
  expect(passed.filter((key) => key !== 'Control')).toEqual([]);
  await userEvent.keyboard('{Enter}');
  expect((at.events.at(-1) as StepEvent).ref).toBe('backward/W1[3,1]');
  await at.settled();
  expect(focused(root)).toBe('backward/W1[3,1]');
});

test('the switch asks for matrices: in symbols, then filled, the row and the column of the current number marked', async () => {
  const at = await open(batchNorm, 'backward/W1[2,1]');
  const [, asMatrices] = at.root.querySelectorAll<HTMLElement>('.forms button');
  asMatrices!.click();
  expect((at.events.at(-1) as DisplayEvent).change).toMatchObject({ form: 'matrix' });
  await at.settled();
  expect(at.state.form).toBe('matrix');
  expect(asMatrices!.getAttribute('aria-pressed')).toBe('true');
  expect(tex(at)).toMatch(/^\\displaystyle \\frac\\partial L\\partial W_1 = .*\\partial z_1.*\^\\top\\,x$/);
  const [left, right, result] = grids(at);
  expect(refs(left!, '.made > button')).toEqual([1, 2, 3, 4].map((n) => `backward/z1[${n},2]`));
  expect(refs(right!, '.made > button')).toEqual([1, 2, 3, 4].map((n) => `x[${n},1]`));
  expect(refs(result!, '.current > button')).toEqual(['backward/W1[2,1]']);
  const form = find(at.root, 'bp-matrix-form').shadowRoot!;
  expect([...form.querySelectorAll('.shape')].map((each) => each.textContent)).toEqual(['3×4', '4×2', '3×2']);
  expect([...form.querySelectorAll('.sign')].map((each) => each.textContent.trim())).toEqual(['≈', '≈']);
  cell(left!, 'backward/z1[3,2]').click();
  expect((at.events.at(-1) as StepEvent).ref).toBe('backward/z1[3,2]');
});

test('element by element, only the numbers in the same place are marked; sums over samples mark a column', async () => {
  const at = await open(batchNorm, 'backward/z1[2,1]', matrix);
  const marked = (): (string | undefined)[][] => grids(at).map((root) => refs(root, '.made > button'));
  expect(marked()).toEqual([
    ['backward/n1.mean[1]'],
    ['local/n1.mean[1]/z1[2,1]'],
    ['backward/n1.var[1]'],
    ['local/n1.var[1]/z1[2,1]'],
    ['backward/n1.xhat[2,1]'],
    ['local/n1.xhat[2,1]/z1[2,1]'],
    [],
  ]);
  await at.set((state) => goTo(state, 'backward/b2[2]'));
  expect(marked()[0]).toEqual([1, 2, 3, 4].map((n) => `backward/z2[${n},2]`));
  expect(find(find(at.root, 'bp-matrix-form').shadowRoot!, '.sum').textContent).toContain('samples');
  await at.set((state) => goTo(state, 'forward/z1[3,2]'));
  expect(marked()).toEqual([['x[3,1]', 'x[3,2]'], ['W1[2,1]', 'W1[2,2]'], ['b1[2]'], []]);
  // What is added to every row is written as one.
  expect(grids(at)[2]!.querySelectorAll('tr')).toHaveLength(1);
});

test('what is written with letters has them on both sides, and the matrices that go into it stand beside it', async () => {
  const at = await open(batchNorm, 'forward/n1[2,1]', matrix);
  expect(tex(at)).toMatch(/n_.*n,j.* = \\gamma _j\\,\\hatx_n,j \+ \\beta _j$/);
  expect(grids(at).map((root) => refs(root, '.made > button'))).toEqual([
    ['gamma[1]'],
    ['n1.xhat[2,1]'],
    ['beta[1]'],
    [],
  ]);
  await at.set((state) => goTo(state, 'loss/l'));
  expect(tex(at)).toBe('\\displaystyle l = -\\ln p_y');
});

test('every step of both lessons stands as matrices with the numbers of the trace, inside its column on a phone', async () => {
  await page.viewport(360, 800);
  for (const lesson of [softmax, batchNorm]) {
    const at = await open(lesson, lesson.program.lines[0]!.name, matrix);
    // As in its card.
    at.element.style.margin = '0 32px';
    // Zeros are known only once they are proven.
    await at.scene.numbers.confirm(
      at.scene.trace.assignments.map(({ ref }) => ref),
      9,
    );
    for (const step of at.scene.trace.steps.filter(({ kind }) => kind === 'tensor')) {
      await at.set((state) => goTo(state, step.ref));
      const shown = grids(at);
      // What the loss itself is made of has no matrices to be written with: its derivative is what is asked for.
      const { graph, setup } = at.scene.trace;
      const isLast = step.phase === 'backward' && graph.uses(setup.loss).map(graph.unitOf).includes(step.target);
      if (isLast) expect(shown.length, step.ref).toBe(1);
      else expect(shown.length, step.ref).toBeGreaterThan(1);
      expect(refs(shown.at(-1)!), step.ref).toEqual(step.children.map(({ result }) => result));
      const numbers = shown.flatMap((root) => [...root.querySelectorAll<HTMLElement>('[data-number]')]);
      for (const { dataset, textContent } of numbers) {
        expect(textContent, dataset.number).toBe(formatNumber(at.scene.show(dataset.number!)!.plain));
      }
      const wide = allIn(at.root).filter(
        (each) => each.getBoundingClientRect().right > 328.5 && !each.closest('table, .scroll'),
      );
      expect(
        wide.map(({ outerHTML }) => outerHTML),
        step.ref,
      ).toEqual([]);
      expect(document.documentElement.scrollWidth, step.ref).toBeLessThanOrEqual(360);
    }
    clear();
  }
}, 60_000);

test('digits are provisional until proven; changed numbers are marked', async () => {
  // Numbers that no other test has proven.
  const at = await open(softmax, 'backward/W[2,3]', { ...matrix, edits: { 'x[1]': '-14' } });
  const slot = (): HTMLElement => find(grids(at).at(-1)!, '[data-number="backward/W[2,3]"]');
  expect(slot().hasAttribute('data-provisional')).toBe(true);
  await at.scene.numbers.confirm(['backward/W[2,3]'], 9);
  await at.set((state) => ({ ...state }));
  expect(slot().hasAttribute('data-provisional')).toBe(false);
  await at.set((state) => withValue(state, 'x[3]', '7'));
  expect(slot().hasAttribute('data-changed')).toBe(true);
});

test('a step reveals by degrees, keeping its place; what is hidden cannot be read or reached', async () => {
  const at = await open(softmax, 'backward/W[2,3]', { ...matrix, reveal: Reveal.question });
  const visible = (element: Element): boolean => getComputedStyle(element).visibility === 'visible';
  const height = at.element.clientHeight;
  const seen: boolean[][] = [];
  for (const reveal of [0, 1, 2, 3] as const) {
    await at.set((state) => ({ ...state, reveal }));
    const formula = find(find(at.root, 'bp-matrix-form').shadowRoot!, '.symbolic bp-formula');
    const [factor, , result] = grids(at);
    seen.push([formula, find(factor!, 'td button'), find(result!, 'td button')].map(visible));
    expect(at.element.clientHeight).toBe(height);
  }
  expect(seen).toEqual([
    [false, false, false],
    [true, false, false],
    [true, true, false],
    [true, true, true],
  ]);
  await at.set((state) => ({ ...state, form: 'scalar', reveal: Reveal.numbers }));
  expect(visible(find(grid(at), 'td button'))).toBe(false);
});

test('a closed form earns its check mark by equality in decimals', async () => {
  const at = await open(softmax, 'backward/s[2]');
  await expect.poll(() => claims(at).querySelector('.check')?.ariaLabel, { timeout: 10_000 }).toMatch(/equal/);
  expect(claims(at).querySelector('.result [data-number]')?.textContent).toBe('0.631163354');
  expect(claims(at).querySelector('p')?.textContent).not.toBe('');
  const substituted = allIn(claims(at)).filter(
    (each) => each.dataset.number !== undefined && each.dataset.term !== undefined,
  );
  expect(substituted.map(({ dataset, textContent }) => `${dataset.number} ${textContent}`)).toEqual([
    'p[2] 0.631163354',
    't[2] 0',
  ]);
});

const own = (id: string, claim: string, z = '[0.5, -1.5]'): string => `---
id: ${id}
title: Own
summary: A small one.
program: |
  a = tanh(z)
  L = sum(a .* a)
claims:
  - claim: ${claim}
loss: L
parameters: { z: ${z} }
trained: [z]
update: { optimiser: sgd, settings: { rate: 0.1 } }
---
`;

test('a closed form that does not hold is not shown; one that is constant stands by itself', async () => {
  const wrong = await open(await readLesson(own('wrong', 'grad(z[i]) = 2*a[i]'), 'own.md'), 'backward/z');
  await expect
    .poll(() => wrong.root.querySelector('bp-claims')!.shadowRoot!.querySelector('.claims'), { timeout: 10_000 })
    .toBeNull();
  await wrong.set((state) => ({ ...state, iteration: 300 }));
  // Not worked out unasked: it stands without a result and without a mark.
  await expect.poll(() => claims(wrong).querySelector('.unknown')).not.toBeNull();
  expect(claims(wrong).querySelector('.check, .result')).toBeNull();
  const zero = await open(batchNorm, 'backward/b1[1]');
  await expect.poll(() => claims(zero).querySelector('.holds .check'), { timeout: 10_000 }).not.toBeNull();
  expect(claims(zero).querySelector('.result')).toBeNull();
});

test('a long tensor shows its ends and the neighbourhood of the current number; the rest on demand', async () => {
  const numbers = (count: number): string => JSON.stringify(Array.from({ length: count }, (_, i) => (i + 1) / 100));
  const at = await open(
    await readLesson(own('long', 'grad(z[i]) = 2*a[i]*(1 - a[i]^2)', numbers(500)), 'own.md'),
    'backward/z[250]',
  );
  const root = grid(at);
  const shown = (): string[] => refs(root).map((ref) => /\d+/.exec(ref!)![0]);
  expect(shown()).toEqual(['1', '2', '249', '250', '251', '500']);
  expect(allIn(at.root).length).toBeLessThan(400);
  const [gap] = root.querySelectorAll<HTMLElement>('.more');
  expect(gap!.ariaLabel).toBe('Show 3 to 10');
  gap!.click();
  await at.settled();
  expect(shown().slice(0, 11)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11']);
  cell(root, 'backward/z[251]').focus();
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}');
  await expect.poll(() => focused(root)).toBe('backward/z[254]');
  expect(shown()).toContain('255');
  expect(find(root, 'table').getAttribute('aria-rowcount')).toBe('500');
});

test('a large matrix product shows a part of each matrix', async () => {
  const row = Array.from({ length: 64 }, (_, i) => ((i * 7) % 11) / 10);
  const large = `---
id: large
title: Large
summary: A wide layer.
program: |
  s = W*x
  L = sum(s .* s)
loss: L
inputs: { x: ${JSON.stringify(row)} }
parameters: { W: ${JSON.stringify(row.map(() => row))} }
trained: [W]
update: { optimiser: sgd, settings: { rate: 0.1 } }
---
`;
  const at = await open(await readLesson(large, 'large.md'), 'backward/W[20,30]', matrix);
  expect(grids(at)).toHaveLength(3);
  expect(refs(grids(at)[2]!, '.current > button')).toEqual(['backward/W[20,30]']);
  expect(refs(grids(at)[0]!, '.made > button')).toEqual(['backward/s[20]']);
  expect(refs(grids(at)[1]!, '.made > button')).toEqual(['x[30]']);
  expect(allIn(at.root).length).toBeLessThan(700);
  await at.set((state) => ({ ...state, form: 'scalar' }));
  expect(refs(grid(at)).length).toBeLessThan(50);
}, 60_000);

test('of many paths the first two and the last are derived, the rest on demand', async () => {
  const twenty = JSON.stringify(Array.from({ length: 20 }, (_, i) => [(i + 1) / 10]));
  const text = own('paths', 'grad(z[i]) = sum(2*a[n]*x[n,i], n)', '[0.5]')
    .replace('a = tanh(z)', 'a = x*z')
    .replace('loss: L', `loss: L\ninputs: { x: ${twenty} }`);
  const lesson = await readLesson(text, 'own.md');
  const at = await stand(document.createElement('bp-derivation'), goTo(initialState(lesson), 'backward/z'));
  const rows = find(at.root, 'bp-step-rows.current').shadowRoot!;
  const paths = (): string[] => [...rows.querySelectorAll('.via')].map((each) => each.textContent.trim());
  expect(paths()).toEqual(['through a[1]', 'through a[2]', 'through a[20]']);
  expect([...rows.querySelectorAll<HTMLLIElement>('li.path')].map(({ value }) => value)).toEqual([1, 2, 20]);
  find(rows, '.rest button').click();
  await at.settled();
  expect(paths()).toHaveLength(20);
  expect(rows.activeElement?.textContent.trim()).toBe('through a[3]');
});

test('of few rows all are shown; a gap never hides only one', () => {
  expect(shownRange(4, 8, [])).toEqual([0, 1, 2, 3]);
  expect(shownRange(10, 8, [5])).toEqual([0, 1, { from: 2, to: 3 }, 4, 5, 6, { from: 7, to: 8 }, 9]);
  expect(shownRange(10, 8, [4])).toEqual([0, 1, 2, 3, 4, 5, { from: 6, to: 8 }, 9]);
});

test('a sum inside a product stands in parentheses; the part that matters is followed inwards', () => {
  const of = (ref: string, rows: number, columns: number): Grid => ({
    ref,
    shape: [rows, columns],
    cells: Array.from({ length: rows }, (_, i) =>
      Array.from({ length: columns }, (__, j) => `${ref}[${i + 1},${j + 1}]`),
    ),
  });
  const node = (ref: string, rows = 2, columns = 2) => ({ kind: 'grid', grid: of(ref, rows, columns) }) as const;
  const sum = { kind: 'sum', terms: [node('A'), node('B')] } as const;
  const pieces = piecesOf(
    { kind: 'product', factors: [{ kind: 'transpose', of: sum }, node('C')] },
    { row: 1, column: 0 },
  );
  expect(pieces.map(({ before, grid, part, after }) => [before, grid.ref, part, after])).toEqual([
    [['('], 'A', { column: 1 }, []],
    [['+'], 'B', { column: 1 }, [')', 'ᵀ']],
    [['beside'], 'C', { column: 0 }, []],
  ]);
});

test('a lesson without vectors has none of this', async () => {
  const at = await open(mazur, 'backward/w5');
  expect(at.root.querySelector('section, bp-claims')).toBeNull();
});

test('axe finds nothing, as numbers and as matrices', async () => {
  await page.viewport(360, 800);
  const at = await open(batchNorm, 'backward/n1.mean[2]');
  await expect.poll(() => claims(at).querySelector('.check'), { timeout: 10_000 }).not.toBeNull();
  await expectAccessible(at.element);
  await at.set((state) => ({ ...state, form: 'matrix' }));
  await expectAccessible(at.element);
}, 60_000);

test('elements are named and read aloud plainly', () => {
  expect(plainName('backward/W[2,1]', 'L')).toBe('∂L/∂W[2,1]');
  expect(spoken(plainName('backward/W[2,1]', 'L'))).toBe('∂L/∂W 2 1');
  expect(spoken('What does n1.mean[2] come to? n1.mean[2] ≈ 0.675.')).toBe(
    'What does n1 mean 2 come to? n1 mean 2 ≈ 0.675.',
  );
});

test('an element of a tensor is a step of the walk; its question, and why softmax has its slopes', async () => {
  const at: Stand<BpDerivation> = await stand(
    document.createElement('bp-derivation'),
    goTo(initialState(batchNorm), 'forward/n1.var[2]'),
  );
  expect(find(at.root, '.place').textContent).toMatch(/^Forward, step 3 of/);
  expect(find(at.root, '.question').textContent).not.toContain('\\');
  const offers = await stand(document.createElement('bp-offers'), goTo(initialState(softmax), 'local/p[2]/s[2]'));
  const why = find(offers.root, 'bp-why').shadowRoot!;
  await expect.poll(() => why.querySelectorAll('details .rule').length).toBeGreaterThan(3);
  expect(find(why, 'summary').textContent).toBe('And why is that the slope of the softmax?');
  expect(why.querySelector('.agree [data-number="local/p[2]/s[2]"]')?.textContent).toBe('0.232796175');
});
