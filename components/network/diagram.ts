import type { Setup } from '../../src/index.js';
import { activationsIn, usesIn, type Use } from './uses.js';

/** What the diagram is read from. A setup is one. */
export type Drawable = Pick<Setup, 'program' | 'given' | 'loss'>;

/** `unit`: a line, or two where the second only applies a function to the first. The others are given numbers. */
export type NodeKind = 'unit' | 'loss' | 'input' | 'parameter' | 'target';

/** One thing that is drawn as a node. */
export interface DiagramNode {
  /** Unique: a given number may stand in several places (`b1@2`). */
  readonly id: string;
  readonly kind: NodeKind;
  /** In order of computation: `net_h1, out_h1`. */
  readonly variables: readonly string[];
  /** 0 for what is computed from nothing else; a line is one beyond the farthest line it uses. */
  readonly column: number;
  /** In its column; under the network, before the next column; or a bias or target with the one node that uses it. */
  readonly stands: 'column' | 'below' | { readonly beside: string };
}

/** A use of a variable by a line. */
export interface DiagramEdge {
  readonly id: string;
  /** The variable used, the line that uses it, and the parameter it is multiplied by on the way. */
  readonly from: string;
  readonly to: string;
  readonly by?: string;
  /** The nodes at its ends. */
  readonly source: string;
  readonly target: string;
}

/** A program's network, without coordinates. */
export interface Diagram {
  readonly nodes: readonly DiagramNode[];
  readonly edges: readonly DiagramEdge[];
}

/** Read a program as a diagram. No layer is special: only the shapes of formulas and the roles of given numbers count. */
export function diagramOf(drawable: Drawable): Diagram {
  const builder = new DiagramBuilder(drawable);
  return { nodes: [...builder.nodes.values()], edges: builder.edges };
}

class DiagramBuilder {
  readonly nodes = new Map<string, DiagramNode>();
  readonly edges: DiagramEdge[] = [];
  readonly #roles: ReadonlyMap<string, string>;
  readonly #uses: ReadonlyMap<string, readonly Use[]>;
  /** The node of each line. */
  readonly #nodeOf = new Map<string, string>();

  constructor({ program, given, loss }: Drawable) {
    const assigned = new Set(program.lines.map(({ name }) => name));
    this.#roles = new Map(given.filter(({ name }) => !assigned.has(name)).map(({ name, role }) => [name, role]));
    const activations = activationsIn(program.lines, loss);
    const isParameter = (name: string): boolean => this.#roles.get(name) === 'parameter';
    const inner = program.lines.filter(({ name }) => !activations.has(name));
    this.#uses = new Map(inner.map(({ name, formula }) => [name, usesIn(formula, isParameter)]));

    const outer = new Map([...activations].map(([out, net]) => [net, out]));
    for (const { name } of inner) {
      const id = outer.get(name) ?? name;
      for (const variable of [name, id]) this.#nodeOf.set(variable, id);
      const before = this.#uses.get(name)!.flatMap(({ from }) => this.nodes.get(this.#nodeOf.get(from) ?? '') ?? []);
      const column = Math.max(0, ...before.map((node) => node.column)) + 1;
      const kind = name === loss ? 'loss' : 'unit';
      this.nodes.set(id, { id, kind, column, stands: 'column', variables: [...new Set([name, id])] });
    }
    for (const [line, uses] of this.#uses) for (const use of uses) this.#connect(line, use);
  }

  #connect(to: string, use: Use): void {
    const { from, by } = use;
    const source = this.#nodeOf.get(from) ?? this.#placeGiven(to, use);
    const id = `${from}>${to}${by === undefined ? '' : `*${by}`}`;
    this.edges.push({ id, from, to, source, target: this.#nodeOf.get(to)!, ...(by !== undefined && { by }) });
  }

  /** The node of a given number for one line that uses it. Biases stand once per column, targets once per line. */
  #placeGiven(to: string, { from, bias }: Use): string {
    const role = this.#roles.get(from);
    const target = this.#nodeOf.get(to)!;
    const column = this.nodes.get(target)!.column - 1;
    const kind = role === 'input' || role === 'target' ? role : 'parameter';
    const id = bias ? `${from}@${column}` : role === 'target' ? `${from}@${to}` : from;
    const known = this.nodes.get(id);
    // As far to the right as its first use allows, so that a late input does not cross the network.
    if (!known || column < known.column) {
      const alone =
        (role === 'target' || (bias && this.#biasUsers(from, column) === 1)) && !this.#hasBeside(target, kind);
      const stands = alone ? { beside: target } : bias ? 'below' : 'column';
      this.nodes.set(id, { id, kind, column, stands, variables: [from] });
    }
    return id;
  }

  #biasUsers(name: string, column: number): number {
    const uses = [...this.#uses].filter(([line]) => this.nodes.get(this.#nodeOf.get(line)!)!.column === column + 1);
    return uses.filter(([, used]) => used.some(({ from, bias }) => bias && from === name)).length;
  }

  #hasBeside(target: string, kind: NodeKind): boolean {
    return [...this.nodes.values()].some(
      (node) => node.kind === kind && typeof node.stands === 'object' && node.stands.beside === target,
    );
  }
}
