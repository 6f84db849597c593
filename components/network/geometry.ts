/** Coordinates are CSS pixels, y downwards. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A rectangle by its centre. */
export interface Box extends Point {
  readonly w: number;
  readonly h: number;
}

/** Whether two rectangles come closer than `room`. */
export function near(a: Box, b: Box, room = 0): boolean {
  return Math.abs(a.x - b.x) < (a.w + b.w) / 2 + room && Math.abs(a.y - b.y) < (a.h + b.h) / 2 + room;
}

/** The smallest rectangle around these points. */
export function around(points: readonly Point[]): Box {
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  return { x: (left + right) / 2, y: (top + bottom) / 2, w: right - left, h: bottom - top };
}

/** Whether a line from point to point passes through a rectangle. */
export function passes(line: readonly Point[], box: Box): boolean {
  return line.slice(1).some((to, i) => segmentPasses(line[i]!, to, box));
}

/** Whether a straight line passes through a rectangle. */
export function segmentPasses(from: Point, to: Point, box: Box): boolean {
  let [start, end] = [0, 1];
  for (const [axis, size] of [
    ['x', box.w],
    ['y', box.h],
  ] as const) {
    const way = to[axis] - from[axis];
    const [a, b] = [box[axis] - size / 2 - from[axis], box[axis] + size / 2 - from[axis]];
    if (way === 0) {
      if (a > 0 || b < 0) return false;
      continue;
    }
    start = Math.max(start, Math.min(a / way, b / way));
    end = Math.min(end, Math.max(a / way, b / way));
  }
  return start < end;
}

/** The point at a fraction of a line's length. */
export const pointAt = (line: readonly Point[], fraction: number): Point => pointsAt(line, [fraction])[0]!;

/** The points at growing fractions of a line's length. */
export function pointsAt(line: readonly Point[], fractions: readonly number[]): readonly Point[] {
  const lengths = line.slice(1).map((to, i) => Math.hypot(to.x - line[i]!.x, to.y - line[i]!.y));
  const whole = lengths.reduce((sum, length) => sum + length, 0);
  let [i, before] = [0, 0];
  return fractions.map((fraction) => {
    const wanted = fraction * whole;
    while (i < lengths.length && (before + lengths[i]! < wanted || lengths[i] === 0)) before += lengths[i++]!;
    const length = lengths[i];
    return length === undefined ? line.at(-1)! : between(line[i]!, line[i + 1]!, (wanted - before) / length);
  });
}

const between = (from: Point, to: Point, t: number): Point => ({
  x: from.x + (to.x - from.x) * t,
  y: from.y + (to.y - from.y) * t,
});

/** Where the line from a rectangle's centre to a point outside leaves the rectangle. */
export function leave(box: Box, to: Point): Point {
  const t = Math.min(box.w / 2 / Math.abs(to.x - box.x), box.h / 2 / Math.abs(to.y - box.y), 1);
  return between(box, to, t);
}

/** SVG path data through these points, smooth where there are more than two, and the same as a fine polyline. */
export function route(points: readonly Point[]): { readonly d: string; readonly line: readonly Point[] } {
  const [start, ...rest] = points as [Point, ...Point[]];
  let d = `M${put(start)}`;
  if (rest.length < 2) return { d: `${d}L${put(rest[0]!)}`, line: points };
  const line = [start];
  let from = start;
  for (const to of rest) {
    const half = (to.x - from.x) / 2;
    const [out, into] = [
      { x: from.x + half, y: from.y },
      { x: to.x - half, y: to.y },
    ];
    d += `C${put(out)} ${put(into)} ${put(to)}`;
    for (let i = 1; i <= samples; i++) line.push(bezier(from, out, into, to, i / samples));
    from = to;
  }
  return { d, line };
}

const samples = 6;
const put = ({ x, y }: Point): string => `${round(x)},${round(y)}`;
const round = (value: number): number => Math.round(value * 10) / 10;

function bezier(a: Point, b: Point, c: Point, d: Point, t: number): Point {
  const [ab, bc, cd] = [between(a, b, t), between(b, c, t), between(c, d, t)];
  return between(between(ab, bc, t), between(bc, cd, t), t);
}

/** About how wide a text is; it is squeezed into that room if a font needs more. */
export function textWidth(text: string, size: number): number {
  return size * [...text].reduce((sum, letter) => sum + (/[₀-₉⁰-⁹⁺⁻.,_ ]/.test(letter) ? 0.4 : 0.62), 0);
}
