import { abs, div, max, mul, name, sub, add } from '../formula/build.js';
import type { Formula } from '../formula/formula.js';
import { evaluate } from '../interpret/evaluate.js';
import type { Decimal } from '../numbers/decimal.js';
import { float64 } from '../numbers/float64.js';
import { NoValue, type NumberSystem } from '../numbers/number-system.js';
import type { Outcomes } from './evaluate-trace.js';
import { parseReference } from './reference.js';
import type { Trace } from './step.js';

/** A derivative held against a central difference: (plus − minus) / 2h. */
export interface GradientCheck<T> {
  /** The derivative that is checked. */
  readonly ref: string;
  /** The variable that is nudged by ±h. */
  readonly nudged: string;
  /** The only line that sees the nudge. Absent: everything downstream does. */
  readonly within?: string;
  /** What is measured: the loss, or for a local derivative the line. */
  readonly measured: string;
  /** The nudge, as a power of ten: `1e-5`. */
  readonly h: string;
  /** What is measured, at the variable's value + h and − h. */
  readonly plus: T;
  readonly minus: T;
  readonly numeric: T;
  /** The derivative as the trace computes it. */
  readonly ours: T;
  /** |numeric − ours| over the larger of the two; 0 where both are 0. */
  readonly difference: T;
  /** Whether they differ by no more than a central difference must. Not so in the superseded update order, nor at a kink. */
  readonly agrees: boolean;
}

/** A number system to check in, and how fine it is. */
export interface CheckedIn<T> {
  readonly system: NumberSystem<T>;
  readonly toDouble: (value: T) => number;
  /** The nudge of a value up to 1 is 10 to this power; that of a larger one in proportion. */
  readonly power: number;
  /** The relative error of one operation. */
  readonly rounding: number;
}

/** In doubles: 6 to 10 digits agree. */
export const checkedInDoubles: CheckedIn<number> = { system: float64, toDouble: Number, power: -5, rounding: 2 ** -53 };

/** In decimals of 60 digits or more: at least 18 digits agree. */
export const checkedInDecimals = (system: NumberSystem<Decimal>): CheckedIn<Decimal> => ({
  system,
  toDouble: ({ approx }) => approx.toNumber(),
  power: -20,
  rounding: 1e-59,
});

/**
 * Check a gradient, one path's term or a local derivative by a central difference.
 * @param outcomes the unrounded values of the whole iteration, in the same number system
 * @returns nothing for a step that is no derivative, and where a value is missing or not finite
 */
export function checkGradient<T>(
  trace: Trace,
  outcomes: Outcomes<T>,
  ref: string,
  checkedIn: CheckedIn<T>,
): GradientCheck<T> | undefined {
  try {
    return new Checker(trace, outcomes, checkedIn).check(ref);
  } catch (error) {
    if (error instanceof NoValue || error instanceof Missing) return undefined;
    throw error;
  }
}

class Missing extends Error {}

class Checker<T> {
  constructor(
    private readonly trace: Trace,
    private readonly outcomes: Outcomes<T>,
    private readonly checkedIn: CheckedIn<T>,
  ) {}

  check(ref: string): GradientCheck<T> | undefined {
    const reference = parseReference(ref)?.reference;
    switch (reference?.kind) {
      case 'backward': {
        const { name: nudged } = reference;
        return this.#compare({ ref, nudged, measured: this.#loss }, (value) => this.#lossWith(nudged, value));
      }
      case 'path': {
        const { name: nudged, via: within } = reference;
        const measure = (value: T): T => this.#lossWith(within, this.#line(within, nudged, value));
        return this.#compare({ ref, nudged, within, measured: this.#loss }, measure);
      }
      case 'local': {
        const { name: within, by: nudged } = reference;
        const measure = (value: T): T => this.#line(within, nudged, value);
        return this.#compare({ ref, nudged, within, measured: within }, measure);
      }
      default:
        return undefined;
    }
  }

  get #loss(): string {
    return this.trace.setup.loss;
  }

  #compare(
    what: Pick<GradientCheck<T>, 'ref' | 'nudged' | 'within' | 'measured'>,
    measure: (value: T) => T,
  ): GradientCheck<T> | undefined {
    const { system, toDouble, power, rounding } = this.checkedIn;
    const value = this.#value(what.nudged);
    const scale = Math.max(0, Math.ceil(Math.log10(Math.abs(toDouble(value)))));
    const h = `1e${power + (Number.isFinite(scale) ? scale : 0)}`;
    const central = (nudge: T): { plus: T; minus: T; numeric: T } => {
      const plus = measure(this.#work(add(name('a'), name('b')), { a: value, b: nudge }));
      const minus = measure(this.#work(sub(name('a'), name('b')), { a: value, b: nudge }));
      const quotient = div(sub(name('plus'), name('minus')), mul(2, name('nudge')));
      return { plus, minus, numeric: this.#work(quotient, { plus, minus, nudge }) };
    };
    const { plus, minus, numeric } = central(system.read(h));
    const ours = this.#value(what.ref);
    const gap = (a: T, b: T): number => Math.abs(toDouble(this.#work(sub(name('a'), name('b')), { a, b })));
    const size = Math.max(Math.abs(toDouble(numeric)), Math.abs(toDouble(ours)));
    const relative = div(abs(sub(name('a'), name('b'))), max(abs(name('a')), abs(name('b'))));
    // Twice the nudge shows four times the error that comes from the curvature.
    const curvature = gap(central(this.#work(mul(2, name('h')), { h: system.read(h) })).numeric, numeric);
    const noise = (8 * rounding * Math.max(Math.abs(toDouble(plus)), Math.abs(toDouble(minus)))) / Number(h);
    const agrees = gap(numeric, ours) <= curvature + noise + size * Math.sqrt(rounding) * 100;
    const numbers = { plus, minus, numeric, ours };
    if (!Object.values(numbers).every((each) => Number.isFinite(toDouble(each)))) return undefined;
    const difference = size === 0 ? system.read('0') : this.#work(relative, { a: numeric, b: ours });
    return { ...what, h, ...numbers, difference, agrees };
  }

  /** The loss if one variable had another value: everything that depends on it is worked out again. */
  #lossWith(variable: string, value: T): T {
    const values = new Map([[variable, value]]);
    const changed = this.trace.graph.dependents([variable]);
    for (const { name: line, formula } of this.trace.setup.program.lines) {
      if (!changed.has(line)) continue;
      values.set(
        line,
        evaluate(formula, (each) => values.get(each) ?? this.#value(each), this.checkedIn.system),
      );
    }
    return values.get(this.#loss) ?? this.#value(this.#loss);
  }

  /** One line's value if one of its variables had another value there. */
  #line(line: string, variable: string, value: T): T {
    const { formula } = this.trace.graph.lines.get(line) ?? {};
    if (!formula) throw new Missing();
    return evaluate(formula, (each) => (each === variable ? value : this.#value(each)), this.checkedIn.system);
  }

  #value(ref: string): T {
    const outcome = this.outcomes.get(ref);
    if (!outcome || 'failure' in outcome) throw new Missing();
    return outcome.value;
  }

  #work(formula: Formula, values: Readonly<Record<string, T>>): T {
    return evaluate(formula, (each) => values[each]!, this.checkedIn.system);
  }
}
