import { columnCentres, margin, type Block } from './across.js';
import { columnsOf, heights, type Slot } from './columns.js';
import { diagramOf, type DiagramEdge, type DiagramNode, type Drawable } from './diagram.js';
import { pointAt, type Box, type Point } from './geometry.js';
import { placeLabels } from './labels.js';
import { routesOf, shortRoute, type Route } from './routes.js';
import { labelSize, nodeText, sizeOf, type NodeText, type Room, type Size } from './sizes.js';
import { hostOf, spacingOf, type Reach } from './spacing.js';

/** A node with its place. `above` is the room that its name takes on top of the box. */
export interface PictureNode extends Box, DiagramNode, NodeText {
  readonly above: number;
}

/** An edge with its way, and the place of its label if it has one. */
export interface PictureEdge extends DiagramEdge {
  /** Path data, and nearly the same as points. Empty for a target: it stands beside its node. */
  readonly d: string;
  readonly line: readonly Point[];
  /** `spare`: there is no free room for it, so it is shown only while the edge is lit. */
  readonly label?: Box & { readonly spare: boolean };
}

/** Everything about the diagram that follows from the program and the room: plain data. */
export interface Picture {
  /** The part of the plane it fills. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly compact: boolean;
  readonly nodes: readonly PictureNode[];
  readonly edges: readonly PictureEdge[];
}

/** Lay a program out for a width. It becomes wider where it must; then it scrolls inside itself. */
export function layout(drawable: Drawable, room: Room): Picture {
  const diagram = diagramOf(drawable);
  const columns = columnsOf(diagram);
  const sizes = new Map(diagram.nodes.map((node) => [node.id, sizeOf(node, room)]));
  const { reach, besides, apart } = spacingOf(diagram.nodes, columns, sizes, room);
  const ys = heights(columns.columns, apart);
  const besideIn = new Map(
    diagram.nodes.flatMap((node) => (besides.has(node.id) ? [[node, besides.get(node.id)!]] : [])),
  );
  const blocks = columns.columns.map((column) =>
    column.flatMap((slot) => blocksOf(slot, ys.get(slot)!, besideIn, sizes)),
  );
  const widths = columns.columns.map((column) =>
    Math.max(0, ...column.map(({ node }) => (node ? sizes.get(node.id)!.w : 0))),
  );
  const xs = columnCentres(widths, blocks, columns, room);

  const places = new Map<Slot, Point>();
  columns.columns.forEach((column, i) => column.forEach((slot) => places.set(slot, { x: xs[i]!, y: ys.get(slot)! })));
  const nodes = new Map<string, PictureNode>();
  const put = (node: DiagramNode, at: Point): void => {
    nodes.set(node.id, { ...node, ...nodeText(node), ...sizes.get(node.id)!, ...at });
  };
  for (const [slot, at] of places) if (slot.node) put(slot.node, at);
  for (const [node, dy] of besideIn) {
    const { x, y } = nodes.get(hostOf(node)!)!;
    put(node, { x, y: y + dy });
  }
  for (const [node, at] of belowPlaces(diagram, nodes, sizes, reach, room)) put(node, at);

  const routes = new Map<DiagramEdge, Route>(routesOf(columns.ways, (slot) => places.get(slot)!, nodes));
  for (const edge of diagram.edges) {
    const source = nodes.get(edge.source)!;
    if (routes.has(edge) || source.kind === 'target') continue;
    routes.set(edge, shortRoute(source, nodes.get(edge.target)!, source.stands === 'below'));
  }
  const edges = labelled(diagram.edges, routes, [...nodes.values()], room, columns.isCrowd);
  return framed([...nodes.values()], edges, room);
}

/** What takes room at a slot: the box, its name, what stands beside it; a little for an edge that passes. */
function blocksOf(
  { node }: Slot,
  y: number,
  besides: ReadonlyMap<DiagramNode, number>,
  sizes: ReadonlyMap<string, Size>,
): readonly Block[] {
  if (!node) return [{ y, w: 0, h: 16 }];
  const { w, h, above, name } = sizes.get(node.id)!;
  const others = [...besides].filter(([other]) => hostOf(other) === node.id);
  return [
    { y, w, h },
    ...(above > 0 ? [{ y: y - (h + above) / 2, w: name, h: above }] : []),
    ...others.map(([other, dy]) => ({ ...sizes.get(other.id)!, y: y + dy })),
  ];
}

/** Biases that several nodes of a column use stand below the network, side by side. */
function belowPlaces(
  { nodes, edges }: { nodes: readonly DiagramNode[]; edges: readonly DiagramEdge[] },
  placed: ReadonlyMap<string, PictureNode>,
  sizes: ReadonlyMap<string, Size>,
  reach: ReadonlyMap<string, Reach>,
  { compact }: Room,
): readonly (readonly [DiagramNode, Point])[] {
  const taken = new Map<number, number>();
  return nodes
    .filter(({ stands }) => stands === 'below')
    .map((node) => {
      const hosts = edges.filter(({ source }) => source === node.id).map(({ target }) => placed.get(target)!);
      const standing = [...placed.values()].filter(({ stands }) => stands === 'column');
      const near = standing.filter(({ column }) => column === node.column || column === node.column + 1);
      const floor = Math.max(...near.map(({ id, y }) => y + reach.get(id)!.down));
      const edge = Math.max(
        ...near.filter(({ column }) => column === node.column).map(({ x, w }) => x + w / 2),
        -Infinity,
      );
      const side = Math.min(...hosts.map(({ x, w }) => x - w / 2));
      const x = Number.isFinite(edge) && edge < side ? (edge + side) / 2 : side - 40;
      const { w, h } = sizes.get(node.id)!;
      const count = taken.get(node.column) ?? 0;
      taken.set(node.column, count + 1);
      return [
        node,
        { x: x - (count % 2) * (w + 8), y: floor + (compact ? 12 : 26) + h / 2 + Math.floor(count / 2) * (h + 8) },
      ] as const;
    });
}

function labelled(
  edges: readonly DiagramEdge[],
  routes: ReadonlyMap<DiagramEdge, Route>,
  nodes: readonly PictureNode[],
  room: Room,
  isCrowd: boolean,
): readonly PictureEdge[] {
  const boxes = nodes.map(({ x, y, w, h, above }) => ({ x, y: y - above / 2, w, h: h + above }));
  const withLabel = edges.filter(({ by }) => by !== undefined);
  const wanted = withLabel.map((edge) => ({ line: routes.get(edge)!.line, ...labelSize(edge.by!, room.compact) }));
  const lines = [...routes.values()].map(({ line }) => line);
  const found = isCrowd ? [] : placeLabels(wanted, lines, boxes);
  const labels = new Map(
    withLabel.map((edge, i) => {
      const { line, w, h } = wanted[i]!;
      return [edge, found[i] ? { ...found[i], spare: false } : { ...pointAt(line, 0.5), w, h, spare: true }];
    }),
  );
  return edges.map((edge) => {
    const label = labels.get(edge);
    return { ...edge, ...(routes.get(edge) ?? { d: '', line: [] }), ...(label && { label }) };
  });
}

/** The part of the plane that the picture fills, the network in its middle. */
function framed(nodes: readonly PictureNode[], edges: readonly PictureEdge[], { width, compact }: Room): Picture {
  const left = least(nodes.map(({ x, w }) => x - w / 2)) - margin;
  const right = most(nodes.map(({ x, w }) => x + w / 2)) + margin;
  const ys = edges.flatMap(({ line, label }) => [
    ...line.map(({ y }) => y),
    ...(label ? [label.y - label.h / 2, label.y + label.h / 2] : []),
  ]);
  const top = least([...nodes.map(({ y, h, above }) => y - h / 2 - above), ...ys]) - margin;
  const bottom = most([...nodes.map(({ y, h }) => y + h / 2), ...ys]) + margin;
  const full = Math.max(width, right - left);
  return { x: (left + right - full) / 2, y: top, width: full, height: bottom - top, compact, nodes, edges };
}

/** There may be more points than a call takes arguments. */
const least = (values: readonly number[]): number => values.reduce((a, b) => Math.min(a, b), Infinity);
const most = (values: readonly number[]): number => values.reduce((a, b) => Math.max(a, b), -Infinity);
