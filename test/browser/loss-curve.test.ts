import { expect, test } from 'vitest';
import '../../components/bp-loss-curve.js';
import type { TrainingRun, TrainOptions } from '../../components/curve/training-run.js';
import { initialState, loadTensors, withIteration, withValue } from '../../src/index.js';
import { readLesson } from '../../src/read-file.js';
import { deepText, host, type Host } from './tables-host.js';

type LossCurve = Host<HTMLElementTagNameMap['bp-loss-curve']>;

const plotOf = ({ root }: LossCurve) =>
  root.querySelector('bp-curve-plot')?.shadowRoot?.querySelector<HTMLElement>('.plot');
const story = ({ root }: LossCurve) => deepText(root.querySelector('.story')!).replace(/\s+/g, ' ').trim();
const told = (curve: LossCurve) => curve.until(() => curve.root.querySelector('.story'));

async function trained(updates = '10,000'): Promise<LossCurve> {
  const curve = await host('bp-loss-curve');
  curve.button(updates).click();
  await told(curve);
  await curve.until(() => !curve.root.querySelector('progress'));
  await curve.until(() => plotOf(curve)?.getAttribute('role') === 'slider');
  return curve;
}

const press = (target: HTMLElement, key: string) =>
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }));

test('training draws the curve and says how the loss went', async () => {
  const curve = await trained();
  expect(story(curve)).toBe('Over 10,000 updates the loss falls from 0.298371109 to 0.0000351018778.');
  const line = plotOf(curve)!.querySelector('.line')!.getAttribute('d')!;
  expect(line).toMatch(/^M[\d.]+ [\d.]+(L[\d.]+ [\d.]+){50,}$/);
  // Nobody asked to go anywhere.
  expect(curve.said).toEqual([]);
  await curve.expectAccessible();
  await curve.expectNarrow();
});

test('a quick number zooms in on the beginning of what is trained already', async () => {
  const curve = await trained();
  curve.button('100').click();
  await curve.until(() => story(curve).startsWith('Over 100 updates'));
});

test('keys pick iterations on the curve and are kept from the lesson', async () => {
  const curve = await trained('100');
  const escaped: string[] = [];
  const listen = ({ key }: KeyboardEvent) => escaped.push(key);
  document.body.addEventListener('keydown', listen);
  const plot = plotOf(curve)!;
  for (const [key, iteration] of [
    ['End', 100],
    ['ArrowLeft', 99],
    ['PageDown', 49],
    ['Home', 0],
    ['ArrowRight', 1],
  ] as const) {
    press(plot, key);
    await curve.until(() => curve.said.length && curve.said.at(-1) === `bp-iteration ${iteration}`);
    await curve.until(() => plot.getAttribute('aria-valuenow') === String(iteration));
  }
  press(plot, 'x');
  expect(escaped).toEqual(['x']);
  document.body.removeEventListener('keydown', listen);
  expect(plot.getAttribute('aria-valuetext')).toBe('after 1 update, loss 0.291');
});

test('pressing and dragging pick; pointing only tells', async () => {
  const curve = await trained('100');
  const plot = plotOf(curve)!;
  plot.setPointerCapture = () => undefined;
  plot.hasPointerCapture = () => true;
  const { left, right, top } = plot.getBoundingClientRect();
  const at = (share: number) => ({
    clientX: left + (right - left) * share,
    clientY: top + 50,
    bubbles: true,
    pointerId: 1,
  });
  plot.dispatchEvent(new PointerEvent('pointermove', { ...at(0.6), pointerType: 'mouse' }));
  await curve.until(() => /Press to go there/.test(curve.root.querySelector('.reading')!.textContent));
  expect(curve.root.querySelector('.reading [data-number]')?.getAttribute('data-number')).toMatch(/^E_total@\d+$/);
  expect(curve.said).toEqual([]);
  plot.dispatchEvent(new PointerEvent('pointerdown', { ...at(0.99), button: 0, buttons: 1 }));
  await curve.until(() => curve.said.at(-1) === 'bp-iteration 100');
  plot.dispatchEvent(new PointerEvent('pointermove', { ...at(0), buttons: 1 }));
  await curve.until(() => curve.said.at(-1) === 'bp-iteration 0');
});

test('the table tells the same in numbers that carry their reference', async () => {
  const curve = await trained('1,000');
  const numbers = [...curve.root.querySelectorAll('details bp-number')].map((each) =>
    each.shadowRoot!.querySelector('[data-number]')!.getAttribute('data-number'),
  );
  expect(numbers).toEqual([0, 1, 10, 100, 1000].map((iteration) => `E_total@${iteration}`));
});

test('the axes can be switched', async () => {
  const curve = await trained('100');
  const line = () => plotOf(curve)!.querySelector('.line')!.getAttribute('d');
  const before = line();
  curve.root.querySelectorAll<HTMLInputElement>('.axes input')[2]!.click();
  await curve.until(() => line() !== before);
});

const ones = (count: number): string => `[${Array<string>(count).fill('1').join(', ')}]`;

/** A layer of 525 weights. */
const wideText = `---
id: wide
title: Wide
summary: A layer with many weights.
needs: []
program: |
  y = w*x
  L = sum(y .* y) / 2
loss: L
inputs: { x: ${ones(21)} }
parameters: { w: [${Array<string>(25).fill(ones(21)).join(', ')}] }
trained: [w]
update: { optimiser: sgd, settings: { rate: 0.0001 } }
conventions: []
---

## lesson

Hello.
`;

/** What a run of these tests has beside its losses: nothing. */
const nothingElse = {
  names: [],
  valuesOf: () => undefined,
  workOut: () => Promise.resolve([]),
};

/** A run under the test's control. */
class SlowRun implements TrainingRun {
  curve = [{ iteration: 0, loss: 2 }];
  reached = 0;
  readonly names: readonly string[] = [];
  readonly valuesOf = nothingElse.valuesOf;
  readonly workOut = nothingElse.workOut;
  resume = Promise.withResolvers<void>();
  async train(updates: number, { onProgress, signal }: TrainOptions): Promise<void> {
    onProgress(updates / 2, updates);
    signal.addEventListener('abort', () => this.resume.reject(signal.reason));
    await this.resume.promise;
  }
}

test('training shows progress and can be cancelled; what was reached is kept', async () => {
  const run = new SlowRun();
  const curve = await host('bp-loss-curve', undefined, { run });
  curve.button('1,000').click();
  await curve.until(() => curve.root.querySelector('progress'));
  const progress = curve.root.querySelector('progress')!;
  expect([progress.value, progress.max]).toEqual([500, 1000]);
  await curve.expectAccessible();
  run.reached = 500;
  run.curve = [...run.curve, { iteration: 500, loss: 1 }];
  curve.button('Cancel').click();
  await curve.until(() => /Stopped after 500 updates/.test(curve.root.textContent ?? ''));
  expect(curve.root.querySelector('progress')).toBeNull();
  await curve.until(() => plotOf(curve));
});

test('overflow is said in the words of the run', async () => {
  const curve = await host('bp-loss-curve', (state) => withValue(state, 'rate', '1e200'));
  const run: TrainingRun = {
    curve: [
      { iteration: 0, loss: 1 },
      { iteration: 1, loss: 1e300 },
    ],
    reached: 1,
    ...nothingElse,
    train: () => Promise.reject(new Error('At iteration 2 w1 is too large for a number, so training stopped.')),
  };
  curve.element.run = run;
  await curve.element.updateComplete;
  curve.button('10').click();
  await curve.until(() => /w1 is too large/.test(curve.root.querySelector('[role=alert]')!.textContent));
  expect(story(curve)).toMatch(/^Over 1 update the loss rises/);
});

test('what is no number of updates is refused with a sentence and stays in the field', async () => {
  const curve = await host('bp-loss-curve');
  const field = curve.root.querySelector<HTMLInputElement>('input[name=updates]')!;
  for (const typed of ['', 'many', '2000000', '-3']) {
    field.value = typed;
    field.dispatchEvent(new InputEvent('input'));
    curve.button('Train').click();
    await curve.element.updateComplete;
    expect(curve.root.querySelector('[role=alert]')!.textContent).toContain('whole number from 1 to 1,000,000');
    expect(field.value).toBe(typed);
  }
  field.value = '1,000';
  field.dispatchEvent(new InputEvent('input'));
  curve.button('Train').click();
  await told(curve);
  await curve.until(() => story(curve).includes('Over 1,000 updates'));
});

test('with batches the reading names the epoch', async () => {
  await loadTensors();
  const shared = wideText
    .replace('conventions: []', 'batches: { size: 2, order: given }\nconventions: []')
    .replace(/program: [^]*loss: L/, 'program: |\n  e[n] = (w*x[n] - y[n])^2\n  L = mean(e)\nloss: L')
    .replace(/inputs: .*/, 'inputs: { x: [1, 2, 3] }\ntargets: { y: [2, 4, 6] }')
    .replace(/parameters: .*/, 'parameters: { w: 1 }');
  const lesson = await readLesson(shared, 'shared.md');
  const curve = await host('bp-loss-curve', () => withIteration(initialState(lesson), 5));
  curve.button('100').click();
  await told(curve);
  expect(deepText(curve.root.querySelector('.reading')!)).toMatch(
    /^You are after 5 updates \(epoch 3, batch 2 of 2\): loss/,
  );
});

const quantityOf = ({ root }: LossCurve) => root.querySelector('bp-quantity')!.shadowRoot!;

test('any trained number can be shown instead of the loss; picking and the table follow', async () => {
  const curve = await trained('100');
  const line = () => plotOf(curve)!.querySelector('.line')!.getAttribute('d');
  const before = line();
  const select = quantityOf(curve).querySelector('select')!;
  expect([...select.options].map(({ value }) => value)).toEqual(['', 'w1', 'w2', 'w3', 'w4', 'w5', 'w6', 'w7', 'w8']);
  select.value = 'w5';
  select.dispatchEvent(new Event('change'));
  await curve.until(() => line() !== before);
  expect(story(curve)).toMatch(/^Over 100 updates w₅ goes from 0\.40 to −?\d\.\d+\.$/);
  const last = curve.scene.numbersAt(100).double('w5')!;
  expect(story(curve)).toContain(Math.abs(last).toPrecision(7));
  expect(deepText(curve.root.querySelector('thead')!)).toContain('w₅');
  press(plotOf(curve)!, 'End');
  await curve.until(() => curve.said.at(-1) === 'bp-iteration 100');
  await curve.until(() => /w₅/.test(plotOf(curve)!.getAttribute('aria-valuetext')!));
  await curve.expectAccessible();
  await curve.expectNarrow();
  select.value = '';
  select.dispatchEvent(new Event('change'));
  await curve.until(() => story(curve).includes('the loss falls'));
});

test('with very many numbers their name is typed, and their values are worked out when asked for', async () => {
  await loadTensors();
  const wide = await readLesson(wideText, 'wide.md');
  const curve = await host('bp-loss-curve', () => initialState(wide));
  curve.button('100').click();
  await told(curve);
  const field = () => quantityOf(curve).querySelector('input')!;
  const type = (typed: string): void => {
    field().value = typed;
    field().dispatchEvent(new InputEvent('input'));
    field().dispatchEvent(new Event('change'));
  };
  type('w[26,1]');
  await curve.until(() =>
    /nothing called “w\[26,1\]”/.test(quantityOf(curve).querySelector('[role=alert]')!.textContent),
  );
  expect(field().value).toBe('w[26,1]');
  expect(story(curve)).toContain('the loss falls');
  type('w[7, 1]');
  await curve.until(() => /^Over 100 updates w\[7,1\] goes from 1 to /.test(story(curve)));
  expect(curve.root.querySelector('[role=alert]')!.textContent).toBe('');
  await curve.until(() => (plotOf(curve)!.querySelector('.line')?.getAttribute('d') ?? '').split('L').length > 50);
  await curve.expectAccessible();
});
