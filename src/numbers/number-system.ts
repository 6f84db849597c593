import type { Op } from '../ops/op.js';

/**
 * How numbers are read and ops applied. `T` is opaque to everyone else.
 * There are four: float64 (at once), decimal (arbitrary precision, proves digits), fraction (exact, where the
 * value is rational) and polynomial (knows when irrational numbers cancel).
 */
export interface NumberSystem<T> {
  readonly name: 'float64' | 'decimal' | 'fraction' | 'polynomial';
  /** Read a number as written: `0.10`, `-3`, `2.1e-48`. */
  read(text: string): T;
  /**
   * Apply an op for which this system has a function. `undefined` where it has none: then
   * `evaluate` (src/interpret) expands the op's `stable.forward ?? forward` and evaluates that.
   * Throws {@link NoValue} where there is no result (log of a negative number).
   */
  apply(op: Op, inputs: readonly T[]): T | undefined;
}

/** Thrown where a forward computation has no value. The message is a sentence for the reader. */
export class NoValue extends Error {
  /**
   * @param provisional more digits may still give a value: the input that has no result is itself
   * rounded (log(1 − a) where a saturated unit's a was rounded to 1)
   */
  constructor(
    message: string,
    readonly provisional = false,
  ) {
    super(message);
  }
}

/** The part of mathjs's BigNumber (a decimal.js Decimal) that ops use. */
export interface Big {
  plus(other: Big | number): Big;
  minus(other: Big | number): Big;
  times(other: Big | number): Big;
  div(other: Big | number): Big;
  pow(other: Big | number): Big;
  neg(): Big;
  abs(): Big;
  exp(): Big;
  ln(): Big;
  sqrt(): Big;
  tanh(): Big;
  sin(): Big;
  cos(): Big;
  floor(): Big;
  round(): Big;
  cmp(other: Big | number): number;
  isZero(): boolean;
  isNegative(): boolean;
  isFinite(): boolean;
  toString(): string;
  toFixed(): string;
  toNumber(): number;
  readonly constructor: unknown;
}

/** The part of mathjs's Fraction (fraction.js) that ops use. Numerator and denominator are bigints. */
export interface Rational {
  readonly s: bigint;
  readonly n: bigint;
  readonly d: bigint;
  add(other: Rational | number): Rational;
  sub(other: Rational | number): Rational;
  mul(other: Rational | number): Rational;
  div(other: Rational | number): Rational;
  neg(): Rational;
  abs(): Rational;
  floor(): Rational;
  pow(other: Rational | number): Rational | null;
  compare(other: Rational | number): number;
}
