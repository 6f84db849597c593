import type { Op } from '../ops/op.js';
import { exponentOf, type BigClass } from './big.js';
import { fraction } from './fraction.js';
import { NoValue, type Big, type NumberSystem, type Rational } from './number-system.js';
import { readRational } from './rational.js';

/** An arbitrary-precision number that knows its exact value where it is rational and short. */
export interface Decimal {
  /** The value to the precision of its system. */
  readonly approx: Big;
  /** The exact value; `null` where it is not known to be rational. Exact zeros and ties are decided by it. */
  readonly exact: Rational | null;
  /**
   * The value hangs on a comparison too close to call at this precision (a step of a rounded 1e-66).
   * Its digits prove nothing; more precision decides.
   */
  readonly doubtful: boolean;
}

/** Numbers of 10^1,000,000,000 or more are refused: nothing meaningful needs them. */
const largestExponent = 1e9;

const systems = new Map<number, Promise<NumberSystem<Decimal>>>();

/**
 * The decimals of so many significant digits (up to 1,000). mathjs is loaded on first use; once the promise is
 * fulfilled, evaluation is synchronous. Each precision has a class of its own, so they do not disturb each other.
 */
export function decimals(precision: number): Promise<NumberSystem<Decimal>> {
  const known = systems.get(precision) ?? load(precision);
  systems.set(precision, known);
  // A failed download may be tried again.
  known.catch(() => systems.delete(precision));
  return known;
}

async function load(precision: number): Promise<NumberSystem<Decimal>> {
  const { bigNumberClass } = await import('./big-numbers.js');
  return systemOf(bigNumberClass(precision));
}

function systemOf(BigNumber: BigClass): NumberSystem<Decimal> {
  const precision = BigNumber.precision;
  const one = new BigNumber(1);

  /** Rational arithmetic decides; the digits are worked out only when something irrational needs them. */
  const exactly = (exact: Rational): Decimal => {
    let approx: Big | undefined;
    return {
      exact,
      doubtful: false,
      get approx() {
        return (approx ??= new BigNumber((exact.s * exact.n).toString()).div(exact.d.toString()));
      },
    };
  };
  const about = (approx: Big, doubtful: boolean): Decimal => ({ approx, exact: null, doubtful });

  return {
    name: 'decimal',
    read(text) {
      const exact = readRational(text);
      return exact ? exactly(exact) : about(new BigNumber(text).plus(0), false);
    },
    apply(op: Op, inputs) {
      if (!op.decimal) return undefined;
      const exact = fraction.apply(
        op,
        inputs.map((input) => input.exact),
      );
      if (exact) return exactly(exact);
      const approximations = inputs.map((input) => input.approx);
      const reason = op.refuses?.(...approximations.map(toDouble));
      if (reason !== undefined) throw new NoValue(reason, inputs.some((input) => !input.exact));
      const doubtful = inputs.some((input) => input.doubtful);
      const result = op.decimal(...(inputs.length ? approximations : [one]));
      checkSize(result);
      if (!op.picks) return about(result, doubtful);
      const close = tooClose(op.inputs.length === 1 ? [...approximations, one.minus(one)] : approximations, precision);
      if (op.picks === 'constant') return { ...read01(result), doubtful: doubtful || close };
      const picked = inputs[approximations.findIndex((input) => input.cmp(result) === 0)]!;
      return close ? about(result, doubtful) : { ...picked, doubtful };
    },
  };
}
