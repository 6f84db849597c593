import { exp } from '../ops/exp.js';
import { log } from '../ops/log.js';
import { sigmoid } from '../ops/sigmoid.js';
import { tanh } from '../ops/tanh.js';
import { Opcode, type DoubleFunction, type Tape } from './tape.js';

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
export function run(tape: Tape, code: Int32Array, v: Float64Array, times: number): void {
  for (let time = 0; time < times; time++) {
    for (let pc = 0; (pc = runCommon(code, v, pc)) < code.length;) pc = runRare(tape, code, v, pc);
  }
}

/**
 * Run the most frequent instructions. Kept small, and free of calls that are not inlined, it is a tenth faster.
 * @returns where it ended: at an instruction that is not one of them, or at the end
 */
function runCommon(code: Int32Array, v: Float64Array, pc: number): number {
  while (pc < code.length) {
    const d = code[pc + 1]!;
    // Numbers, not names: the compiler makes a jump table of literals, and of nothing else before it has optimised.
    switch (code[pc]) {
      // add
      case 2:
        v[d] = v[code[pc + 2]!]! + v[code[pc + 3]!]!;
        pc += 4;
        break;
      // sub
      case 3:
        v[d] = v[code[pc + 2]!]! - v[code[pc + 3]!]!;
        pc += 4;
        break;
      // mul
      case 4:
        v[d] = v[code[pc + 2]!]! * v[code[pc + 3]!]!;
        pc += 4;
        break;
      // div
      case 5:
        v[d] = v[code[pc + 2]!]! / v[code[pc + 3]!]!;
        pc += 4;
        break;
      // mulAdd
      case 8:
        v[d] = v[code[pc + 2]!]! * v[code[pc + 3]!]! + v[code[pc + 4]!]!;
        pc += 5;
        break;
      // twoProducts
      case 9:
        v[d] = v[code[pc + 2]!]! * v[code[pc + 3]!]! + v[code[pc + 4]!]! * v[code[pc + 5]!]!;
        pc += 6;
        break;
      // twoProductsAdd
      case 10:
        v[d] = v[code[pc + 2]!]! * v[code[pc + 3]!]! + v[code[pc + 4]!]! * v[code[pc + 5]!]! + v[code[pc + 6]!]!;
        pc += 7;
        break;
      // sumOfProducts
      case 11: {
        const numbers = pc + 4 + 2 * code[pc + 2]!;
        const end = numbers + code[pc + 3]!;
        let total = v[code[pc + 4]!]! * v[code[pc + 5]!]!;
        for (pc += 6; pc < numbers; pc += 2) total += v[code[pc]!]! * v[code[pc + 1]!]!;
        for (; pc < end; pc++) total += v[code[pc]!]!;
        v[d] = total;
        break;
      }
      // mulSub
      case 12:
        v[d] = v[code[pc + 2]!]! - v[code[pc + 3]!]! * v[code[pc + 4]!]!;
        pc += 5;
        break;
      // mulMulSub
      case 13:
        v[d] = v[code[pc + 2]!]! - v[code[pc + 3]!]! * (v[code[pc + 4]!]! * v[code[pc + 5]!]!);
        pc += 6;
        break;
      // sigmoid
      case 16:
        v[d] = sigmoidOf(v[code[pc + 2]!]!);
        pc += 3;
        break;
      // sigmoidSlope
      case 18:
        v[d] = sigmoidSlope(v[code[pc + 2]!]!, v[code[pc + 3]!]!);
        pc += 4;
        break;
      default:
        return pc;
    }
  }
  return pc;
}

/** Run one instruction of the others. @returns where the next one is */
function runRare({ functions }: Tape, code: Int32Array, v: Float64Array, pc: number): number {
  const d = code[pc + 1]!;
  switch (code[pc]) {
    case Opcode.move:
      v[d] = v[code[pc + 2]!]!;
      return pc + 3;
    case Opcode.neg:
      v[d] = -v[code[pc + 2]!]!;
      return pc + 3;
    case Opcode.sum: {
      const end = pc + 3 + code[pc + 2]!;
      let total = v[code[pc + 3]!]!;
      for (pc += 4; pc < end; pc++) total += v[code[pc]!]!;
      v[d] = total;
      return pc;
    }
    case Opcode.product: {
      const end = pc + 3 + code[pc + 2]!;
      let total = v[code[pc + 3]!]!;
      for (pc += 4; pc < end; pc++) total *= v[code[pc]!]!;
      v[d] = total;
      return pc;
    }
    case Opcode.exp:
      v[d] = expOf(v[code[pc + 2]!]!);
      return pc + 3;
    case Opcode.log:
      v[d] = logOf(v[code[pc + 2]!]!);
      return pc + 3;
    case Opcode.tanh:
      v[d] = tanhOf(v[code[pc + 2]!]!);
      return pc + 3;
    case Opcode.tanhSlope:
      v[d] = tanhSlope(v[code[pc + 2]!]!, v[code[pc + 3]!]!);
      return pc + 4;
    case Opcode.call1:
      v[d] = functions[code[pc + 2]!]!(v[code[pc + 3]!]!);
      return pc + 4;
    case Opcode.call2:
      v[d] = functions[code[pc + 2]!]!(v[code[pc + 3]!]!, v[code[pc + 4]!]!);
      return pc + 5;
    case Opcode.call: {
      const end = pc + 4 + code[pc + 3]!;
      const inputs = Array.from(code.subarray(pc + 4, end), (slot) => v[slot]!);
      v[d] = functions[code[pc + 2]!]!(...inputs);
      return end;
    }
    default:
      throw new Error(`There is no opcode ${code[pc]}.`);
  }
}
