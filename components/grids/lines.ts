import { entryFrom, exitTo, type Cell, type Side } from './cells.js';
import type { Point } from '../network/geometry.js';
import type { LightRole, LitLine } from './light.js';
import { pathThrough, type PlacedEdge, type Way } from './ways.js';

/** A lit line as it is drawn. */
export interface LinePath {
  readonly d: string;
  readonly role: LightRole;
}

interface Ends extends LitLine {
  readonly source: Cell;
  readonly target: Cell;
  readonly way: Way;
}

/**
 * Lines between cells, each the way that their units' edge goes. Where several run along the same gutter, one is drawn
 * and the others join it: dashes over dashes would look like a solid line.
 */
export function linePaths(
  lines: Iterable<LitLine>,
  cells: ReadonlyMap<string, Cell>,
  edges: readonly PlacedEdge[],
): readonly LinePath[] {
  const ways = new Map(edges.map(({ id, way }) => [id, way]));
  const all = [...lines].flatMap((line): Ends[] => {
    const [source, target] = [cells.get(line.from), cells.get(line.to)];
    const way = source && target && (ways.get(`${source.grid.name}>${target.grid.name}`) ?? { kind: 'across' });
    return way ? [{ ...line, source, target, way }] : [];
  });
  const drawn = new Set<string>();
  /** What several lines share, inside a unit, is drawn once. */
  const once = (points: readonly Point[], ...key: readonly string[]): boolean => {
    const id = [...key, points.length].join(' ');
    const isNew = !drawn.has(id);
    drawn.add(id);
    return isNew || points.length === 1;
  };
  return all.map((ends) => {
    const { source, target, way, role } = ends;
    const [out, into] = sidesOf(way);
    const along = runsAlong(ends);
    const exit = exitTo(source, out, along);
    const entry = entryFrom(target, into, along);
    const others = all.filter((each) => each !== ends && each.role === role);
    const before = others.some((each) => each.to === ends.to && isFarther(each.source, source, out));
    const beyond = others.some((each) => each.from === ends.from && isFarther(each.target, target, into));
    if (before && exit.length > 1) return { d: joined(exit.slice(0, 2)), role };
    if (beyond && entry.length > 1) return { d: joined(entry.slice(-2)), role };
    const from = once(exit, role, 'from', source.variable, out) ? exit : exit.slice(-1);
    const to = once(entry, role, 'to', target.variable, into) ? entry : entry.slice(0, 1);
    return { d: pathThrough(from, to, way), role };
  });
}

function sidesOf({ kind }: Way): readonly [out: Side, into: Side] {
  if (kind === 'up') return ['top', 'bottom'];
  return kind === 'down' ? ['bottom', 'top'] : ['right', 'left'];
}

/** Along a row of samples a line keeps to the gutter below it. */
function runsAlong({ source, target, way }: Ends): boolean {
  const inside = source.column < source.grid.places[1] - 1 || target.column > 0;
  return inside && way.kind === 'across' && Math.abs(source.y - target.y) < 1;
}

/** Whether a line to `one` passes `other` in a gutter of their unit. */
function isFarther(one: Cell, other: Cell, side: Side): boolean {
  if (one.grid !== other.grid) return false;
  const level = side === 'left' || side === 'right';
  if (level ? one.row !== other.row : one.column !== other.column) return false;
  return {
    left: one.column > other.column,
    right: one.column < other.column,
    top: one.row > other.row,
    bottom: one.row < other.row,
  }[side];
}

const joined = (points: ReturnType<typeof exitTo>): string =>
  points.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${x},${y}`).join('');
