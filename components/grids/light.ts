import { parseReference, Reveal, type Factor, type FactorRole, type Graph } from '../../src/index.js';
import type { Scene } from '../scene.js';
import type { UnitEdge } from './units.js';

/** A factor's role; `through` is where a path passes on unchanged, so that the formula leaves the factor 1 out. */
export type LightRole = FactorRole | 'through';

/** A line between two cells: a variable, and one computed from it. */
export interface LitLine {
  readonly from: string;
  readonly to: string;
  readonly role: LightRole;
}

/** What the current step lights, in the roles that the formula beside it uses. */
export interface Light {
  /** The variable whose value or gradient the step finds. */
  readonly asked: string;
  /** Roles of cells, by variable. */
  readonly cells: ReadonlyMap<string, LightRole>;
  /** By `from>to`. */
  readonly lines: ReadonlyMap<string, LitLine>;
  /** Roles of whole edges between units, by id: all that lies between a line and the loss. */
  readonly edges: ReadonlyMap<string, LightRole>;
  /** Where several paths begin: their numbers, by the line that each goes through. */
  readonly paths: ReadonlyMap<string, number>;
}

/** What a step lights. Its question lights only what it asks for. */
export function lightOf(
  { step, state, trace }: Pick<Scene, 'step' | 'state' | 'trace'>,
  edges: readonly UnitEdge[],
): Light {
  const lamps = new Lamps(trace.graph, edges);
  const { target } = step;
  if (state.reveal === Reveal.question) return { ...lamps, asked: target };
  if (step.kind === 'line') {
    const { labels = [] } = trace.graph.lines.get(target) ?? {};
    for (const name of [...trace.graph.uses(target), ...labels]) {
      lamps.cell(name, 'input');
      lamps.line(name, target, 'input');
    }
  } else if (step.kind === 'local') {
    lamps.factor({ ref: step.result, role: 'local', meaning: step.formula });
  }
  for (const [i, path] of step.paths.entries()) {
    for (const factor of path[state.view]) lamps.factor(factor);
    lamps.through(target, path.via);
    if (step.paths.length > 1) lamps.paths.set(path.via, i + 1);
  }
  return { ...lamps, asked: target };
}

/** The variables whose cells are shown of a large tensor, the most important first. */
export const focusOf = ({ asked, paths, cells, lines }: Light): readonly string[] => [
  asked,
  ...paths.keys(),
  ...cells.keys(),
  ...[...lines.values()].flatMap(({ from, to }) => [from, to]),
];

/** Where several roles meet, the later one wins: on a line the factor nearest to what is asked. */
const onLines: readonly LightRole[] = ['through', 'upstream', 'local', 'input'];
const onCells: readonly LightRole[] = ['through', 'local', 'upstream', 'input'];

class Lamps {
  readonly cells = new Map<string, LightRole>();
  readonly lines = new Map<string, LitLine>();
  readonly edges = new Map<string, LightRole>();
  readonly paths = new Map<string, number>();
  readonly #graph: Graph;
  readonly #uses: readonly UnitEdge[];
  readonly #passed = new Set<string>();
  /** The lines whose gradient is a factor. */
  readonly #known = new Set<string>();

  constructor(graph: Graph, edges: readonly UnitEdge[]) {
    this.#graph = graph;
    this.#uses = edges;
  }

  factor({ ref, role, meaning }: Factor): void {
    const reference = parseReference(ref)?.reference;
    if (reference?.kind === 'local') {
      const { name, by } = reference;
      this.line(by, name, role);
      if (role !== 'input' || meaning.kind !== 'name') return this.cell(name, 'local');
      this.cell(meaning.name, role);
      if (this.#graph.uses(name).includes(meaning.name)) this.line(meaning.name, name, role);
    } else if (reference?.kind === 'backward') {
      this.cell(reference.name, role);
      this.#known.add(reference.name);
      this.#onward(this.#graph.unitOf(reference.name), role);
    }
  }

  /** The whole of a path that does not branch, as far as what is known from upstream. */
  through(variable: string, via: string): void {
    this.line(variable, via, 'through');
    if (this.#known.has(via)) return;
    const [next, ...others] = this.#graph.consumers(via).filter((line) => this.#graph.distance(line) !== undefined);
    if (next !== undefined && others.length === 0) this.through(via, next);
  }

  /** From unit to unit as far as the loss: what ∂loss/∂variable sums up. */
  #onward(unit: string, role: LightRole): void {
    if (this.#passed.has(unit)) return;
    this.#passed.add(unit);
    for (const { id, from, to } of this.#uses) {
      if (from !== unit || this.#graph.unitDistance(to) === undefined) continue;
      this.edges.set(id, role);
      this.#onward(to, role);
    }
  }

  cell(variable: string, role: LightRole): void {
    if (onCells.indexOf(role) >= onCells.indexOf(this.cells.get(variable) ?? 'through')) this.cells.set(variable, role);
  }

  line(from: string, to: string, role: LightRole): void {
    const id = `${from}>${to}`;
    const before = this.lines.get(id)?.role ?? 'through';
    if (onLines.indexOf(role) >= onLines.indexOf(before)) this.lines.set(id, { from, to, role });
  }
}
