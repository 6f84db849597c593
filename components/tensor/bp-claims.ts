import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { lastConfirmedIteration, namesIn, Reveal, type Claim, type Run } from '../../src/index.js';
import { checkClaim, type ClaimVerdict } from '../../src/tensor-views.js';
import '../bp-formula.js';
import { define } from '../define.js';
import { relation } from '../derivation/chips.js';
import { typesetNames, typesetNumbers } from '../derivation/typeset-step.js';
import { plainName, refTex } from '../formula-text.js';
import { whenIdle } from '../lesson/idle.js';
import { numberStyles } from '../number/number-styles.js';
import { numberSlot, numberState } from '../number/number-text.js';
import type { Scene } from '../scene.js';
import { base } from '../styles/base.js';
import { tokens } from '../styles/tokens.js';
import { words } from '../words.js';
import { claimStyles } from './claim-styles.js';

/**
 * Closed forms stated for the current gradient. One is shown only while it is not known to differ from the gradient,
 * and earns its check mark by equality in decimals.
 *
 * @summary The short formula for a gradient, checked against the long way.
 */
export class BpClaims extends LitElement {
  static override styles = [tokens, base, numberStyles, claimStyles];

  @property({ attribute: false }) scene!: Scene;
  @property({ attribute: false }) claims: readonly Claim[] = [];
  @property({ attribute: false }) lit: readonly string[] = [];
  @state() private verdicts: ReadonlyMap<Claim, ClaimVerdict> = new Map();
  #asked: readonly unknown[] = [];

  protected override willUpdate(changes: PropertyValues<this>): void {
    if (!changes.has('scene') && !changes.has('claims')) return;
    const { run, state: current } = this.scene;
    const asked = [run, current.iteration, ...this.claims];
    if (
      current.reveal < Reveal.result ||
      (asked.length === this.#asked.length && asked.every((each, i) => each === this.#asked[i]))
    )
      return;
    this.#asked = asked;
    this.verdicts = new Map();
    whenIdle(() => void this.#check(asked));
  }

  async #check(asked: readonly unknown[]): Promise<void> {
    if (asked !== this.#asked) return;
    const { run, state: current } = this.scene;
    const verdicts = new Map<Claim, ClaimVerdict>();
    for (const claim of this.claims) {
      verdicts.set(claim, await verdictOn(run, current.iteration, claim));
      if (asked !== this.#asked) return;
    }
    this.verdicts = verdicts;
  }

  protected override render(): unknown {
    const shown = this.claims.filter((claim) => this.verdicts.get(claim) !== 'differs');
    if (!shown.length) return nothing;
    const waits = this.scene.state.reveal < Reveal.result || !shown.some((claim) => this.verdicts.has(claim));
    return html`<div class="claims ${waits ? 'waits' : ''}">
      <h3>${words.tensor.closedForm}</h3>
      ${shown.map((claim) => this.#claim(claim))}
    </div>`;
  }

  #claim(claim: Claim): TemplateResult {
    const { scene } = this;
    const { loss } = scene.setup;
    const verdict = this.verdicts.get(claim);
    const { tex, terms } = typesetNames(claim.formula, loss);
    const names = namesIn(claim.formula);
    const mark =
      verdict === 'holds'
        ? html`<span class="check" title=${words.tensor.holds} role="img" aria-label=${words.tensor.holds}>✓</span>`
        : nothing;
    const numbers = names.length > 0 && !scene.state.paper;
    return html`<div class="claim ${verdict ?? 'unchecked'}">
      <div class="equation">
        <bp-formula display .tex=${refTex(claim.ref, loss)}></bp-formula>
        <div class="line">
          <bp-formula
            display
            .tex=${`{=}\\;\\;\\mathopen{}${tex}`}
            .terms=${terms}
            .lit=${this.lit}
            .describe=${this.#describe}
          ></bp-formula
          >${numbers ? nothing : mark}
        </div>
        ${numbers ? this.#numbers(claim, names, mark) : nothing}
      </div>
      ${claim.note ? html`<p>${claim.note}</p>` : nothing}
    </div>`;
  }

  /** With numbers in the names' places; what they come to only where that is known to be the gradient. */
  #numbers({ formula, ref }: Claim, names: readonly string[], mark: unknown): TemplateResult {
    const { scene } = this;
    const { tex, terms } = typesetNumbers(
      formula,
      (name) => scene.show(name),
      (name) => numberState(scene, name).text,
    );
    const states = names.map((name) => ({ name, ...numberState(scene, name) }));
    const marked = (which: (state: (typeof states)[number]) => boolean): readonly string[] =>
      states.filter(which).map(({ name }) => name);
    const sign = states.every(({ shown }) => shown?.exact) ? '{=}' : '{\\approx}';
    return html`<div class="line">
      <bp-formula
        display
        .tex=${`${sign}\\;\\;\\mathopen{}${tex}`}
        .terms=${terms}
        .lit=${this.lit}
        .provisional=${marked(({ shown, failure }) => !failure && (!shown || shown.provisional))}
        .changed=${marked(({ changed }) => changed)}
        .describe=${this.#describe}
      ></bp-formula
      >${
        mark === nothing
          ? nothing
          : html`<span class="result"
              ><span class="sign">${relation(scene, ref)}</span>
              <strong>${numberSlot(scene, ref)}</strong> ${mark}</span
            >`
      }
    </div>`;
  }

  readonly #describe = (ref: string): string =>
    `${plainName(ref, this.scene.setup.loss)} = ${numberState(this.scene, ref).text}`;
}

/** After very many updates the decimals are not worked out unasked; and the exact arithmetic may be out of reach. */
async function verdictOn(run: Run, iteration: number, claim: Claim): Promise<ClaimVerdict> {
  if (iteration > lastConfirmedIteration) return 'unknown';
  return checkClaim(run, iteration, claim).catch(() => 'unknown' as const);
}

define('bp-claims', BpClaims);

declare global {
  interface HTMLElementTagNameMap {
    'bp-claims': BpClaims;
  }
}
