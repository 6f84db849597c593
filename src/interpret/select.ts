import type { Node } from './record.js';
import { inlined } from './run.js';
import { Opcode, type DoubleFunction } from './tape.js';

/** An instruction over nodes: its slots are not yet chosen. */
export interface Instruction {
  readonly opcode: number;
  /** The node it computes. */
  readonly to: number;
  /** Counts, or the index of a function. They stand before the operands. */
  readonly counts: readonly number[];
  /** The nodes it reads. */
  readonly from: readonly number[];
}

/**
 * Choose instructions for what the outputs need, in order of computation. A product or sum that is used only once
 * becomes part of the instruction that uses it; the order of operations stays, so every rounding does too.
 * @param functions collects the functions that have no opcode
 */
export function select(
  nodes: readonly Node[],
  outputs: readonly number[],
  functions: DoubleFunction[],
): readonly Instruction[] {
  return new Selector(nodes, outputs, functions).select();
}

type Call = Extract<Node, { kind: 'call' }>;

class Selector {
  readonly #uses: Int32Array;
  readonly #absorbed = new Set<number>();

  constructor(
    private readonly nodes: readonly Node[],
    outputs: readonly number[],
    private readonly functions: DoubleFunction[],
  ) {
    this.#uses = new Int32Array(nodes.length);
    // An output has one use more than the instructions show, so that it is never absorbed.
    for (const output of outputs) this.#uses[output]! += 2;
    for (let id = nodes.length - 1; id >= 0; id--) {
      if (this.#uses[id]) for (const arg of this.#argsOf(id)) this.#uses[arg]! += 1;
    }
  }

  select(): readonly Instruction[] {
    const instructions: Instruction[] = [];
    for (let id = this.nodes.length - 1; id >= 0; id--) {
      const node = this.nodes[id]!;
      if (node.kind !== 'call' || !this.#uses[id] || this.#absorbed.has(id)) continue;
      instructions.push(this.#instruction(id, node));
    }
    return instructions.reverse();
  }

  #instruction(to: number, node: Call): Instruction {
    const { op, args, apply } = node;
    const make = (opcode: number, from: readonly number[], counts: readonly number[] = []): Instruction => {
      return { opcode, to, counts, from };
    };
    if (op === 'add') return this.#sum(make, this.#flat(args, 'add'));
    if (op === 'mul') {
      const factors = this.#flat(args, 'mul');
      return factors.length === 2 ? make(Opcode.mul, factors) : make(Opcode.product, factors, [factors.length]);
    }
    if (op === 'sub') return this.#difference(make, args);
    if (op === 'div') return make(Opcode.div, args);
    if (op === 'neg') return make(Opcode.neg, args);
    const opcode = inlined.get(apply);
    if (opcode !== undefined) return make(opcode, args);
    const index = this.#indexOf(apply);
    if (args.length === 1) return make(Opcode.call1, args, [index]);
    if (args.length === 2) return make(Opcode.call2, args, [index]);
    return make(Opcode.call, args, [index, args.length]);
  }

  #sum(make: Make, terms: readonly number[]): Instruction {
    const [first, second] = terms as readonly [number, number];
    // Two numbers may trade places without changing a rounding; products come first.
    const swap = !this.#pair(first) && this.#pair(second);
    const ordered = swap ? [second, first, ...terms.slice(2)] : terms;
    const numbersFrom = ordered.findIndex((term) => !this.#pair(term));
    const count = numbersFrom < 0 ? ordered.length : numbersFrom;
    const products = ordered.slice(0, count).flatMap((term) => this.#absorb(term));
    const from = [...products, ...ordered.slice(count)];
    const numbers = ordered.length - count;
    if (count === 0) return numbers === 2 ? make(Opcode.add, from) : make(Opcode.sum, from, [numbers]);
    if (count === 1 && numbers === 1) return make(Opcode.mulAdd, from);
    if (count === 2 && numbers === 0) return make(Opcode.twoProducts, from);
    if (count === 2 && numbers === 1) return make(Opcode.twoProductsAdd, from);
    return make(Opcode.sumOfProducts, from, [count, numbers]);
  }

  #difference(make: Make, [a, b]: readonly number[]): Instruction {
    if (!this.#pair(b!)) return make(Opcode.sub, [a!, b!]);
    const [x, y] = this.#absorb(b!);
    return this.#pair(y!) ? make(Opcode.mulMulSub, [a!, x!, ...this.#absorb(y!)]) : make(Opcode.mulSub, [a!, x!, y!]);
  }

  /** (a + b) + c is the sum of three: the same additions in the same order. */
  #flat([first, ...rest]: readonly number[], op: string): readonly number[] {
    const node = this.nodes[first!]!;
    if (node.kind !== 'call' || node.op !== op || this.#uses[first!] !== 1) return [first!, ...rest];
    this.#absorbed.add(first!);
    return [...this.#flat(node.args, op), ...rest];
  }

  /** Whether this is a product of two that nothing else uses. */
  #pair(id: number): boolean {
    const node = this.nodes[id]!;
    return node.kind === 'call' && node.op === 'mul' && node.args.length === 2 && this.#uses[id] === 1;
  }

  #absorb(id: number): readonly number[] {
    this.#absorbed.add(id);
    return this.#argsOf(id);
  }

  #argsOf(id: number): readonly number[] {
    const node = this.nodes[id]!;
    return node.kind === 'call' ? node.args : [];
  }

  #indexOf(apply: DoubleFunction): number {
    const known = this.functions.indexOf(apply);
    return known >= 0 ? known : this.functions.push(apply) - 1;
  }
}

type Make = (opcode: number, from: readonly number[], counts?: readonly number[]) => Instruction;
