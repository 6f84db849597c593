import { beforeAll, describe, expect, test } from 'vitest';
import '../../components/bp-gradients.js';
import batchNorm from '../../lessons/batch-norm.md';
import { goTo, initialState, loadTensors, Reveal, withConvention } from '../../src/index.js';
import { host, rowsOf } from './tables-host.js';

const names = (root: ShadowRoot) => rowsOf(root).map(([name = '']) => name.split(',')[0]);
const gradients = (root: ShadowRoot) => rowsOf(root).map(([, , gradient]) => gradient);

test('gradients appear in the order of the walk, and the next one is marked', async () => {
  const { root, set, said } = await host('bp-gradients', (state) => goTo(state, 'backward/w6'));
  expect(names(root)).toEqual(['w₅', 'w₆', 'w₇', 'w₈', 'b₂', 'w₁', 'w₂', 'w₃', 'w₄', 'b₁']);
  expect(gradients(root)).toEqual(['0.0821670406', '0.0826676278', 'next', ...Array<string>(7).fill('not yet')]);
  expect(root.querySelector('[aria-current]')?.textContent).toContain('w₆');
  await set((state) => goTo(state, 'forward/net_h1'));
  expect(gradients(root)).toEqual(['next', ...Array<string>(9).fill('not yet')]);
  await set((state) => goTo(state, 'backward/b1'));
  expect(gradients(root).at(-1)).toBe('0.0187256094');
  expect(said).toEqual([]);
});

test('a gradient is not given away before its result is revealed', async () => {
  const { root, set } = await host('bp-gradients', (state) => goTo(state, 'backward/w5', Reveal.numbers));
  expect(gradients(root)[0]).toBe('this step');
  await set((state) => goTo(state, 'backward/w5'));
  expect(gradients(root)[0]).toBe('0.0821670406');
});

test('next values stay hidden until their update; frozen parameters say so', async () => {
  const { root, set } = await host('bp-gradients', (state) => goTo(state, 'backward/w5'));
  const next = () => rowsOf(root).map(([, , , value]) => value);
  expect(next().slice(0, 5)).toEqual(['hidden until the update', '', '', '', 'frozen']);
  await set((state) => goTo(state, 'update/w5'));
  expect(next()[0]).toBe('0.358916480');
  expect(next()[1]).toBe('hidden until the update');
  await set((state) => withConvention(goTo(state, 'update/w1'), 'biases', 'shared'));
  expect(next()[4]).toBe('hidden until the update');
});

test('intermediate variables and inputs come on request', async () => {
  const { root, element } = await host('bp-gradients', (state) => goTo(state, 'update/w1'));
  root.querySelector('input')!.click();
  await element.updateComplete;
  expect(names(root)).toEqual(expect.arrayContaining(['E_total', 'out_h1', 'i₁', 'w₅']));
  expect(gradients(root)).not.toContain('not yet');
});

test('rows open their steps and light up their variable', async () => {
  const { root, button, said, element } = await host('bp-gradients');
  const lit: (readonly string[])[] = [];
  element.addEventListener('bp-select', ({ refs }) => lit.push(refs));
  root.querySelectorAll('tbody tr')[1]!.dispatchEvent(new PointerEvent('pointerenter'));
  button(/^w₅/).click();
  expect(lit[0]).toEqual(['w6', 'backward/w6']);
  expect(said).toEqual(['bp-step backward/w5']);
});

test('accessible, and every number carries its reference', async () => {
  const { root, expectAccessible, expectNarrow } = await host('bp-gradients', (state) => goTo(state, 'update/w2'));
  expect(root.querySelector('[data-number="backward/w5"]')?.textContent).toBe('0.0821670406');
  await expectAccessible();
  await expectNarrow();
  await expectAccessible();
});

describe('vectors and matrices', () => {
  beforeAll(loadTensors);
  const at = (step: string, reveal?: Reveal) => () => goTo(initialState(batchNorm), step, reveal);
  const parts = (root: ShadowRoot, row: number): string[][] =>
    [...root.querySelectorAll('tbody tr')]
      [row]!.querySelector('dl')!
      .innerText.split('\n')
      .map((line) => line.trim().split(/\s+/))
      .filter(([first]) => first);

  test('stand as grids under one name each, in the order of the walk', async () => {
    const { root, set } = await host('bp-gradients', at('backward/W2'));
    expect(names(root)).toEqual(['W₂', 'b₂', 'gamma', 'beta', 'W₁', 'b₁']);
    expect(parts(root, 0).flat().slice(0, 7)).toEqual(['Value', '0.7', '−0.3', '0.5', '−0.6', '0.4', '0.2']);
    expect(root.querySelectorAll('[data-number^="backward/W2["]').length).toBe(6);
    expect(parts(root, 1).flat()).toEqual(expect.arrayContaining(['Gradient', 'next']));
    expect(parts(root, 2).flat()).toEqual(expect.arrayContaining(['not', 'yet']));
    expect(root.querySelector('[aria-current]')?.textContent).toContain('W₂');
    await set(at('update/W1'));
    expect(root.querySelectorAll('[data-number^="update/W1["]').length).toBe(6);
    expect(root.querySelectorAll('[data-number^="update/W2["]').length).toBe(0);
  });

  test('a gradient is not given away before its result is revealed', async () => {
    const { root } = await host('bp-gradients', at('backward/W2[1,2]', Reveal.numbers));
    expect(root.querySelectorAll('[data-number^="backward/"]').length).toBe(0);
    expect(parts(root, 0).flat()).toEqual(expect.arrayContaining(['this', 'step']));
  });

  test('the current element stands out; rows and numbers open their steps and light up', async () => {
    const { root, element, button, said } = await host('bp-gradients', at('backward/W2[2,3]'));
    expect(root.querySelector('.here [data-number]')?.getAttribute('data-number')).toBe('backward/W2[2,3]');
    const lit: (readonly string[])[] = [];
    element.addEventListener('bp-select', ({ refs }) => lit.push(refs));
    root.querySelector('tbody tr')!.dispatchEvent(new PointerEvent('pointerenter'));
    root.querySelector<HTMLElement>('[data-number="backward/W2[1,3]"]')!.click();
    button(/^b₂/).click();
    expect(lit[0]).toEqual(['W2', 'backward/W2']);
    expect(said).toEqual(['bp-step backward/W2[1,3]', 'bp-step backward/b2']);
  });

  test('intermediate ones come on request; accessible, wide and narrow', async () => {
    const { root, element, expectAccessible, expectNarrow } = await host('bp-gradients', at('update/W1'));
    root.querySelector('input')!.click();
    await element.updateComplete;
    expect(names(root)).toEqual(expect.arrayContaining(['n1.xhat', 'x', 'z₁', 'L']));
    expect(root.querySelectorAll('[data-number^="backward/n1.xhat["]').length).toBe(12);
    await expectAccessible();
    await expectNarrow();
    await expectAccessible();
  });
});
