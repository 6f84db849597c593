import { exp } from '../ops/exp.js';
import { log } from '../ops/log.js';
import { sigmoid } from '../ops/sigmoid.js';
import { tanh } from '../ops/tanh.js';

/** A function on doubles, as an op gives it. */
export type DoubleFunction = (...inputs: readonly number[]) => number;

/**
 * One iteration as flat code over one array of doubles: first the trained values, then constants, then results.
 * An instruction is an {@link Opcode}, the slot of its result and the slots of its operands, counted where the
 * number of operands may vary.
 */
export interface Tape {
  /** What an iteration changes: the names of the trained values, in the order of the first slots. */
  readonly parameters: readonly string[];
  /** The slots as they are before the first iteration: constants are in place, everything else is 0. */
  readonly slots: Float64Array;
  /** Computes the loss and leaves the parameters as they are. */
  readonly loss: Int32Array;
  /** The slot that holds the loss afterwards. */
  readonly lossSlot: number;
  /** Replaces the parameters by their updated values. Does not compute the loss, unless the updates need it. */
  readonly update: Int32Array;
  /** The functions of ops that have no opcode. */
  readonly functions: readonly DoubleFunction[];
}

/** The instructions. The operands follow the result's slot `d`; `n` and `m` are counts, `f` the index of a function. */
export const Opcode = {
  /** d a: a */
  move: 0,
  /** d a: −a */
  neg: 1,
  /** d a b */
  add: 2,
  sub: 3,
  mul: 4,
  div: 5,
  /** d n a…: a sum */
  sum: 6,
  /** d n a…: a product */
  product: 7,
  /** d a b c: ab + c */
  mulAdd: 8,
  /** d a b c e: ab + ce */
  twoProducts: 9,
  /** d a b c e f: ab + ce + f */
  twoProductsAdd: 10,
  /** d n m a b … c …: the sum of n products ab, then of m numbers c */
  sumOfProducts: 11,
  /** d a b c: a − bc */
  mulSub: 12,
  /** d a b c e: a − b(ce) */
  mulMulSub: 13,
  /** d a */
  exp: 14,
  log: 15,
  sigmoid: 16,
  tanh: 17,
  /** d y x: the slope of y = op(x) */
  sigmoidSlope: 18,
  tanhSlope: 19,
  /** d f a */
  call1: 20,
  /** d f a b */
  call2: 21,
  /** d f n a… */
  call: 22,
} as const;

// One definition of each function: the opcodes call the ops' own, known here so that the compiler can inline them.
const expOf = exp.float64!;
const logOf = log.float64!;
const sigmoidOf = sigmoid.float64!;
const sigmoidSlope = sigmoid.float64Partials![0]!;
const tanhOf = tanh.float64!;
const tanhSlope = tanh.float64Partials![0]!;

/** The functions that have an opcode of their own, with it. */
export const inlined: ReadonlyMap<DoubleFunction, number> = new Map([
  [expOf, Opcode.exp],
  [logOf, Opcode.log],
  [sigmoidOf, Opcode.sigmoid],
  [sigmoidSlope, Opcode.sigmoidSlope],
  [tanhOf, Opcode.tanh],
  [tanhSlope, Opcode.tanhSlope],
]);

/**
 * Run code so many times over the slots.
 * @param code the tape's `update` or `loss`
 * @param v the slots: a copy of `tape.slots`, its first places filled with the parameters
 */
export function run({ functions }: Tape, code: Int32Array, v: Float64Array, times: number): void {
  for (let time = 0; time < times; time++) {
    for (let pc = 0; pc < code.length; ) {
      const d = code[pc + 1]!;
      switch (code[pc]) {
        case Opcode.move:
          v[d] = v[code[pc + 2]!]!;
          pc += 3;
          break;
        case Opcode.neg:
          v[d] = -v[code[pc + 2]!]!;
          pc += 3;
          break;
        case Opcode.add:
          v[d] = v[code[pc + 2]!]! + v[code[pc + 3]!]!;
          pc += 4;
          break;
        case Opcode.sub:
          v[d] = v[code[pc + 2]!]! - v[code[pc + 3]!]!;
          pc += 4;
          break;
        case Opcode.mul:
          v[d] = v[code[pc + 2]!]! * v[code[pc + 3]!]!;
          pc += 4;
          break;
        case Opcode.div:
          v[d] = v[code[pc + 2]!]! / v[code[pc + 3]!]!;
          pc += 4;
          break;
        case Opcode.sum: {
          const end = pc + 3 + code[pc + 2]!;
          let total = v[code[pc + 3]!]!;
          for (pc += 4; pc < end; pc++) total += v[code[pc]!]!;
          v[d] = total;
          break;
        }
        case Opcode.product: {
          const end = pc + 3 + code[pc + 2]!;
          let total = v[code[pc + 3]!]!;
          for (pc += 4; pc < end; pc++) total *= v[code[pc]!]!;
          v[d] = total;
          break;
        }
        case Opcode.mulAdd:
          v[d] = v[code[pc + 2]!]! * v[code[pc + 3]!]! + v[code[pc + 4]!]!;
          pc += 5;
          break;
        case Opcode.twoProducts:
          v[d] = v[code[pc + 2]!]! * v[code[pc + 3]!]! + v[code[pc + 4]!]! * v[code[pc + 5]!]!;
          pc += 6;
          break;
        case Opcode.twoProductsAdd:
          v[d] = v[code[pc + 2]!]! * v[code[pc + 3]!]! + v[code[pc + 4]!]! * v[code[pc + 5]!]! + v[code[pc + 6]!]!;
          pc += 7;
          break;
        case Opcode.sumOfProducts: {
          const numbers = pc + 4 + 2 * code[pc + 2]!;
          const end = numbers + code[pc + 3]!;
          let total = v[code[pc + 4]!]! * v[code[pc + 5]!]!;
          for (pc += 6; pc < numbers; pc += 2) total += v[code[pc]!]! * v[code[pc + 1]!]!;
          for (; pc < end; pc++) total += v[code[pc]!]!;
          v[d] = total;
          break;
        }
        case Opcode.mulSub:
          v[d] = v[code[pc + 2]!]! - v[code[pc + 3]!]! * v[code[pc + 4]!]!;
          pc += 5;
          break;
        case Opcode.mulMulSub:
          v[d] = v[code[pc + 2]!]! - v[code[pc + 3]!]! * (v[code[pc + 4]!]! * v[code[pc + 5]!]!);
          pc += 6;
          break;
        case Opcode.exp:
          v[d] = expOf(v[code[pc + 2]!]!);
          pc += 3;
          break;
        case Opcode.log:
          v[d] = logOf(v[code[pc + 2]!]!);
          pc += 3;
          break;
        case Opcode.sigmoid:
          v[d] = sigmoidOf(v[code[pc + 2]!]!);
          pc += 3;
          break;
        case Opcode.tanh:
          v[d] = tanhOf(v[code[pc + 2]!]!);
          pc += 3;
          break;
        case Opcode.sigmoidSlope:
          v[d] = sigmoidSlope(v[code[pc + 2]!]!, v[code[pc + 3]!]!);
          pc += 4;
          break;
        case Opcode.tanhSlope:
          v[d] = tanhSlope(v[code[pc + 2]!]!, v[code[pc + 3]!]!);
          pc += 4;
          break;
        case Opcode.call1:
          v[d] = functions[code[pc + 2]!]!(v[code[pc + 3]!]!);
          pc += 4;
          break;
        case Opcode.call2:
          v[d] = functions[code[pc + 2]!]!(v[code[pc + 3]!]!, v[code[pc + 4]!]!);
          pc += 5;
          break;
        case Opcode.call: {
          const end = pc + 4 + code[pc + 3]!;
          const inputs = Array.from(code.subarray(pc + 4, end), (slot) => v[slot]!);
          v[d] = functions[code[pc + 2]!]!(...inputs);
          pc = end;
          break;
        }
      }
    }
  }
}
