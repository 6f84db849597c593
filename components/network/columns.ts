import type { Diagram, DiagramEdge, DiagramNode } from './diagram.js';

/** A place in a column: a node, or where a long edge passes by. */
export interface Slot {
  readonly node?: DiagramNode;
  readonly before: Slot[];
  readonly after: Slot[];
}

/**
 * The columns with their slots from top to bottom, and the slots each edge runs through. In a crowd edges go straight
 * to their ends, over what stands between.
 */
export interface Columns {
  readonly columns: readonly (readonly Slot[])[];
  readonly ways: ReadonlyMap<DiagramEdge, readonly Slot[]>;
  readonly isCrowd: boolean;
}

const sweeps = 8;
/** Slots that edges may pass by. With more of them, working out where would take seconds, and nobody could follow an edge. */
const mostPassing = 1000;

/** Sort nodes into columns, top to bottom, so that few edges cross (Sugiyama, Tagawa & Toda 1981). */
export function columnsOf({ nodes, edges }: Diagram): Columns {
  const standing = nodes.filter(({ stands }) => stands === 'column');
  const first = Math.min(...standing.map(({ column }) => column));
  const columns: Slot[][] = [];
  const add = (column: number, slot: Slot): Slot => {
    (columns[column - first] ??= []).push(slot);
    return slot;
  };
  const slots = new Map(standing.map((node) => [node.id, add(node.column, { node, before: [], after: [] })]));
  const ways = new Map<DiagramEdge, readonly Slot[]>();
  const columnOf = (id: string): number => slots.get(id)?.node?.column ?? NaN;
  const passing = edges.map(({ source, target }) => Math.max(0, columnOf(target) - columnOf(source) - 1) || 0);
  const isCrowd = passing.reduce((sum, count) => sum + count, 0) > mostPassing;
  for (const edge of edges) {
    const [source, target] = [slots.get(edge.source), slots.get(edge.target)];
    if (!source?.node || !target?.node) continue;
    const way = [source];
    if (isCrowd && target.node.column > source.node.column + 1) {
      ways.set(edge, [source, target]);
      continue;
    }
    for (let column = source.node.column + 1; column < target.node.column; column++) {
      way.push(add(column, { before: [], after: [] }));
    }
    way.push(target);
    way.slice(1).forEach((slot, i) => {
      way[i]!.after.push(slot);
      slot.before.push(way[i]!);
    });
    ways.set(edge, way);
  }
  return { columns: fewestCrossings(Array.from(columns, (column) => column ?? [])), ways, isCrowd };
}

function fewestCrossings(columns: Slot[][]): readonly (readonly Slot[])[] {
  let best = columns.map((column) => [...column]);
  let fewest = crossings(best);
  const current = best.map((column) => [...column]);
  for (let sweep = 0; sweep < sweeps && fewest > 0; sweep++) {
    const forward = sweep % 2 === 0;
    for (let i = 1; i < current.length; i++) {
      const at = forward ? i : current.length - 1 - i;
      const fixed = places(current[forward ? at - 1 : at + 1]!);
      const own = places(current[at]!);
      const wish = new Map(
        current[at]!.map((slot) => {
          const others = (forward ? slot.before : slot.after).map((other) => fixed.get(other)!);
          return [slot, others.length > 0 ? mean(others) : own.get(slot)!];
        }),
      );
      current[at]!.sort((a, b) => wish.get(a)! - wish.get(b)!);
    }
    const count = crossings(current);
    if (count >= fewest) continue;
    fewest = count;
    best = current.map((column) => [...column]);
  }
  return best;
}

function crossings(columns: readonly (readonly Slot[])[]): number {
  let count = 0;
  for (const [i, column] of columns.entries()) {
    const next = places(columns[i + 1] ?? []);
    const seen: number[] = [];
    for (const slot of column) {
      const ends = slot.after.map((other) => next.get(other)!);
      for (const end of ends) count += seen.filter((earlier) => earlier > end).length;
      seen.push(...ends);
    }
  }
  return count;
}

const places = (column: readonly Slot[]): ReadonlyMap<Slot, number> => new Map(column.map((slot, i) => [slot, i]));
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * Heights for the slots of every column: each as near as possible to the middle of its neighbours,
 * in order, and at least `apart` from the next.
 */
export function heights(columns: Columns['columns'], apart: (upper: Slot, lower: Slot) => number): Map<Slot, number> {
  const y = new Map<Slot, number>();
  for (const column of columns) for (const [slot, at] of spaced(column, () => 0, apart)) y.set(slot, at);
  for (let sweep = 0; sweep < sweeps; sweep++) {
    const forward = sweep % 2 === 0;
    for (const column of forward ? columns : [...columns].reverse()) {
      const wish = (slot: Slot): number => {
        const others = forward ? slot.before : slot.after;
        return others.length > 0 ? mean(others.map((other) => y.get(other)!)) : y.get(slot)!;
      };
      for (const [slot, at] of spaced(column, wish, apart)) y.set(slot, at);
    }
  }
  return y;
}

/** The positions nearest to the wishes that keep order and distance: pooled means of neighbours that collide. */
function spaced(
  column: readonly Slot[],
  wish: (slot: Slot) => number,
  apart: (upper: Slot, lower: Slot) => number,
): readonly (readonly [Slot, number])[] {
  let offset = 0;
  const offsets = column.map((slot, i) => (offset += i === 0 ? 0 : apart(column[i - 1]!, slot)));
  const pools: { sum: number; count: number }[] = [];
  column.forEach((slot, i) => {
    pools.push({ sum: wish(slot) - offsets[i]!, count: 1 });
    for (;;) {
      const [upper, lower] = pools.slice(-2);
      if (!upper || !lower || upper.sum / upper.count <= lower.sum / lower.count) break;
      pools.splice(-2, 2, { sum: upper.sum + lower.sum, count: upper.count + lower.count });
    }
  });
  const means = pools.flatMap(({ sum, count }) => Array<number>(count).fill(sum / count));
  return column.map((slot, i) => [slot, means[i]! + offsets[i]!] as const);
}
