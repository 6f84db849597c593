import { expect, test } from 'vitest';
import { linePath, milestones, nearest } from '../../components/curve/draw.js';
import { canBeLog, frameOf } from '../../components/curve/frame.js';
import { readUpdates } from '../../components/curve/read-updates.js';
import { storyOf } from '../../components/curve/story.js';
import { countText, tickText } from '../../components/curve/tick-text.js';

const points = (...losses: readonly number[]) => losses.map((value, iteration) => ({ iteration, value }));

test('the nearest point', () => {
  const curve = [0, 1, 2, 10, 100].map((iteration) => ({ iteration, value: 1 }));
  expect([-5, 0, 1.4, 5, 7, 56, 1000].map((each) => nearest(curve, each))).toEqual([0, 0, 1, 2, 3, 4, 4]);
  expect(nearest(points(1), 99)).toBe(0);
});

test('few points are drawn each, many only as far as they can be seen', () => {
  expect(linePath(points(1, 2, 3), ({ iteration, value }) => [iteration * 10, value])).toBe(
    'M0.0 1.0L10.0 2.0L20.0 3.0',
  );
  const many = points(...Array.from({ length: 100_000 }, (_, i) => Math.sin(i)));
  const path = linePath(many, ({ iteration, value }) => [iteration / 1000, 50 * value]);
  expect(path.split('L').length).toBeLessThanOrEqual(400);
  expect(path).toContain(' 50.0');
  expect(path).toContain(' -50.0');
});

test('milestones: powers of ten and the last', () => {
  const curve = Array.from({ length: 2501 }, (_, iteration) => ({ iteration, value: 1 }));
  expect(milestones(curve).map(({ iteration }) => iteration)).toEqual([0, 1, 10, 100, 1000, 2500]);
  expect(milestones(points(3)).map(({ iteration }) => iteration)).toEqual([0]);
  expect(milestones([])).toEqual([]);
});

test.each([
  [[3, 2, 1], 'falls'],
  [[1, 2, 3], 'rises'],
  [[2, 2, 2], 'stays'],
  [[2], 'start'],
  [[2, 0.1, 1.9], 'turns'],
  [[2, 0.1, 500], 'turns'],
  [[2, 0.1, 0.2], 'falls'],
] as const)('the losses %j: the loss %s', (losses, kind) => {
  expect(storyOf(points(...losses))?.kind).toBe(kind);
});

test.each([
  ['10000', 10_000],
  [' 10,000 ', 10_000],
  ['10 000', 10_000],
  ['1e4', 10_000],
  ['1000000', 1_000_000],
  ['1000001', undefined],
  ['0', undefined],
  ['1.5', undefined],
  ['10,00', undefined],
  ['ten', undefined],
  ['', undefined],
  ['-3', undefined],
])('%j as a number of updates', (typed, updates) => {
  expect(readUpdates(typed)).toBe(updates);
});

test('numbers beside the axes', () => {
  expect([0, 0.05, 1, 12_000, 1e-4, 2e-10, 1e6, -3e-5, 2.5e8].map(tickText)).toEqual([
    '0',
    '0.05',
    '1',
    '12000',
    '10⁻⁴',
    '2 × 10⁻¹⁰',
    '10⁶',
    '−3 × 10⁻⁵',
    '2.5 × 10⁸',
  ]);
  expect(countText(10_000)).toBe('10,000');
});

test('a frame places every point inside it, whatever the losses', () => {
  for (const curve of [
    points(0.3, 0.2),
    points(1),
    points(0, 0),
    points(5, 0, 1e-300),
    points(-1, 2),
    points(1, 1e300, 1.7e308),
  ]) {
    for (const axes of ['both', 'loss', 'none'] as const) {
      const frame = frameOf(curve, axes, 360, 14.5);
      for (const { iteration, value } of curve) {
        expect(frame.x(iteration)).toBeGreaterThanOrEqual(frame.left - 1e-6);
        expect(frame.x(iteration)).toBeLessThanOrEqual(frame.right + 1e-6);
        expect(frame.y(value)).toBeGreaterThanOrEqual(frame.top - 1e-6);
        expect(frame.y(value)).toBeLessThanOrEqual(frame.bottom + 1e-6);
      }
      expect(frame.countAt(frame.right)).toBeCloseTo(Math.max(curve.at(-1)!.iteration, 1));
    }
  }
  expect(canBeLog(points(-1, 2))).toBe(false);
  expect(canBeLog(points(0, 0))).toBe(false);
});
