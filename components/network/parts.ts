import { gradientOf, localOf, pathTerm, updateOf, valueReference } from '../../src/index.js';
import { pointAt, type Box } from './geometry.js';
import type { Picture, PictureEdge, PictureNode } from './layout.js';

/** What can be pointed at and focused: a variable in its node, or an edge. */
export interface Part {
  readonly id: string;
  /** The variable whose number it shows first: `out_h1`, `w5`. */
  readonly name: string;
  /** Everything it stands for; lit when any of these is. */
  readonly refs: readonly string[];
  /** Where it is. */
  readonly box: Box;
  readonly node?: PictureNode;
  readonly edge?: PictureEdge;
}

/** The parts of a picture, by id. */
export function partsOf(picture: Picture): ReadonlyMap<string, Part> {
  const parts = [...picture.nodes.flatMap((node) => rowsOf(node, picture.compact)), ...picture.edges.flatMap(edgePart)];
  return new Map(parts.map((part) => [part.id, part]));
}

/** The part that stands for a variable in a node. */
export function rowId({ id, variables }: PictureNode, variable: string, compact: boolean): string {
  return `${id}:${compact ? variables.at(-1)! : variable}`;
}

function rowsOf(node: PictureNode, compact: boolean): readonly Part[] {
  const { variables, x, y, w, h } = node;
  const local = variables.slice(1).map((variable, i) => localOf(variable, variables[i]!));
  const refs = (variable: string): readonly string[] => [
    variable,
    gradientOf(variable),
    ...(node.kind === 'parameter' ? [updateOf(variable)] : []),
  ];
  if (compact) {
    const last = variables.at(-1)!;
    const all = [...variables].reverse().flatMap(refs);
    return [{ id: rowId(node, last, true), name: last, refs: [...all, ...local], box: { x, y, w, h }, node }];
  }
  const row = h / variables.length;
  return variables.map((variable, i) => ({
    id: rowId(node, variable, false),
    name: variable,
    refs: [...refs(variable), ...local],
    box: { x, y: y - h / 2 + row * (i + 0.5), w, h: row },
    node,
  }));
}

function edgePart(edge: PictureEdge): readonly Part[] {
  if (!edge.d) return [];
  const { id, from, to, by, line, label } = edge;
  const weight = by === undefined ? [] : [by, localOf(to, by), gradientOf(by), pathTerm(by, to), updateOf(by)];
  const refs = [...weight, localOf(to, from), pathTerm(from, to)];
  return [{ id, name: by ?? from, refs, box: label ?? { ...pointAt(line, 0.5), w: 0, h: 0 }, edge }];
}

/** The ids of the parts that these references light up, steps of values and iterations included. */
export function litParts(parts: ReadonlyMap<string, Part>, refs: readonly string[]): ReadonlySet<string> {
  const wanted = new Set(refs.map((ref) => valueReference(ref).replace(/@\d+$/, '')));
  if (wanted.size === 0) return wanted;
  return new Set([...parts.values()].filter((part) => part.refs.some((ref) => wanted.has(ref))).map(({ id }) => id));
}

/** The part to begin at when a variable is asked for. */
export function mainPart(parts: ReadonlyMap<string, Part>, variable: string): Part | undefined {
  const all = [...parts.values()];
  return all.find(({ name }) => name === variable) ?? all.find(({ refs }) => refs.includes(variable)) ?? all[0];
}

/** The next part in the direction of an arrow key: along the edges, or to what stands above or below. */
export function neighbour(parts: ReadonlyMap<string, Part>, from: Part, key: string): Part | undefined {
  const all = [...parts.values()];
  if (key === 'ArrowUp' || key === 'ArrowDown') {
    const sign = key === 'ArrowDown' ? 1 : -1;
    const beyond = all.filter(({ box }) => sign * (box.y - from.box.y) > 1);
    const alike = beyond.filter(({ node }) => !node === !from.node);
    return nearest(alike, from, 3) ?? nearest(beyond, from, 3);
  }
  const right = key === 'ArrowRight';
  if (from.edge) {
    const { source, target, from: variable, to } = from.edge;
    const ends = all.filter(({ node }) => node?.id === (right ? target : source));
    return ends.find(({ name }) => name === (right ? to : variable)) ?? ends[0];
  }
  const rows = all.filter(({ node }) => node === from.node);
  const edges = all.filter(({ edge }) => edge && (right ? edge.source : edge.target) === from.node?.id);
  return rows[rows.indexOf(from) + (right ? 1 : -1)] ?? nearest(edges, from, 0);
}

function nearest(parts: readonly Part[], { box }: Part, sideways: number): Part | undefined {
  const cost = (part: Part): number => Math.abs(part.box.y - box.y) + sideways * Math.abs(part.box.x - box.x);
  return [...parts].sort((a, b) => cost(a) - cost(b))[0];
}
