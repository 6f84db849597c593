import { parseReference, Reveal, type Factor, type FactorRole, type Graph } from '../../src/index.js';
import type { Scene } from '../scene.js';
import type { Picture, PictureEdge } from './layout.js';
import { rowId } from './parts.js';

/** A factor's role; `through` is where a path passes on unchanged, so that the formula leaves the factor 1 out. */
export type LightRole = FactorRole | 'through';

/** What the current step lights, in the roles that the formula beside it uses. */
export interface Light {
  /** Roles of parts, by id: a variable's row, or an edge. */
  readonly parts: ReadonlyMap<string, LightRole>;
  /** Roles of whole nodes, by id: what happens inside, from net to out. */
  readonly nodes: ReadonlyMap<string, LightRole>;
  /** The variable whose value or gradient the step finds. */
  readonly asked: string;
  /** Where several paths begin: their numbers, by edge id. */
  readonly paths: ReadonlyMap<string, number>;
}

/** What a step lights. Its question lights only what it asks for. */
export function lightOf({ step, state, trace }: Pick<Scene, 'step' | 'state' | 'trace'>, picture: Picture): Light {
  const lamps = new Lamps(picture, trace.graph);
  if (state.reveal === Reveal.question) return { ...lamps, asked: step.target };
  if (step.kind === 'line') {
    for (const name of trace.graph.uses(step.target)) {
      lamps.variable(name, 'input');
      lamps.between(name, step.target, 'input');
    }
  } else if (step.kind === 'local') {
    lamps.factor({ ref: step.result, role: 'local', meaning: step.formula });
  }
  for (const [i, path] of step.paths.entries()) {
    for (const factor of path[state.view]) lamps.factor(factor);
    lamps.through(step.target, path.via);
    if (step.paths.length > 1) for (const { id } of lamps.edges(step.target, path.via)) lamps.paths.set(id, i + 1);
  }
  return { ...lamps, asked: step.target };
}

class Lamps {
  readonly parts = new Map<string, LightRole>();
  readonly nodes = new Map<string, LightRole>();
  readonly paths = new Map<string, number>();
  readonly #picture: Picture;
  readonly #graph: Graph;

  constructor(picture: Picture, graph: Graph) {
    this.#picture = picture;
    this.#graph = graph;
  }

  factor({ ref, role, meaning }: Factor): void {
    const reference = parseReference(ref)?.reference;
    if (reference?.kind === 'local') {
      this.between(reference.by, reference.name, role);
      if (role === 'input' && meaning.kind === 'name') this.variable(meaning.name, role);
    } else if (reference?.kind === 'backward') {
      this.#downstream(reference.name, role);
    }
  }

  /** The whole of a path that does not branch. */
  through(variable: string, via: string): void {
    this.between(variable, via, 'through');
    const [next, ...others] = this.#graph.consumers(via).filter((line) => this.#graph.distance(line) !== undefined);
    if (next !== undefined && others.length === 0) this.through(via, next);
  }

  /** Everything between a variable and the loss: what ∂loss/∂variable sums up. */
  #downstream(variable: string, role: FactorRole, seen = new Set<string>()): void {
    if (seen.has(variable)) return;
    seen.add(variable);
    for (const line of this.#graph.consumers(variable)) {
      if (this.#graph.distance(line) === undefined) continue;
      this.between(variable, line, role);
      this.#downstream(line, role, seen);
    }
  }

  /** What stands for ∂line/∂variable: an edge, or the inside of a node. The first role stays. */
  between(variable: string, line: string, role: LightRole): void {
    for (const { id } of this.edges(variable, line)) this.#set(this.parts, id, role);
    const inside = this.#picture.nodes.find(
      ({ variables }) => variables.includes(line) && variables.includes(variable),
    );
    if (inside) this.#set(this.nodes, inside.id, role);
  }

  variable(name: string, role: FactorRole): void {
    for (const node of this.#picture.nodes) {
      if (node.variables.includes(name)) this.#set(this.parts, rowId(node, name, this.#picture.compact), role);
    }
  }

  edges(variable: string, line: string): readonly PictureEdge[] {
    return this.#picture.edges.filter(({ from, by, to }) => to === line && (from === variable || by === variable));
  }

  /** Where several roles meet, the factor nearest to what is asked wins. */
  #set(roles: Map<string, LightRole>, id: string, role: LightRole): void {
    const order: readonly LightRole[] = ['through', 'upstream', 'local', 'input'];
    if (order.indexOf(role) >= order.indexOf(roles.get(id) ?? 'through')) roles.set(id, role);
  }
}
