import { name as nameOf } from '../formula/build.js';
import type { Formula } from '../formula/formula.js';
import { opNamed } from '../ops/known.js';
import type { Op } from '../ops/op.js';
import { assemble } from './assemble.js';
import { definitionOf } from './evaluate.js';
import { simplify } from './rewrite.js';
import type { DoubleFunction, Tape } from './tape.js';

/** One iteration as plain data: what is computed, in order, and what of it the next iteration starts from. */
export interface Recording {
  readonly assignments: readonly { readonly ref: string; readonly computed: Formula }[];
  /** What an iteration changes (trained parameters, an optimiser's state), and the reference of the new value. */
  readonly parameters: readonly { readonly name: string; readonly update: string }[];
  /** The given numbers that another iteration may have others for: those of a batch. */
  readonly rows?: readonly string[];
  /** The given numbers that stay: inputs, targets, frozen parameters, settings. */
  readonly constants: ReadonlyMap<string, number>;
  readonly loss: string;
}

/** A number on the way: the same computation is one node, however often it is written. */
export type Node =
  | { readonly kind: 'constant'; readonly value: number }
  /** What an iteration is given: a parameter, or a number of its batch. */
  | { readonly kind: 'parameter' }
  | { readonly kind: 'call'; readonly op: string; readonly apply: DoubleFunction; readonly args: readonly number[] };

/** Every node by its number; operands come before the calls that use them. The first ones are the parameters, then the rows. */
export interface Nodes {
  readonly nodes: readonly Node[];
  readonly parameters: readonly string[];
  readonly rows: readonly string[];
  /** The nodes of the new values, in the order of the parameters. */
  readonly updates: readonly number[];
  readonly loss: number;
}

/**
 * Record one iteration as a flat tape for thousands of iterations on doubles. Equal computations are shared,
 * aliases and factors 1 cost nothing, constants are worked out, and what neither the loss nor an update needs is
 * left out. An op without a function on doubles is expanded from its definition, as `evaluate` does.
 */
export function record(recording: Recording): Tape {
  const recorder = new Recorder();
  const { rows = [] } = recording;
  for (const name of [...recording.parameters.map((each) => each.name), ...rows]) {
    recorder.define(name, recorder.parameter());
  }
  for (const [name, value] of recording.constants) recorder.define(name, recorder.constant(value));
  for (const { ref, computed } of recording.assignments) recorder.define(ref, recorder.node(computed));
  return assemble({
    nodes: recorder.nodes,
    parameters: recording.parameters.map(({ name }) => name),
    rows,
    updates: recording.parameters.map(({ update }) => recorder.named(update)),
    loss: recorder.named(recording.loss),
  });
}

class Recorder {
  readonly nodes: Node[] = [];
  readonly #known = new Map<string, number>();
  readonly #named = new Map<string, number>();

  define(name: string, node: number): void {
    this.#named.set(name, node);
  }

  named(name: string): number {
    const node = this.#named.get(name);
    if (node === undefined) throw new Error(`The recording uses ${name} before it is computed.`);
    return node;
  }

  parameter(): number {
    return this.nodes.push({ kind: 'parameter' }) - 1;
  }

  constant(value: number): number {
    return this.#shared(Object.is(value, -0) ? '-0' : String(value), { kind: 'constant', value });
  }

  node(formula: Formula, named: (name: string) => number = (name) => this.named(name)): number {
    switch (formula.kind) {
      case 'number':
        return this.constant(Number(formula.text));
      case 'name':
        return named(formula.name);
      case 'call': {
        const args = formula.args.map((arg) => this.node(arg, named));
        return this.#apply(opNamed(formula.op, formula.at), args);
      }
      case 'derivative':
        throw new Error('A derivative is worked out before it is recorded.');
    }
  }

  #apply(op: Op, args: readonly number[]): number {
    if (op.float64) return this.#call(op, op.float64, args);
    return this.node(definitionOf(op, args.length), (input) => args[Number(input)]!);
  }

  #call(op: Op, apply: DoubleFunction, args: readonly number[]): number {
    const values = args.map((arg) => this.#valueOf(arg));
    if (values.every((value) => value !== undefined)) return this.constant(apply(...values));
    const used = op.name === 'mul' ? args.filter((_, i) => values[i] !== 1) : args;
    if (used.length === 1 && (op.name === 'mul' || op.name === 'add')) return used[0]!;
    if (op.name === 'div' && values[1] === 1) return args[0]!;
    const before = this.nodes.length;
    const result = this.#shared(`${op.name} ${used.join(' ')}`, { kind: 'call', op: op.name, apply, args: used });
    if (result === before) this.#recordPartials(op, used, result);
    return result;
  }

  /** An op's own derivative on doubles stands in for the formula of its derivative, wherever that occurs later. */
  #recordPartials(op: Op, inputs: readonly number[], output: number): void {
    if (!op.float64Partials) return;
    const names = inputs.map((_, i) => nameOf(String(i)));
    const partials = (op.stable?.partials ?? op.partials)(names, nameOf('output'), []);
    for (const [i, apply] of op.float64Partials.entries()) {
      const partial = this.node(simplify(partials[i]!), (name) => (name === 'output' ? output : inputs[Number(name)]!));
      if (partial < output) continue;
      this.nodes[partial] = { kind: 'call', op: `${op.name}′${i}`, apply, args: [output, ...inputs] };
    }
  }

  #valueOf(node: number): number | undefined {
    const known = this.nodes[node]!;
    return known.kind === 'constant' ? known.value : undefined;
  }

  #shared(key: string, node: Node): number {
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const id = this.nodes.push(node) - 1;
    this.#known.set(key, id);
    return id;
  }
}
