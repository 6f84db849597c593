/** A function on doubles, as an op gives it. */
export type DoubleFunction = (...inputs: readonly number[]) => number;

/**
 * One iteration as flat code over one array of doubles: first what an iteration changes, then what is loaded before it,
 * then constants, then results.
 * An instruction is an {@link Opcode}, the slot of its result and the slots of its operands, counted where the
 * number of operands may vary.
 */
export interface Tape {
  /** What an iteration changes: the names of the trained values, in the order of the first slots. */
  readonly parameters: readonly string[];
  /** What is loaded before an iteration: the names of a batch's numbers, in the order of the slots behind the parameters. */
  readonly rows: readonly string[];
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
