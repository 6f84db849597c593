import type { CurvePoint } from './training-run.js';

/** A place in the drawing, in pixels. */
export type Place = (point: CurvePoint) => readonly [x: number, y: number];

/**
 * The SVG path through the points. Of the points in one column of pixels only the first, the lowest, the
 * highest and the last are drawn: more cannot be seen, and a million would take seconds.
 */
export function linePath(points: readonly CurvePoint[], place: Place): string {
  let path = '';
  for (const column of columnsOf(points.map(place))) {
    for (const [x, y] of ends(column)) path += `${path ? 'L' : 'M'}${x.toFixed(1)} ${y.toFixed(1)}`;
  }
  return path;
}

type Dot = readonly [x: number, y: number];

function columnsOf(dots: readonly Dot[]): readonly (readonly Dot[])[] {
  const columns: Dot[][] = [];
  for (const dot of dots) {
    const last = columns.at(-1);
    if (last && Math.floor(last[0]![0]) === Math.floor(dot[0])) last.push(dot);
    else columns.push([dot]);
  }
  return columns;
}

function ends(column: readonly Dot[]): readonly Dot[] {
  if (column.length < 3) return column;
  const byHeight = [...column].sort((a, b) => a[1] - b[1]);
  const kept = new Set([column[0]!, byHeight[0]!, byHeight.at(-1)!, column.at(-1)!]);
  return column.filter((dot) => kept.has(dot));
}

/** The index of the point whose iteration is nearest. `points` is not empty and in rising order. */
export function nearest(points: readonly CurvePoint[], iteration: number): number {
  let [low, high] = [0, points.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (points[middle]!.iteration < iteration) low = middle;
    else high = middle;
  }
  return iteration - points[low]!.iteration <= points[high]!.iteration - iteration ? low : high;
}

/** A few points that tell the story: 0, 1, 10, 100, … and the last. */
export function milestones(points: readonly CurvePoint[]): readonly CurvePoint[] {
  const last = points.at(-1);
  if (!last) return [];
  const wanted = [0, 1];
  while (wanted.at(-1)! * 10 < last.iteration) wanted.push(wanted.at(-1)! * 10);
  const picked = [...wanted, last.iteration].map((iteration) => points[nearest(points, iteration)]!);
  return [...new Set(picked)];
}
