import type { Slot } from './columns.js';
import type { DiagramEdge } from './diagram.js';
import { leave, route, type Box, type Point } from './geometry.js';

/** An edge's way over the page. */
export type Route = ReturnType<typeof route>;

type Places = ReadonlyMap<string, Box>;

/** How far apart edges meet a box, at most. */
const spread = 8;

/** The way of every edge through the columns. Edges that meet a node at the same side stand a little apart. */
export function routesOf(
  ways: ReadonlyMap<DiagramEdge, readonly Slot[]>,
  at: (slot: Slot) => Point,
  boxes: Places,
): ReadonlyMap<DiagramEdge, Route> {
  const bends = new Map([...ways].map(([edge, way]) => [edge, way.slice(1, -1).map(at)]));
  for (const edges of groups(ways.keys(), ({ source, target }) => `${source} ${target}`)) {
    if (edges.length > 1)
      edges.forEach((edge, i) => bends.get(edge)!.length || bends.set(edge, [bow(edge, edges.length, i, boxes)]));
  }
  const towards = (edge: DiagramEdge, end: 'source' | 'target'): number =>
    (bends.get(edge)!.at(end === 'target' ? 0 : -1) ?? boxes.get(edge[end])!).y;
  const starts = ports(ways.keys(), 'source', (edge) => towards(edge, 'target'), boxes);
  const ends = ports(ways.keys(), 'target', (edge) => towards(edge, 'source'), boxes);
  return new Map(
    [...bends].map(([edge, between]) => {
      const [source, target] = [boxes.get(edge.source)!, boxes.get(edge.target)!];
      const [from, to] = [source.x + source.w / 2, target.x - target.w / 2];
      if (from + 4 > to) return [edge, route([leave(source, target), leave(target, source)])];
      return [edge, route([{ x: from, y: starts.get(edge)! }, ...between, { x: to, y: ends.get(edge)! }])];
    }),
  );
}

/** The way from a given number below the network, or from one beside its node. */
export function shortRoute(source: Box, target: Box, below: boolean): Route {
  const from = { x: source.x, y: source.y - source.h / 2 };
  const corner = { x: target.x - target.w / 2 + 1, y: target.y + target.h / 2 - 10 };
  return route([from, below ? corner : { x: target.x, y: target.y + target.h / 2 }]);
}

function ports(
  edges: Iterable<DiagramEdge>,
  end: 'source' | 'target',
  towards: (edge: DiagramEdge) => number,
  boxes: Places,
): ReadonlyMap<DiagramEdge, number> {
  const found = new Map<DiagramEdge, number>();
  for (const group of groups(edges, (edge) => edge[end])) {
    const { y, h } = boxes.get(group[0]![end])!;
    const step = Math.min(spread, (h - 16) / Math.max(1, group.length - 1));
    const sorted = [...group].sort((a, b) => towards(a) - towards(b));
    sorted.forEach((edge, i) => found.set(edge, y + (i - (sorted.length - 1) / 2) * step));
  }
  return found;
}

/** Where one of several edges between the same two nodes bends, so that each is seen. */
function bow({ source, target }: DiagramEdge, count: number, i: number, boxes: Places): Point {
  const [a, b] = [boxes.get(source)!, boxes.get(target)!];
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 + (i - (count - 1) / 2) * 44 };
}

function groups(edges: Iterable<DiagramEdge>, key: (edge: DiagramEdge) => string): Iterable<DiagramEdge[]> {
  const found = new Map<string, DiagramEdge[]>();
  for (const edge of edges) found.set(key(edge), [...(found.get(key(edge)) ?? []), edge]);
  return found.values();
}
