import { countScale, linearScale, logScale } from './scale.js';
import type { CurvePoint } from './training-run.js';

/** Which axes are logarithmic. */
export type Axes = 'both' | 'loss' | 'none';

/** Where everything is drawn, in pixels. */
export interface Frame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly height: number;
  x(iteration: number): number;
  y(value: number): number;
  /** The update count at a place. */
  countAt(x: number): number;
  readonly valueTicks: readonly number[];
  readonly countTicks: readonly number[];
}

/** The frame for these points. `em` is the text's height: margins grow with it. */
export function frameOf(points: readonly CurvePoint[], axes: Axes, width: number, em: number): Frame {
  const height = Math.round(em * (width < 480 ? 14 : 17));
  const [left, right, top, bottom] = [em * 4.2, width - em * 1.7, em * 0.8, height - em * 3.2];
  const values = points.map(({ value }) => value);
  const [low, high] = range(values);
  const leastPositive = range(values.filter((each) => each > 0))[0];
  const rows = Math.max(3, Math.round((bottom - top) / (em * 2.6)));
  const columns = Math.max(3, Math.round((right - left) / (em * 5)));
  const scale =
    axes !== 'none' && canBeLog(points) ? logScale(leastPositive, high, rows) : linearScale(low, high, rows);
  const last = points.at(-1)!.iteration;
  const count = axes === 'both' ? countScale(last, columns) : linearScale(0, Math.max(last, 1), columns);
  return {
    ...{ left, right, top, bottom, height },
    x: (iteration) => left + (right - left) * count.place(iteration),
    y: (value) => bottom + (top - bottom) * scale.place(value),
    countAt: (x) => count.value(Math.min(Math.max((x - left) / (right - left), 0), 1)),
    valueTicks: scale.ticks,
    countTicks: count.ticks.filter((tick) => Number.isInteger(tick)),
  };
}

/** Negative values, or none above 0, have no logarithm. */
export function canBeLog(points: readonly CurvePoint[]): boolean {
  return points.every(({ value }) => value >= 0) && points.some(({ value }) => value > 0);
}

/** Not with spread arguments: there may be a million. */
function range(values: readonly number[]): readonly [low: number, high: number] {
  return values.reduce<[number, number]>(
    ([low, high], value) => [Math.min(low, value), Math.max(high, value)],
    [Infinity, -Infinity],
  );
}
