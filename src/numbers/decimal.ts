import type { Op } from '../ops/op.js';
import { exponentOf, type BigClass } from './big.js';
import { fraction } from './fraction.js';
import { NoValue, type Big, type NumberSystem, type Rational } from './number-system.js';
import { readRational } from './rational.js';

/** An arbitrary-precision number that knows its exact value where it is rational and short. */
export interface Decimal {
  /** The value to the precision of its system. */
  readonly approx: Big;
  /** The exact value; `null` where it is not known to be rational, or doubtful. Exact zeros and ties are decided by it. */
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
        return (approx ??= new BigNumber((exact.s * exact.n).toString()).div(new BigNumber(exact.d.toString())));
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
      if (reason !== undefined)
        throw new NoValue(
          reason,
          inputs.some((input) => !input.exact),
        );
      const result = op.decimal(...(inputs.length ? approximations : [one]));
      checkSize(result);
      const doubtful = inputs.some((input) => input.doubtful);
      if (!op.picks) return about(result, doubtful);
      if (op.picks === 'constant') {
        const [first, ...others] = approximations;
        // The sign and the step compare with 0; of several, the largest decides.
        if (op.inputs !== 'list') others.push(op.jumpsAt?.(first!) ?? one.minus(one));
        const close = others.length > 0 && tooClose(first!, others.reduce(largerOf), precision);
        return close || doubtful ? about(result, true) : exactly(readRational(result.toString())!);
      }
      const picked = approximations.findIndex((input) => input.cmp(result) === 0);
      const close = approximations.some((other, i) => i !== picked && tooClose(result, other, precision));
      return close || doubtful ? about(result, doubtful) : inputs[picked]!;
    },
  };
}

const largerOf = (a: Big, b: Big): Big => (a.cmp(b) >= 0 ? a : b);

/**
 * Whether rounding may have decided a comparison: two saturated units that both became 1, or a difference of
 * noise. Half the digits are taken as lost at most.
 */
function tooClose(a: Big, b: Big, precision: number): boolean {
  const difference = a.minus(b);
  if (difference.isZero()) return true;
  const scale = Math.max(0, ...[a, b].map((value) => (value.isZero() ? 0 : exponentOf(value))));
  return exponentOf(difference) < scale - precision / 2;
}

function checkSize(result: Big): void {
  if (result.isFinite() && exponentOf(result) < largestExponent) return;
  throw new NoValue(
    'The number is too large to compute with: it overflows, with more than a billion digits before its point.',
  );
}

/** The nearest double, except that a number that is not 0 (or not whole) never becomes one that is. */
function toDouble(value: Big): number {
  const nearest = value.toNumber();
  if (!Number.isFinite(nearest)) return Math.sign(nearest) * Number.MAX_VALUE;
  const beyond = value.cmp(nearest);
  if (!Number.isInteger(nearest) || beyond === 0) return nearest;
  return nearest === 0 ? beyond * Number.MIN_VALUE : nearest * (1 + Math.sign(nearest) * beyond * Number.EPSILON);
}
