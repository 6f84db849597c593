import type { Decimal } from '../numbers/decimal.js';
import { roundText, showText, type Shown } from '../numbers/digits.js';
import type { Failure, Outcomes } from '../trace/evaluate-trace.js';
import { valueReference } from '../trace/reference.js';
import type { Trace } from '../trace/step.js';
import type { ExactValue } from '../numbers/proof.js';
import type { ConfirmOptions, Numbers } from './numbers.js';
import { outcomesOf, replayTo, startOf } from './replay.js';

/** Guard digits for what happens inside a line, before its result is rounded. */
const guard = 25;

/**
 * Numbers as a person gets them who rounds every intermediate result to so many significant digits.
 * Nothing is known until the decimals are there ({@link confirm}); then every digit is final.
 */
export class PaperNumbers implements Numbers {
  #outcomes: Outcomes<Decimal> | undefined;

  constructor(
    private readonly traceAt: (iteration: number) => Trace,
    readonly iteration: number,
    private readonly digits: number,
  ) {}

  double(ref: string): number | undefined {
    const shown = this.show(ref);
    return shown && Number(shown.plain);
  }

  show(ref: string): Shown | undefined {
    const outcome = this.#outcomes?.get(valueReference(ref));
    if (!outcome || 'failure' in outcome) return undefined;
    return showText(outcome.value.approx.toString(), this.digits);
  }

  failure(ref: string): Failure | undefined {
    const outcome = this.#outcomes?.get(valueReference(ref));
    return outcome && 'failure' in outcome ? outcome.failure : undefined;
  }

  kinks(): readonly string[] {
    return [];
  }

  async confirm(_refs: readonly string[], _digits: number, options: ConfirmOptions = {}): Promise<boolean> {
    if (this.#outcomes) return false;
    const { decimals } = await import('../numbers/decimal.js');
    const system = await decimals(this.digits + guard);
    const round = ({ approx }: Decimal): Decimal => system.read(roundText(approx.toString(), this.digits));
    const from = startOf(this.traceAt(0), system);
    const replay = await replayTo(this.iteration, from, this.traceAt, system, { ...options, round });
    this.#outcomes = outcomesOf(replay, this.traceAt, system, { round });
    return true;
  }

  async exact(ref: string, options?: ConfirmOptions): Promise<ExactValue> {
    await this.confirm([], this.digits, options);
    return { plain: this.show(ref)?.plain ?? '', exact: false };
  }
}
