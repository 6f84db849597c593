import type { Nodes } from './record.js';
import { select, type Instruction } from './select.js';
import { Opcode, type DoubleFunction, type Tape } from './tape.js';

/** Turn recorded nodes into code: choose instructions, give every number a slot, put new values in their parameters' places. */
export function assemble(recorded: Nodes): Tape {
  const { nodes, parameters, rows, updates, loss } = recorded;
  const given = parameters.length + rows.length;
  const constants = new Map<number, number>();
  for (const [id, node] of nodes.entries()) {
    if (node.kind === 'constant') constants.set(id, given + constants.size);
  }
  const fixed = (id: number): number | undefined => (nodes[id]!.kind === 'parameter' ? id : constants.get(id));
  const firstFree = given + constants.size;

  const functions: DoubleFunction[] = [];
  const forward = new Code(fixed, firstFree);
  for (const instruction of select(nodes, [loss], functions)) forward.write(instruction);
  const update = new Code(fixed, firstFree);
  writeUpdate(update, recorded, select(nodes, updates, functions));

  const slots = new Float64Array(Math.max(forward.free, update.free));
  for (const [id, slot] of constants) {
    const node = nodes[id]!;
    if (node.kind === 'constant') slots[slot] = node.value;
  }
  return {
    parameters,
    rows,
    slots,
    loss: Int32Array.from(forward.code),
    lossSlot: forward.slotOf(loss),
    update: Int32Array.from(update.code),
    functions,
  };
}

/** Code under construction, and the slots its nodes have got so far. */
class Code {
  readonly code: number[] = [];
  readonly #slots = new Map<number, number>();

  constructor(
    private readonly fixed: (id: number) => number | undefined,
    public free: number,
  ) {}

  slotOf(id: number): number {
    const known = this.fixed(id) ?? this.#slots.get(id);
    return known ?? this.place(id, this.free++);
  }

  place(id: number, slot: number): number {
    this.#slots.set(id, slot);
    return slot;
  }

  write({ opcode, to, counts, from }: Instruction): void {
    const operands = from.map((id) => this.slotOf(id));
    this.code.push(opcode, this.slotOf(to), ...counts, ...operands);
  }

  move(from: number, to: number): void {
    this.code.push(Opcode.move, to, from);
  }
}

/**
 * A new value is computed right in its parameter's slot where nothing reads the old value any more, and otherwise
 * moved there at the end.
 */
function writeUpdate(code: Code, { nodes, updates }: Nodes, instructions: readonly Instruction[]): void {
  const madeAt = new Map(instructions.map(({ to }, i) => [to, i]));
  const lastRead = new Map(instructions.flatMap(({ from }, i) => from.map((id) => [id, i] as const)));
  const moves: (() => void)[] = [];
  const placed = new Set<number>();
  for (const [parameter, update] of updates.entries()) {
    if (update === parameter) continue;
    if (nodes[update]!.kind === 'parameter') {
      // Another parameter's old value: kept aside before that one gets its new value.
      const aside = code.free++;
      code.move(update, aside);
      moves.push(() => code.move(aside, parameter));
      continue;
    }
    const made = madeAt.get(update);
    if (made !== undefined && !placed.has(update) && (lastRead.get(parameter) ?? -1) <= made) {
      code.place(update, parameter);
      placed.add(update);
    } else {
      moves.push(() => code.move(code.slotOf(update), parameter));
    }
  }
  for (const instruction of instructions) code.write(instruction);
  for (const move of moves) move();
}
