import { elementName, elementOf, type Graph, type Role, type Setup } from '../../src/index.js';

/** What a unit is for: a line gives it (the loss is one of them), or it is given. */
export type UnitKind = 'line' | 'loss' | Role;

/** A vector or matrix, or a scalar that belongs to none, as the diagram shows it: a grid of cells. */
export interface Unit {
  readonly name: string;
  readonly kind: UnitKind;
  readonly shape: readonly number[];
  /** As drawn: samples (or rows) down, features (or columns) across. */
  readonly rows: number;
  readonly columns: number;
  /** An inner quantity of a block: the name of the block's output. */
  readonly within?: string;
}

/** A use of one unit by another, whatever elements it joins. */
export interface UnitEdge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
}

/** What a program's diagram shows, without coordinates. */
export interface Units {
  /** Given ones first, then lines, each in program order. */
  readonly units: ReadonlyMap<string, Unit>;
  readonly edges: readonly UnitEdge[];
}

/** What units are read from. A setup is one. */
export type Gridded = Pick<Setup, 'program' | 'given' | 'loss'>;

/** Read a program's units and who uses whom. */
export function unitsOf({ program, given, loss }: Gridded, graph: Graph): Units {
  const edges = new Map<string, UnitEdge>();
  const kinds = new Map<string, UnitKind>();
  const roles = new Map(given.map(({ name, role }) => [name, role]));
  const lines: string[] = [];
  const end = graph.unitOf(loss);
  for (const { name, labels = [] } of program.lines) {
    const to = graph.unitOf(name);
    if (!kinds.has(to)) lines.push(to);
    kinds.set(to, to === end ? 'loss' : 'line');
    for (const used of [...graph.uses(name), ...labels]) {
      const from = graph.unitOf(used);
      if (!graph.lines.has(used)) kinds.set(from, kinds.get(from) ?? roles.get(used) ?? 'constant');
      if (from !== to) edges.set(`${from}>${to}`, { id: `${from}>${to}`, from, to });
    }
  }
  const all = [...[...kinds.keys()].filter((name) => !lines.includes(name)), ...lines];
  const shapeOf = (name: string): readonly number[] => program.tensors?.get(name)?.shape ?? [];
  const lying = lyingVectors(
    all,
    shapeOf,
    graph,
    program.lines.map(({ name }) => name),
  );
  const units = all.map((name): [string, Unit] => {
    const shape = shapeOf(name);
    const within = program.tensors?.get(name)?.written?.within;
    const columns = shape.length > 1 ? shape.at(-1)! : lying.has(name) ? shape[0]! : 1;
    const rows = shape.reduce((product, size) => product * size, 1) / columns;
    return [name, { name, kind: kinds.get(name)!, shape, rows, columns, ...(within !== undefined && { within }) }];
  });
  return { units: new Map(units), edges: [...edges.values()] };
}

/** Where a number stands in its tensor. */
interface Place {
  readonly tensor: string;
  readonly index: readonly number[];
}

/**
 * The vectors that lie: theirs is the last axis of the matrices they meet, as a bias of features or a mean over samples.
 * The others stand, as one number for each sample, or as a vector in a program without a batch.
 */
function lyingVectors(
  names: readonly string[],
  shapeOf: (name: string) => readonly number[],
  graph: Graph,
  lines: readonly string[],
): ReadonlySet<string> {
  const votes = new Map<string, number>();
  const alike = new Map<string, Set<string>>();
  const meet = (vector: string, other: string): void => {
    const [a, b] = [vector, other].map((name) => ({ tensor: graph.unitOf(name), index: graph.placeInUnit(name) })) as [
      Place,
      Place,
    ];
    if (b.index.length === 1) {
      if (a.index[0] !== b.index[0] || a.index[0] === 1) return;
      alike.set(a.tensor, (alike.get(a.tensor) ?? new Set()).add(b.tensor));
      alike.set(b.tensor, (alike.get(b.tensor) ?? new Set()).add(a.tensor));
    } else if (b.index.length > 1) {
      const [row, column] = [b.index[0] === a.index[0], b.index.at(-1) === a.index[0]];
      votes.set(a.tensor, (votes.get(a.tensor) ?? 0) + Number(column) - Number(row));
    }
  };
  const isVector = (name: string): boolean => shapeOf(graph.unitOf(name)).length === 1;
  for (const line of someOfEach(lines, graph)) {
    const { labels = [] } = graph.lines.get(line)!;
    for (const used of [...graph.uses(line), ...labels]) {
      if (isVector(used)) meet(used, line);
      if (isVector(line)) meet(line, used);
    }
  }
  const lying = new Set(names.filter((name) => (votes.get(name) ?? 0) > 0));
  // A vector that meets no matrix does as the vectors of its own length that it meets, element by element.
  const spread = [...lying];
  for (const name of spread) {
    for (const other of alike.get(name) ?? []) {
      const same = shapeOf(other)[0] === shapeOf(name)[0];
      if (!same || lying.has(other) || votes.get(other)) continue;
      lying.add(other);
      spread.push(other);
    }
  }
  return lying;
}

/** A few lines of each tensor are enough to see which axes meet. */
function someOfEach(lines: readonly string[], graph: Graph): readonly string[] {
  const counts = new Map<string, number>();
  return lines.filter((name) => {
    const unit = graph.unitOf(name);
    const count = (counts.get(unit) ?? 0) + 1;
    counts.set(unit, count);
    return count <= enough;
  });
}

const enough = 12;

/** The variable in a cell, rows and columns from 0. Of more than two axes, all but the last run down. */
export function variableAt(
  { name, shape, columns }: Pick<Unit, 'name' | 'shape' | 'columns'>,
  row: number,
  column: number,
): string {
  let at = row * columns + column;
  const index = [...shape].reverse().map((size) => {
    const place = 1 + (at % size);
    at = Math.floor(at / size);
    return place;
  });
  return elementName(name, index.reverse());
}

/** The cell of a variable: the inverse of {@link variableAt}. */
export function cellOf({ shape, columns }: Unit, variable: string): readonly [row: number, column: number] {
  const { index } = elementOf(variable);
  const at = index.slice(index.length - shape.length).reduce((place, each, axis) => place * shape[axis]! + each - 1, 0);
  return [Math.floor(at / columns), at % columns];
}
