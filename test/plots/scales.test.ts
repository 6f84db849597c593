import { describe, expect, test } from 'vitest';
import { levelLines, levelsOf, gridOf } from '../../components/plots/level-lines.js';
import { placeLabels } from '../../components/plots/level-labels.js';
import { dashes, lineColours, lineStyle, shapes } from '../../components/plots/palette.js';
import { evenScale, powerScale, powerTicks } from '../../components/plots/series-frame.js';
import { rangesText } from '../../components/plots/series.js';
import { logOf, type PlotValue } from '../../components/plots/value.js';
import { fittedRanges, remarkOn, type Way } from '../../components/plots/ways.js';
import { colours } from '../../components/styles/tokens.js';
import { contrast } from '../styles/contrast.js';

const value = (plain: string): PlotValue => {
  const shown = { plain, exact: false, provisional: false };
  return Number(plain) === 0 && !plain.includes('e')
    ? { kind: 'zero', shown }
    : { kind: 'number', shown, log: logOf(plain), isNegative: plain.startsWith('-') };
};

describe('sizes as powers of ten', () => {
  test.each([
    ['1', 0],
    ['-1000', 3],
    ['1e-48', -48],
    ['-1e-310', -310],
    ['1e-5000', -5000],
    ['1e400', 400],
    ['0.00', -Infinity],
  ])('log of %s is %d', (plain, log) => expect(logOf(plain)).toBeCloseTo(log, 12));

  test('what is far below the doubles has its place, and is not 0', () => {
    const [small, large] = [value('1.9e-310'), value('0.5')];
    const scale = powerScale([small, large], 8);
    const [low, high] = [scale.place(small)!, scale.place(large)!];
    expect(low).toBeGreaterThan(0);
    expect(low).toBeLessThan(0.1);
    expect(high).toBeLessThan(1);
    expect(scale.ticks.map(({ text }) => text)).toEqual([
      '10⁻³⁰⁰',
      '10⁻²⁵⁰',
      '10⁻²⁰⁰',
      '10⁻¹⁵⁰',
      '10⁻¹⁰⁰',
      '10⁻⁵⁰',
      '1',
    ]);
  });

  test('an exact 0 has no place among powers of ten, and one on an even axis', () => {
    const values = [value('0'), value('-2'), value('3')];
    expect(powerScale(values, 5).place(values[0]!)).toBeUndefined();
    const even = evenScale(values, 5);
    const [zero, low, high] = values.map((each) => even.place(each)!) as [number, number, number];
    expect(low).toBeLessThan(zero);
    expect(zero).toBeLessThan(high);
    expect(even.place(value('1e400'))).toBeUndefined();
  });

  test('one value alone, or none, makes an axis too', () => {
    const one = value('1e-7');
    expect(powerScale([one], 5).place(one)).toBeCloseTo(0.5);
    expect(powerScale([], 5).ticks.length).toBeGreaterThan(0);
  });
});

describe('ticks at powers of ten', () => {
  test.each([
    [-6, 0, 6, ['10⁻⁶', '10⁻⁵', '10⁻⁴', '10⁻³', '0.01', '0.1', '1']],
    [-1.2, 0.1, 5, ['0.1', '0.2', '0.5', '1']],
    [-1000, -400, 4, ['10⁻¹⁰⁰⁰', '10⁻⁸⁰⁰', '10⁻⁶⁰⁰', '10⁻⁴⁰⁰']],
  ])('from %d to %d', (low, high, count, texts) => {
    expect(powerTicks(low, high, count).map(({ text }) => text)).toEqual(texts);
  });
});

describe('level lines', () => {
  const bowl = (x: number, y: number): number => x * x + y * y;
  const range = { from: -1, to: 1 };
  const signal = new AbortController().signal;

  test('a circle lies where it should', async () => {
    const grid = await gridOf(bowl, range, range, { columns: 61, rows: 41, signal });
    const [level] = levelLines(grid, [0.25]);
    expect(level!.value).toBe(0.25);
    const dots = level!.rings.flat().filter(([x, y]) => x > 0.02 && x < 0.98 && y > 0.02 && y < 0.98);
    expect(dots.length).toBeGreaterThan(40);
    for (const [x, y] of dots) expect(Math.hypot(2 * x - 1, 2 * y - 1)).toBeCloseTo(0.5, 2);
  });

  test('a loss over many powers of ten has its levels there, one over few has even ones', () => {
    expect(levelsOf([1e-6, ...Array<number>(200).fill(0.001), 10, 100], 6)).toEqual([0.001, 0.01, 0.1, 1, 10]);
    expect(levelsOf([0.01, 0.01, 50], 12)).toEqual([0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20]);
    expect(levelsOf([1e-300, 1], 8).length).toBeLessThan(12);
    expect(levelsOf([1, 1.5, 2, 2.5, 3], 4)).toEqual([1.5, 2, 2.5]);
    expect(levelsOf([-3, 0, 3], 3)).toEqual([-2, 0, 2]);
  });

  test('a flat loss and one that is nowhere a number have none', () => {
    expect(levelsOf([2, 2, 2], 5)).toEqual([]);
    expect(levelsOf([NaN, Infinity], 5)).toEqual([]);
  });

  test('where the loss overflows it counts as large', async () => {
    const grid = await gridOf((x) => (x > 0 ? Infinity : 1 + x), range, range, { columns: 20, rows: 20, signal });
    const [level] = levelLines(grid, [0.5]);
    expect(level!.rings.flat().every(([x, y]) => Number.isFinite(x) && Number.isFinite(y))).toBe(true);
  });

  test('labels keep away from each other and from the paths', () => {
    const line = Array.from({ length: 50 }, (_, i): [number, number] => [40 + i * 6, 100]);
    const box = { left: 0, right: 400, top: 0, bottom: 200 };
    const [first, second] = placeLabels([line, line], box, [[60, 100]], 14);
    expect(first![0]).toBeGreaterThan(60 + 28);
    expect(Math.abs(second![0] - first![0])).toBeGreaterThanOrEqual(4.5 * 14);
    expect(placeLabels([line], box, line, 14)).toEqual([undefined]);
  });
});

describe('ways through the loss', () => {
  const bowl = (x: number, y: number): number => x * x + y * y;
  const way = (points: readonly [number, number][], overflow?: number): Way =>
    ({ points, ...(overflow !== undefined && { overflow }) }) as unknown as Way;
  const [x, y] = [
    { from: -2, to: 2 },
    { from: -2, to: 2 },
  ];

  test('the picture fits what stays near, and not what diverges', () => {
    const [across, up] = fittedRanges(
      [
        way([
          [1, 1],
          [0, 0.5],
        ]),
        way([
          [1, 1],
          [-50, 1],
          [1e9, 1],
        ]),
      ],
      bowl,
    );
    expect(across).toEqual({ from: -0.18, to: 1.18 });
    expect(up.from).toBeCloseTo(0.41);
    expect(up.to).toBeCloseTo(1.09);
  });

  test('a point without extent still has a picture', () => {
    expect(fittedRanges([way([[3, 0]])], bowl)).toEqual([
      { from: 1.5, to: 4.5 },
      { from: -1, to: 1 },
    ]);
    expect(fittedRanges([way([])], bowl)[0]).toEqual({ from: -1, to: 1 });
  });

  test.each([
    [
      'stays inside',
      [
        [1, 1],
        [0, 0],
      ],
      undefined,
    ],
    [
      'does not move here',
      [
        [1, 1],
        [1, 1],
      ],
      undefined,
    ],
    [
      'ends inside',
      [
        [1, 1],
        [3, 1],
        [0, 0],
      ],
      undefined,
    ],
    [
      'diverges: after 2 updates out of the picture',
      [
        [1, 1],
        [0, 1],
        [3, 1],
        [-9, 1],
      ],
      undefined,
    ],
    [
      'leaves it after 1 update',
      [
        [2, 2],
        [2.5, 0],
      ],
      undefined,
    ],
    [
      'diverges: after 2 updates no longer a finite number',
      [
        [1, 1],
        [1e200, 1],
      ],
      2,
    ],
    [
      'is never in it',
      [
        [5, 5],
        [6, 6],
      ],
      undefined,
    ],
  ] as const)('%s', (remark, points, overflow) => {
    expect(remarkOn(way(points as unknown as [number, number][], overflow), x, y, bowl)).toBe(remark);
  });
});

describe('lines are told apart', () => {
  test.each(lineColours.flatMap((pair) => pair.map((colour, theme) => ({ colour, theme }))))(
    '$colour has 3 : 1 on paper and card',
    ({ colour, theme }) => {
      for (const back of ['paper', 'card'] as const) {
        expect(contrast(colour, colours[back][theme]!)).toBeGreaterThanOrEqual(3);
      }
    },
  );

  test('ten lines differ in more than their colour', () => {
    expect(dashes).toHaveLength(lineColours.length);
    expect(Object.keys(shapes)).toHaveLength(lineColours.length);
    const styles = Array.from({ length: 10 }, (_, i) => lineStyle(i));
    expect(new Set(styles.map(({ colour, shape }) => `${colour} ${shape}`)).size).toBe(10);
    expect(new Set(styles.slice(0, 5).map(({ shape }) => shape)).size).toBe(5);
  });
});

test.each([
  [[1], '1'],
  [[1, 2, 3, 7], '1 to 3, 7'],
  [[4, 5, 9, 10, 11], '4, 5, 9 to 11'],
])('steps %j as text', (steps, text) => expect(rangesText(steps, 'to')).toBe(text));
