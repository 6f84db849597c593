import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import '../../components/bp-plots.js';
import type { BpPaths } from '../../components/plots/bp-paths.js';
import type { BpSeries } from '../../components/plots/bp-series.js';
import {
  initialState,
  loadTensors,
  withConvention,
  withValue,
  type Lesson,
  type LessonState,
} from '../../src/index.js';
import { readLesson } from '../../src/read-file.js';
import { chainText, valleyText } from '../plots/lessons.js';
import { clear, expectAccessible, find, stand, type Stand } from './stand.js';
import { deepText } from './tables-host.js';

let [chain, valley]: Lesson[] = [];

beforeAll(async () => {
  await loadTensors();
  [chain, valley] = [await readLesson(chainText, 'chain.md'), await readLesson(valleyText, 'valley.md')];
});
afterEach(clear);

type Plots = Stand<HTMLElementTagNameMap['bp-plots']>;

const open = (start: LessonState): Promise<Plots> => stand(document.createElement('bp-plots'), start);

async function until(holds: () => unknown): Promise<void> {
  const end = performance.now() + 8000;
  while (!holds()) {
    if (performance.now() > end) expect.fail(`Not so after 8 s: ${String(holds)}`);
    await new Promise(requestAnimationFrame);
  }
}

const text = (node: Node): string => deepText(node).replace(/\s+/g, ' ').trim();
const press = (target: Element, key: string): boolean =>
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }));
const said = ({ events }: Plots): readonly string[] =>
  events.map((event) => {
    const { ref, name, text, convention, choice, iteration } = event as unknown as Record<string, string>;
    return [event.type, ref, name, text, convention, choice, iteration].filter((each) => each !== undefined).join(' ');
  });

/** Makes the frame as narrow as a phone's card, and sees that nothing sticks out. */
async function expectNarrow({ element }: Plots): Promise<void> {
  const frame = element.parentElement!;
  frame.style.width = '326px';
  await new Promise(requestAnimationFrame);
  await new Promise(requestAnimationFrame);
  expect(frame.scrollWidth, 'width in pixels').toBeLessThanOrEqual(326);
}

describe('a quantity at every step', () => {
  const series = ({ root }: Plots): BpSeries => find<BpSeries>(root, 'bp-series');
  const inside = (plots: Plots): ShadowRoot => series(plots).shadowRoot!;
  const plotOf = (plots: Plots): HTMLElement => find(find(inside(plots), 'bp-series-plot').shadowRoot!, '.plot');
  const rows = (plots: Plots): readonly (readonly string[])[] =>
    [...inside(plots).querySelectorAll('tbody tr')].map((row) =>
      [...row.children].map((cell) => text(cell).replace(/, ∂.*/, '')),
    );

  async function shown(state: LessonState): Promise<Plots> {
    const plots = await open(state);
    await until(() => plotOf(plots).getAttribute('role') === 'slider');
    return plots;
  }

  test('each choice has its line, and the table says the same', async () => {
    const plots = await shown(initialState(chain!));
    const lines = [...plotOf(plots).querySelectorAll('.line')];
    expect(lines).toHaveLength(3);
    expect(new Set(lines.map((line) => line.getAttribute('stroke-dasharray'))).size).toBe(3);
    expect(find(plotOf(plots).querySelector('.in-force')!, '.line')).toBe(lines.at(-1));
    const table = rows(plots);
    expect(table.map(([step]) => step)).toEqual(['1', '2', '3', '4', '5', '6']);
    // ∂L/∂h[6] is h[6] − y.
    const { numbers } = plots.scene;
    expect(table[5]![1]).toBe(Number(numbers.double('h[6]')).toPrecision(4));
    await expectAccessible(plots.element);
    await expectNarrow(plots);
  });

  test('a point opens its step, by press and by key', async () => {
    const plots = await shown(initialState(chain!));
    const plot = plotOf(plots);
    const escaped: string[] = [];
    const listen = ({ key }: KeyboardEvent): void => void escaped.push(key);
    document.body.addEventListener('keydown', listen);
    plot.focus();
    for (const key of ['End', 'ArrowLeft', 'ArrowLeft']) press(plot, key);
    await until(() => plot.getAttribute('aria-valuenow') === '4');
    expect(plot.getAttribute('aria-valuetext')).toMatch(/^layer 4: 0\.0/);
    expect(text(find(inside(plots), '.reading'))).toMatch(
      /^Layer 4: ∂L\/∂h\[4\] is 0\.0\d+\. Press to open its step\.$/,
    );
    press(plot, 'Enter');
    expect(said(plots)).toEqual(['bp-step backward/h[4]']);
    press(plot, 'x');
    expect(escaped).toEqual(['x']);
    document.body.removeEventListener('keydown', listen);
    plot.blur();
    const mark = find<HTMLElement>(plot, '.in-force .mark').getBoundingClientRect();
    plot.dispatchEvent(new MouseEvent('click', { clientX: mark.x + mark.width / 2, clientY: mark.y, bubbles: true }));
    expect(said(plots).at(-1)).toBe('bp-step backward/h[1]');
    find<HTMLButtonElement>(inside(plots), 'tbody tr:nth-child(3) button').click();
    expect(said(plots).at(-1)).toBe('bp-step backward/h[3]');
  });

  test('the reader chooses how many layers there are; what cannot be taken stays, with a sentence', async () => {
    const plots = await shown(initialState(chain!));
    const [field, slider] = [...inside(plots).querySelectorAll('input')] as [HTMLInputElement, HTMLInputElement];
    slider.value = '9';
    slider.dispatchEvent(new InputEvent('input'));
    await until(() => rows(plots).length === 9);
    expect(said(plots)).toEqual([]);
    expect(field.value).toBe('9');
    slider.dispatchEvent(new Event('change'));
    expect(said(plots)).toEqual(['bp-value T 9']);
    await plots.settled();
    for (const typed of ['', 'many', '31', '1', '2.5']) {
      field.value = typed;
      field.dispatchEvent(new InputEvent('input'));
      field.dispatchEvent(new Event('change'));
      await series(plots).updateComplete;
      expect(text(find(inside(plots), '#complaint'))).toContain('write a whole number from 2 to 30.');
      expect(field.value).toBe(typed);
    }
    field.value = '12';
    field.dispatchEvent(new InputEvent('input'));
    field.dispatchEvent(new Event('change'));
    await until(() => rows(plots).length === 12);
    expect(text(find(inside(plots), '#complaint'))).toBe('');
    expect(plots.state.edits).toEqual({ T: '12' });
  });

  test('the legend makes another choice', async () => {
    const plots = await shown(initialState(chain!));
    [...inside(plots).querySelectorAll<HTMLButtonElement>('.choice')][1]!.click();
    expect(said(plots)).toEqual(['bp-convention activation tanh']);
    await until(() => inside(plots).querySelector('.choice[aria-pressed=true]')?.textContent?.trim() === 'tanh');
  });

  test('what is exactly 0 is said, and lies below the axis', async () => {
    // −z is negative from the first layer on: every ReLU is dead.
    const plots = await shown(withConvention(initialState(chain!), 'activation', 'relu'));
    await until(() => /ReLU: exactly 0 at layer 1 to 6/.test(text(inside(plots))));
    const [axis, zero] = ['.axis', '.zero'].map((each) => Number(find(plotOf(plots), each).getAttribute('y1')));
    expect(zero).toBeGreaterThan(axis!);
  });

  test('gradients below all doubles come from the decimals, never as 0', async () => {
    const start = withValue(withValue(initialState(chain!), 'w', '1e-30'), 'T', '15');
    const plots = await shown(start);
    await until(() => rows(plots)[0]![1] === '1.888 × 10⁻⁴²⁹');
    expect(plotOf(plots).querySelectorAll('.in-force .mark')).toHaveLength(15);
    expect([...plotOf(plots).querySelectorAll('text.value')].map(text)).toContain('10⁻⁴⁰⁰');
  });
});

describe('ways through the loss', () => {
  const inside = ({ root }: Plots, place = 0): ShadowRoot =>
    [...root.querySelectorAll<BpPaths>('bp-paths')][place]!.shadowRoot!;
  const drawing = (plots: Plots): ShadowRoot => find(inside(plots), 'bp-paths-plot').shadowRoot!;
  const rows = (plots: Plots, place = 0): readonly (readonly string[])[] =>
    [...inside(plots, place).querySelectorAll('tbody tr')].map((row) => [...row.children].map(text));

  async function shown(state: LessonState): Promise<Plots> {
    const plots = await open(state);
    await until(() => [0, 1].every((place) => inside(plots, place).querySelector('tbody')));
    await until(() => drawing(plots).querySelector('.level'));
    return plots;
  }

  test('every choice has its path from the same start, and its row', async () => {
    const plots = await shown(initialState(valley!));
    const lines = [...drawing(plots).querySelectorAll('.line')];
    expect(lines).toHaveLength(4);
    const starts = lines.map((line) => /^M[^L]*/.exec(line.getAttribute('d')!)![0]);
    expect(new Set(starts).size).toBe(1);
    expect(new Set(lines.map((line) => line.getAttribute('stroke-dasharray'))).size).toBe(4);
    expect(drawing(plots).querySelectorAll('.level').length).toBeGreaterThan(4);
    expect(rows(plots).map(([choice, loss]) => [choice, loss])).toEqual([
      ['gradient descentin force', '13'],
      ['momentum', '13'],
      ['Adam', '13'],
      ['too fast', '13'],
    ]);
    expect(rows(plots).map((row) => row.at(-1))).toEqual([
      'stays inside',
      'stays inside',
      'stays inside',
      expect.stringMatching(/^diverges: after \d+ updates out of the picture$/),
    ]);
    await expectAccessible(plots.element);
    await expectNarrow(plots);
  });

  test('scrubbing moves a marker on every path, and the table follows', async () => {
    const plots = await shown(initialState(valley!));
    const markers = () => [...drawing(plots).querySelectorAll('.now')].map((each) => each.getAttribute('transform'));
    const before = markers();
    const slider = find<HTMLInputElement>(inside(plots), '#iteration');
    slider.value = '10';
    slider.dispatchEvent(new InputEvent('input'));
    await until(() => said(plots).at(-1) === 'bp-iteration 10');
    await until(() => markers().every((marker, i) => marker !== before[i]));
    // Gradient descent here is two products: −4 · 0.95¹⁰ and 0.5¹⁰.
    await until(() => rows(plots)[0]![2] === '−2.395');
    expect(rows(plots)[0]![3]).toBe('0.0009766');
    expect(rows(plots)[1]!.join(' ')).toMatch(/w₁\.v = −?\d|w1\.v = −?\d/);
    expect(text(find(inside(plots), 'output'))).toBe('after 10 updates');
  });

  test('the numbers of all choices are proven after a while', async () => {
    const plots = await shown({ ...initialState(valley!), iteration: 3 });
    await until(() => !inside(plots).querySelector('.number[data-provisional]'));
    expect(inside(plots).querySelectorAll('.number').length).toBeGreaterThan(12);
  });

  test('a path can be left out, and another choice be made', async () => {
    const plots = await shown(initialState(valley!));
    const [, second] = inside(plots).querySelectorAll<HTMLInputElement>('tbody input');
    second!.click();
    await until(() => drawing(plots).querySelectorAll('.line').length === 3);
    find<HTMLButtonElement>(inside(plots), 'tbody button').click();
    expect(said(plots)).toEqual(['bp-convention optimiser momentum']);
    await until(() => rows(plots)[1]![0] === 'momentumin force');
  });

  test('a press on a path goes to its iteration', async () => {
    const plots = await shown(initialState(valley!));
    const plot = find(drawing(plots), '.plot');
    const last = [...drawing(plots).querySelectorAll<SVGPathElement>('.in-force .mark')]
      .at(-1)!
      .getBoundingClientRect();
    plot.dispatchEvent(
      new MouseEvent('click', { clientX: last.x + last.width / 2, clientY: last.y + last.height / 2, bubbles: true }),
    );
    expect(said(plots).at(-1)).toMatch(/^bp-iteration (3\d|40)$/);
  });

  test('the length of the paths is asked for in words', async () => {
    const plots = await shown(initialState(valley!));
    const field = find<HTMLInputElement>(inside(plots), '#updates');
    const type = (typed: string): void => {
      field.value = typed;
      field.dispatchEvent(new InputEvent('input'));
      field.dispatchEvent(new Event('change'));
    };
    for (const typed of ['', '0', '1001', 'long']) {
      type(typed);
      await until(() => text(find(inside(plots), '#complaint')).includes('write a whole number from 1 to 1,000.'));
      expect(field.value).toBe(typed);
    }
    type('500');
    await until(() => /diverges: after \d+ updates/.test(rows(plots)[3]!.at(-1)!));
    type('1000');
    await until(() => find<HTMLInputElement>(inside(plots), '#iteration').max === '1000');
  });

  test('choices that change the loss itself are said to', async () => {
    const plots = await shown(initialState(valley!));
    expect(text(inside(plots, 1))).toContain('These choices change the loss itself.');
    expect(text(inside(plots))).not.toContain('These choices change the loss itself.');
  });
});
