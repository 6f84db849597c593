import { passes, route, type Box, type Point } from '../network/geometry.js';
import type { Grid } from './layout.js';
import { captionHeight } from './metrics.js';
import type { UnitEdge } from './units.js';

/** How an edge gets from one unit to another. Lines between their cells go the same way. */
export type Way =
  /** To the right, straight or in one bend. */
  | { readonly kind: 'across' }
  /** Above or below everything in between. */
  | { readonly kind: 'over'; readonly y: number; readonly from: number; readonly to: number }
  /** Between the bands, round these corners. */
  | { readonly kind: 'around'; readonly corners: readonly Point[] }
  /** To what stands above or below. */
  | { readonly kind: 'up' | 'down' };

export interface PlacedEdge extends UnitEdge {
  readonly way: Way;
  /** Path data. */
  readonly d: string;
}

/** Where bands begin and end, and how far apart lines run along them. */
export interface Bounds {
  readonly tops: readonly number[];
  readonly bottoms: readonly number[];
  readonly lane: number;
}

export interface Ways {
  readonly edges: readonly PlacedEdge[];
  /** How many lines run above and below each band. */
  readonly over: readonly number[];
  readonly under: readonly number[];
}

/** The way of every edge. */
export function waysOf(edges: readonly UnitEdge[], grids: ReadonlyMap<string, Grid>, bounds: Bounds): Ways {
  const { tops, bottoms, lane } = bounds;
  const over = tops.map(() => 0);
  const under = tops.map(() => 0);
  const boxes = new Map([...grids].map(([name, grid]) => [name, boxOf(grid)]));
  const above = (band: number): number => tops[band]! - 3 - lane * ++over[band]!;
  const below = (band: number): number => bottoms[band]! + 3 + lane * ++under[band]!;

  const wayOf = ({ from, to }: UnitEdge): Way => {
    const [source, target] = [grids.get(from)!, grids.get(to)!];
    if (source.band !== target.band) {
      const [left, right] = [source.x + source.w + 6, target.x - 8];
      const first = below(source.band);
      const last = target.band === source.band + 1 ? first : below(target.band - 1);
      const between =
        first === last
          ? []
          : [
              { x: 3, y: first },
              { x: 3, y: last },
            ];
      return {
        kind: 'around',
        corners: [
          { x: left, y: middle(source) },
          { x: left, y: first },
          ...between,
          { x: right, y: last },
          { x: right, y: middle(target) },
        ],
      };
    }
    if (source.column === target.column) return { kind: source.y > target.y ? 'up' : 'down' };
    const start = { x: source.x + source.w, y: middle(source) };
    const end = { x: target.x, y: middle(target) };
    const { line } = route([start, { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 }, end]);
    const blocked = [...boxes].some(
      ([name, box]) => name !== from && name !== to && grids.get(name)!.band === source.band && passes(line, box),
    );
    if (!blocked && start.x < end.x) return { kind: 'across' };
    const y = source.below ? below(source.band) : above(source.band);
    return { kind: 'over', y, from: start.x + 14, to: end.x - 14 };
  };

  const placed = edges.map((edge): PlacedEdge => {
    const way = wayOf(edge);
    return { ...edge, way, d: unitPath(grids.get(edge.from)!, grids.get(edge.to)!, way) };
  });
  return { edges: placed, over, under };
}

const middle = ({ y, h }: Grid): number => y + h / 2;

/** A unit with its caption and its outline. */
const boxOf = ({ x, y, w, h }: Grid): Box => ({
  x: x + w / 2,
  y: y + (h - captionHeight) / 2,
  w: w - 2,
  h: h + captionHeight + 8,
});

/** From unit to unit: from the middle of a side to the middle of a side. */
function unitPath(source: Grid, target: Grid, way: Way): string {
  if (way.kind === 'up' && source.below) return hook(source, target);
  if (way.kind === 'up' || way.kind === 'down') {
    const up = way.kind === 'up';
    const x = Math.min(source.x + source.w, target.x + target.w) - 9;
    return pathThrough(
      [{ x, y: up ? source.y : source.y + source.h }],
      [{ x, y: up ? target.y + target.h : target.y }],
      way,
    );
  }
  return pathThrough([{ x: source.x + source.w, y: middle(source) }], [{ x: target.x, y: middle(target) }], way);
}

/** From a given unit along the left side to the line above that uses it. */
function hook(source: Grid, target: Grid): string {
  const x = Math.min(source.x, target.x) - 6;
  const end = target.y + target.h;
  return corners([
    { x: source.x, y: middle(source) },
    { x, y: middle(source) },
    { x, y: end + 5 },
    { x: target.x + 7, y: end + 5 },
    { x: target.x + 7, y: end },
  ]);
}

/** From the last point of `exit` by a way to the first of `entry`; both may have more, along cells. */
export function pathThrough(exit: readonly Point[], entry: readonly Point[], way: Way): string {
  const [start, end] = [exit.at(-1)!, entry[0]!];
  const lead = exit.map((point, i) => `${i === 0 ? 'M' : 'L'}${put(point)}`).join('');
  const tail = entry
    .slice(1)
    .map((point) => `L${put(point)}`)
    .join('');
  switch (way.kind) {
    case 'across':
      return `${lead}${level(start, end)}${tail}`;
    case 'over': {
      const [a, b] = [
        { x: way.from, y: way.y },
        { x: way.to, y: way.y },
      ];
      return `${lead}${level(start, a)}L${put(b)}${level(b, end)}${tail}`;
    }
    case 'around': {
      // The cells' own heights take the place of the units'.
      const between = way.corners.map((corner, i) => {
        const y = i === 0 ? start.y : i === way.corners.length - 1 ? end.y : corner.y;
        return { x: corner.x, y };
      });
      return corners([...exit, ...between, ...entry]);
    }
    case 'up':
    case 'down': {
      const half = (end.y - start.y) / 2;
      const bend =
        start.x === end.x
          ? `L${put(end)}`
          : `C${put({ x: start.x, y: start.y + half })} ${put({ x: end.x, y: end.y - half })} ${put(end)}`;
      return `${lead}${bend}${tail}`;
    }
  }
}

/** A curve that leaves and arrives level. */
function level(from: Point, to: Point): string {
  if (Math.abs(from.y - to.y) < 0.5) return `L${put(to)}`;
  const half = (to.x - from.x) / 2;
  return `C${put({ x: from.x + half, y: from.y })} ${put({ x: to.x - half, y: to.y })} ${put(to)}`;
}

/** A line round corners. */
function corners(points: readonly Point[]): string {
  let d = `M${put(points[0]!)}`;
  for (let i = 1; i < points.length - 1; i++) {
    const [before, at, after] = [points[i - 1]!, points[i]!, points[i + 1]!];
    const reach = Math.min(6, distance(before, at) / 2, distance(at, after) / 2);
    d += `L${put(towards(at, before, reach))}Q${put(at)} ${put(towards(at, after, reach))}`;
  }
  return `${d}L${put(points.at(-1)!)}`;
}

const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);

function towards(from: Point, to: Point, by: number): Point {
  const whole = distance(from, to) || 1;
  return { x: from.x + ((to.x - from.x) * by) / whole, y: from.y + ((to.y - from.y) * by) / whole };
}

const put = ({ x, y }: Point): string => `${round(x)},${round(y)}`;
const round = (value: number): number => Math.round(value * 10) / 10;
