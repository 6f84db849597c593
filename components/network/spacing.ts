import type { Columns, Slot } from './columns.js';
import type { DiagramNode } from './diagram.js';
import { isPill, labelSize, type Room, type Size } from './sizes.js';

/** How far a node reaches above and below its centre, with its name and what stands beside it. */
export interface Reach {
  readonly up: number;
  readonly down: number;
}

/** What the heights of nodes follow from. */
export interface Spacing {
  readonly reach: ReadonlyMap<string, Reach>;
  /** For a bias or target beside a node: how far its centre is from that node's. */
  readonly besides: ReadonlyMap<string, number>;
  apart(upper: Slot, lower: Slot): number;
}

/** The node that a bias or target stands beside. */
export const hostOf = ({ stands }: DiagramNode): string | undefined =>
  typeof stands === 'object' ? stands.beside : undefined;

/** Make room for names, biases (below their node) and targets (above it in the upper half of a column). */
export function spacingOf(
  nodes: readonly DiagramNode[],
  { columns }: Columns,
  sizes: ReadonlyMap<string, Size>,
  { compact }: Room,
): Spacing {
  const upper = new Set(columns.flatMap((column) => column.slice(0, column.length / 2)).map(({ node }) => node?.id));
  const reach = new Map([...sizes].map(([id, { h, above }]) => [id, { up: h / 2 + above, down: h / 2 }]));
  const besides = new Map<string, number>();
  for (const node of nodes) {
    const host = reach.get(hostOf(node) ?? '');
    if (!host) continue;
    const { h } = sizes.get(node.id)!;
    const gap = node.kind === 'target' ? 1 : compact ? 10 : 16;
    const taken = host.down > sizes.get(hostOf(node)!)!.h / 2;
    if (node.kind === 'target' && (taken || upper.has(hostOf(node)))) {
      besides.set(node.id, -host.up - gap - h / 2);
      host.up += gap + h;
    } else {
      besides.set(node.id, host.down + gap + h / 2);
      host.down += gap + h;
    }
  }

  const standing = columns.map((column) => column.flatMap(({ node }) => node ?? []));
  const most = Math.max(...standing.map((column) => column.length));
  const needed = standing.flatMap((column) =>
    column.slice(1).map((node, i) => reach.get(column[i]!.id)!.down + reach.get(node.id)!.up + (compact ? 10 : 18)),
  );
  // Few rows stand far apart, so that edges that cross leave room for their labels.
  const roomy = compact ? 82 : most <= 2 ? 168 : 126;
  const pitch = Math.max(most <= 3 ? roomy : 0, ...needed);
  const down = ({ node }: Slot): number => (node ? reach.get(node.id)!.down : 0);
  const up = ({ node }: Slot): number => (node ? reach.get(node.id)!.up : 0);
  const tall = ({ node }: Slot): boolean => node !== undefined && !isPill(node);
  const apart = (a: Slot, b: Slot): number => (tall(a) && tall(b) ? pitch : down(a) + up(b) + 16);
  return { reach, besides, apart };
}

/** The centres of the columns: what the width allows, most of it for edges that carry labels. */
export function columnCentres(
  { columns, ways }: Columns,
  heights: ReadonlyMap<Slot, number>,
  reach: Spacing['reach'],
  sizes: ReadonlyMap<string, Size>,
  room: Room,
): readonly number[] {
  const { width, compact } = room;
  const widths = columns.map((column) => Math.max(0, ...column.map(({ node }) => (node ? sizes.get(node.id)!.w : 0))));
  const labels = new Map<Slot, number>();
  for (const [{ by }, way] of ways) {
    if (by === undefined) continue;
    for (const slot of way.slice(0, -1)) labels.set(slot, Math.max(labels.get(slot) ?? 0, labelSize(by, room).w));
  }
  const gaps = columns.slice(1).map((column, i) => {
    const label = Math.max(...columns[i]!.map((slot) => labels.get(slot) ?? 0));
    const carries = label > 0;
    const nested = compact && !carries && canNest(columns[i]!, column, heights, reach);
    // A node between two others of the column before may move in between them.
    if (nested) return { least: -0.45 * Math.min(widths[i]!, widths[i + 1]!), most: 16, share: 1 };
    return carries
      ? { least: label + (compact ? 12 : 20), most: 160, share: 3 }
      : { least: compact ? 12 : 30, most: compact ? 40 : 80, share: 1 };
  });
  const least = sum(widths) + sum(gaps.map((gap) => gap.least));
  let extra = Math.max(0, width - 2 * margin - least);
  const shares = sum(gaps.map(({ share }) => share));
  const final = gaps.map(({ least, most, share }) => Math.min(most, least + (extra * share) / shares));
  let x = 0;
  return widths.map((w, i) => {
    const centre = x + w / 2;
    x += w + (final[i] ?? 0);
    return centre;
  });
}

/** The room left around the picture. */
export const margin = 4;

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

function canNest(
  column: readonly Slot[],
  next: readonly Slot[],
  heights: ReadonlyMap<Slot, number>,
  reach: Spacing['reach'],
): boolean {
  const spans = (slots: readonly Slot[]) =>
    slots.map((slot) => {
      const { up, down } = slot.node ? reach.get(slot.node.id)! : { up: 8, down: 8 };
      return [heights.get(slot)! - up - 3, heights.get(slot)! + down + 3] as const;
    });
  const others = spans(next);
  return spans(column).every(([top, bottom]) => others.every(([start, end]) => bottom < start || end < top));
}
