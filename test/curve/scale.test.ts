import { expect, test } from 'vitest';
import { countScale, linearScale, linearTicks, logScale, logTicks } from '../../components/curve/scale.js';

test.each([
  [0, 1, 5, [0, 0.2, 0.4, 0.6, 0.8, 1]],
  [0, 10_000, 5, [0, 2000, 4000, 6000, 8000, 10_000]],
  [0.2, 0.298, 4, [0.2, 0.25]],
  [-3, 3, 3, [-2, 0, 2]],
  [1e-9, 3e-9, 4, [1e-9, 1.5e-9, 2e-9, 2.5e-9, 3e-9]],
  [2, 2, 4, [2]],
])('even ticks from %d to %d, about %d', (from, to, count, ticks) => {
  expect(linearTicks(from, to, count)).toEqual(ticks);
});

test.each([
  [1e-5, 1, 6, [1e-5, 1e-4, 1e-3, 1e-2, 0.1, 1]],
  [1e-5, 1, 3, [1e-4, 1e-2, 1]],
  [3e-5, 0.3, 6, [1e-4, 1e-3, 0.01, 0.1]],
  [0.03, 0.3, 6, [0.05, 0.1, 0.2]],
  [0.28, 0.3, 3, [0.28, 0.29, 0.3]],
  [1, 1, 4, [1]],
])('logarithmic ticks from %d to %d, about %d', (from, to, count, ticks) => {
  expect(logTicks(from, to, count)).toEqual(ticks);
});

test.each([
  ['even', linearScale(-2, 6, 4), [-2, 0, 6]],
  ['even, of one value', linearScale(3, 3, 4), [3]],
  ['even, of zero', linearScale(0, 0, 4), [0]],
  ['even, huge', linearScale(-1.5e308, 1.5e308, 4), [-1e308, 0]],
  ['logarithmic', logScale(1e-6, 1e3, 4), [1e-6, 1, 1e3]],
  ['logarithmic, of one value', logScale(5, 5, 4), [5]],
  ['of counts', countScale(10_000, 4), [0, 0.5, 1, 7, 10_000]],
  ['of one update', countScale(1, 4), [0, 1]],
  ['of none', countScale(0, 4), [0]],
])('an axis gives back the value at a place: %s', (_, scale, values) => {
  for (const value of values) {
    const place = scale.place(value);
    expect(place).toBeGreaterThanOrEqual(0);
    expect(place).toBeLessThanOrEqual(1);
    expect(scale.value(place)).toBeCloseTo(value, Math.abs(value) > 1e10 ? -300 : 8);
  }
});

test('a loss that underflowed to 0 sits at the lower end of a logarithmic axis', () => {
  expect(logScale(1e-5, 1, 4).place(0)).toBe(0);
});
