import type { Columns, Slot } from './columns.js';
import type { DiagramNode } from './diagram.js';
import { isPill, type Room, type Size } from './sizes.js';

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
  readonly apart: (upper: Slot, lower: Slot) => number;
}

/** The node that a bias or target stands beside. */
export const hostOf = ({ stands }: DiagramNode): string | undefined =>
  typeof stands === 'object' ? stands.beside : undefined;

/** How far apart rows stand at most. */
const farthest = 250;

/** Make room for names, biases (below their node) and targets (above it in the upper half of a column). */
export function spacingOf(
  nodes: readonly DiagramNode[],
  { columns }: Columns,
  sizes: ReadonlyMap<string, Size>,
  { compact, spare = 0 }: Room,
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
  const roomy = compact ? (besides.size > most ? 96 : 90) : most <= 2 ? 176 : 132;
  const least = Math.max(most <= 3 ? roomy : 0, ...needed);
  const pitch = Math.max(least, Math.min(farthest, least + spare / (most - 1 || 1)));
  const down = ({ node }: Slot): number => (node ? reach.get(node.id)!.down : 0);
  const up = ({ node }: Slot): number => (node ? reach.get(node.id)!.up : 0);
  const tall = ({ node }: Slot): boolean => node !== undefined && !isPill(node);
  const apart = (a: Slot, b: Slot): number => (tall(a) && tall(b) ? pitch : down(a) + up(b) + 16);
  return { reach, besides, apart };
}
