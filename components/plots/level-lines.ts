import { contours } from 'd3-contour';
import { linearTicks, logTicks } from '../curve/scale.js';

/** A range along an axis. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** The loss on a grid: rows from the bottom, each from left to right, borders included. */
export interface Grid {
  readonly columns: number;
  readonly rows: number;
  readonly values: readonly number[];
}

/** Where the loss is at least so much: rings of places from 0 to 1 along both axes, as large as the picture or a little larger. */
export interface Level {
  readonly value: number;
  readonly rings: readonly (readonly (readonly [x: number, y: number])[])[];
}

/** How long to compute before the page may breathe, in milliseconds. */
const slice = 8;

/** The loss on a grid, worked out in time slices. @throws the signal's reason when it is aborted */
export async function gridOf(
  loss: (x: number, y: number) => number,
  x: Range,
  y: Range,
  { columns, rows, signal }: { readonly columns: number; readonly rows: number; readonly signal: AbortSignal },
): Promise<Grid> {
  const values: number[] = [];
  let since = performance.now();
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      values.push(loss(along(x, column / (columns - 1)), along(y, row / (rows - 1))));
    }
    if (performance.now() - since < slice) continue;
    await new Promise((resolve) => setTimeout(resolve));
    signal.throwIfAborted();
    since = performance.now();
  }
  return { columns, rows, values };
}

const along = ({ from, to }: Range, share: number): number => from * (1 - share) + to * share;

/**
 * Round values for about `count` level lines: even steps, or, where the loss spans more than a factor of twenty, powers
 * of ten and what lies between. The lowest hundredth of the picture does not count: a loss may come as close to 0 as it likes.
 */
export function levelsOf(values: readonly number[], count: number): readonly number[] {
  const sorted = values.filter(Number.isFinite).sort((a, b) => a - b);
  const [low, high] = [sorted[Math.floor(sorted.length / 100)], sorted.at(-1)];
  if (low === undefined || high === undefined || low === high) return [];
  const isWide = low > 0 && high / low > 20;
  const levels = isWide ? powersBetween(low, high, count) : linearTicks(low, high, count);
  return levels.filter((level) => level > sorted[0]! && level < high);
}

/** As many as fit of 1, 2, 5, of 1, 3, or of 1 in each power of ten; then every second power, and so on. */
function powersBetween(low: number, high: number, count: number): readonly number[] {
  const first = Math.floor(Math.log10(low));
  const powers = Array.from({ length: Math.ceil(Math.log10(high)) - first + 1 }, (_, i) => first + i);
  const fitting = [[1, 2, 5], [1, 3], [1]]
    .map((mantissas) => powers.flatMap((power) => mantissas.map((each) => Number(`${each}e${power}`))))
    .map((levels) => levels.filter((level) => level >= low && level <= high))
    .find((levels) => levels.length <= count + 2);
  return fitting ?? logTicks(low, high, count);
}

/** The level lines of a grid. Where the loss is no finite number it counts as very large. */
export function levelLines({ columns, rows, values }: Grid, levels: readonly number[]): readonly Level[] {
  const finite = values.map((value) => (Number.isFinite(value) ? value : Number.MAX_VALUE / 4));
  const found = contours()
    .size([columns, rows])
    .thresholds([...levels])(finite);
  return found.map(({ value, coordinates }) => ({
    value,
    rings: coordinates.flat().map((ring) =>
      // The library sets a value in the middle of its cell.
      ring.map(([x, y]): readonly [number, number] => [(x! - 0.5) / (columns - 1), (y! - 0.5) / (rows - 1)]),
    ),
  }));
}
