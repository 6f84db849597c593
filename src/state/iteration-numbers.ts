import { roundText, showRational, showText, type Shown } from '../numbers/digits.js';
import { float64 } from '../numbers/float64.js';
import { fraction } from '../numbers/fraction.js';
import type { Rational } from '../numbers/number-system.js';
import type { Decimal } from '../numbers/decimal.js';
import { evaluateTrace, readGiven, type Failure, type Outcome, type Outcomes } from '../trace/evaluate-trace.js';
import { kinksOf } from '../trace/kinks.js';
import { valueReference } from '../trace/reference.js';
import type { Trace } from '../trace/step.js';
import type { ExactValue, IsZero } from '../numbers/proof.js';
import type { ConfirmOptions, Numbers } from './numbers.js';

/** What the numbers of an iteration are proven with. */
export interface Proofs {
  readonly trace: Trace;
  decimalsAt(iteration: number, precision: number, options?: ConfirmOptions): Promise<Outcomes<Decimal>>;
}

/** Doubles at once; fractions where the value is rational; decimals once they are asked for. */
export class IterationNumbers implements Numbers {
  readonly #doubles: Outcomes<number>;
  readonly #fractions: Outcomes<Rational | null>;
  #exactZeros: IsZero | undefined;
  readonly #proven = new Map<string, Shown>();
  readonly #decimals = new Map<number, Outcomes<Decimal>>();
  /** What has been tried, so that a number that cannot be proven is not tried again and again. */
  readonly #tried = new Set<string>();
  #texts: ReadonlyMap<string, string> | undefined;

  constructor(
    private readonly proofs: Proofs,
    readonly iteration: number,
    start: ReadonlyMap<string, number>,
  ) {
    const { trace } = proofs;
    this.#doubles = evaluateTrace(trace, start, float64);
    const exactStart = readGiven(trace, fraction);
    if (iteration > 0) for (const name of trace.moved) exactStart.set(name, null);
    this.#fractions = evaluateTrace(trace, exactStart, fraction);
  }

  double(ref: string): number | undefined {
    const value = valueIn(this.#doubles, ref);
    const exactZero = value === 0 && valueIn(this.#fractions, ref)?.n === 0n;
    return value !== undefined && Number.isFinite(value) && (value !== 0 || exactZero) ? value : undefined;
  }

  show(ref: string, digits: number): Shown | undefined {
    const wanted = this.#sameAs(valueReference(ref));
    const proven = this.#proven.get(key(wanted, digits));
    if (proven) return proven;
    const given = this.#typed(wanted);
    if (given !== undefined) return showText(given, digits);
    const rational = valueIn(this.#fractions, wanted);
    if (rational) return showRational(rational, digits);
    const double = this.double(wanted);
    return double === undefined
      ? undefined
      : { plain: roundText(String(double), digits), exact: false, provisional: true };
  }

  failure(ref: string): Failure | undefined {
    const proven = [...this.#decimals.values()].at(-1);
    const failure = failureIn(proven ?? this.#doubles, valueReference(ref));
    return failure?.provisional && !proven ? undefined : failure;
  }

  kinks(ref: string): readonly string[] {
    return kinksOf(this.proofs.trace, valueReference(ref), (name) => this.double(name) ?? valueIn(this.#doubles, name));
  }

  async confirm(refs: readonly string[], digits: number, options?: ConfirmOptions): Promise<boolean> {
    const open = refs
      .map((ref) => this.#sameAs(valueReference(ref)))
      .filter((ref) => {
        const outcome = this.#doubles.get(ref);
        if (!outcome || ('failure' in outcome && !outcome.failure.provisional)) return false;
        return !this.#tried.has(key(ref, digits)) && (this.show(ref, digits)?.provisional ?? true);
      });
    if (!open.length) return false;
    const { prove } = await import('../numbers/proof.js');
    const isZero = await this.#zeros();
    const proofs = await prove((precision) => this.#decimalsAt(precision, options), open, digits, isZero);
    for (const ref of open) this.#tried.add(key(ref, digits));
    for (const [ref, { shown }] of proofs) this.#proven.set(key(ref, digits), shown);
    return true;
  }

  async exact(ref: string, options?: ConfirmOptions): Promise<ExactValue> {
    const { exactValue } = await import('../numbers/proof.js');
    return exactValue((precision) => this.#decimalsAt(precision, options), valueReference(ref), await this.#zeros());
  }

  /** Which values are exactly 0 because everything in them cancels. Worked out when it is first asked. */
  async #zeros(): Promise<IsZero> {
    const { zerosOf } = await import('./zeros.js');
    return (ref) => (this.#exactZeros ??= zerosOf(this.proofs.trace, this.iteration))(ref);
  }

  /** A derivative that is simply another variable (∂net/∂w = out) is shown just like it. */
  #sameAs(ref: string): string {
    const formula = this.proofs.trace.find(ref)?.formula;
    return ref.includes('/') && formula?.kind === 'name' ? formula.name : ref;
  }

  /** The text of a given number that is still what was typed. */
  #typed(name: string): string | undefined {
    const { setup, state, moved } = this.proofs.trace;
    this.#texts ??= new Map([...setup.given, ...state].map((each) => [each.name, each.text]));
    return this.iteration > 0 && moved.includes(name) ? undefined : this.#texts.get(name);
  }

  async #decimalsAt(precision: number, options?: ConfirmOptions): Promise<{ get(ref: string): Decimal | undefined }> {
    let outcomes = this.#decimals.get(precision);
    if (!outcomes) {
      outcomes = await this.proofs.decimalsAt(this.iteration, precision, options);
      this.#decimals.set(precision, outcomes);
    }
    const at = outcomes;
    return { get: (ref) => valueIn(at, ref) };
  }
}

const key = (ref: string, digits: number): string => `${ref} ${digits}`;

function valueIn<T>(outcomes: Outcomes<T>, ref: string): T | undefined {
  const outcome: Outcome<T> | undefined = outcomes.get(valueReference(ref));
  return outcome && 'value' in outcome ? outcome.value : undefined;
}

function failureIn(outcomes: Outcomes<unknown>, ref: string): Failure | undefined {
  const outcome = outcomes.get(ref);
  return outcome && 'failure' in outcome ? outcome.failure : undefined;
}
