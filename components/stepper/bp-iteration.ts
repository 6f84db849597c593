import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { lastIteration, type Sampling } from '../../src/index.js';
import { clipped } from '../clipped.js';
import { define } from '../define.js';
import { IterationEvent } from '../events/index.js';
import { base } from '../styles/base.js';
import { tokens } from '../styles/tokens.js';
import { words } from '../words.js';
import { icons } from './icons.js';

/**
 * @summary Which iteration is shown: one earlier, one later, or after any number of updates; and which batch it sees.
 * @fires bp-iteration - Someone asked for another iteration.
 * @csspart batch - The sentence on the batch, where samples are shared out.
 */
export class BpIteration extends LitElement {
  static override styles = [
    tokens,
    base,
    css`
      :host {
        position: relative;
      }
      [role='group'] {
        display: flex;
        align-items: center;
        gap: 6px;
        white-space: nowrap;
      }
      input {
        width: 4.6em;
        min-height: 36px;
        text-align: center;
      }
      button {
        display: grid;
        place-items: center;
        min-width: 30px;
        padding: 0;
      }
      button[aria-disabled='true'] {
        color: var(--_soft);
        border-color: var(--_line);
        cursor: default;
      }
      svg {
        fill: currentColor;
      }
      .label {
        color: var(--_soft);
      }
      .updates {
        min-width: 4em;
        color: var(--_soft);
      }
      .batch {
        margin: 2px 0 0;
        color: var(--_soft);
      }
      .error {
        position: absolute;
        z-index: 3;
        inset-inline-end: 0;
        bottom: calc(100% + 8px);
        width: max-content;
        max-width: 18em;
        margin: 0;
        padding: 0.5em 0.75em;
        border: 1px solid var(--_loss);
        border-radius: 8px;
        background: var(--_card);
      }
      @media (pointer: coarse) {
        button,
        input {
          min-width: 44px;
          min-height: 44px;
        }
      }
    `,
  ];

  @property({ type: Number }) iteration = 0;

  /** Which batch the next update sees, where samples are shared out. */
  @property({ attribute: false }) sampling?: Sampling;

  @state() private typed: string | undefined;
  @state() private complaint: string | undefined;

  @query('input') private readonly input!: HTMLInputElement;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('iteration')) this.typed = this.complaint = undefined;
  }

  protected override render(): TemplateResult {
    const { iteration } = this;
    return html`
      <div role="group" aria-label=${words.stepper.iteration}>
        <span class="label">${words.stepper.after}</span>
        ${this.#button(words.stepper.earlier, iteration - 1, icons.fewer)}
        <input
          inputmode="numeric"
          autocomplete="off"
          aria-label=${words.stepper.updatesDone}
          aria-invalid=${this.complaint === undefined ? 'false' : 'true'}
          aria-describedby=${this.complaint === undefined ? nothing : 'complaint'}
          .value=${live(this.typed ?? String(iteration))}
          @input=${() => (this.typed = this.input.value)}
          @change=${this.#commit}
          @keydown=${this.#onKey}
        />
        ${this.#button(words.stepper.later, iteration + 1, icons.further)}
        <span class="updates">${words.stepper.updates(iteration)}</span>
      </div>
      ${this.sampling ? this.#batch(this.sampling) : nothing}
      <p class="error" id="complaint" role="alert" ?hidden=${this.complaint === undefined}>${this.complaint}</p>
    `;
  }

  #batch({ epoch, batch, batches, samples, isSmaller }: Sampling): TemplateResult {
    return html`<p class="batch" part="batch">${words.stepper.batch(epoch, batch, batches, samples, isSmaller)}</p>`;
  }

  #button(label: string, to: number, icon: TemplateResult): TemplateResult {
    const disabled = to < 0 || to > lastIteration;
    return html`<button
      aria-label=${label}
      title=${label}
      aria-disabled=${disabled ? 'true' : 'false'}
      @click=${() => !disabled && this.#ask(to)}
    >
      ${icon}
    </button>`;
  }

  #ask(iteration: number): void {
    this.typed = this.complaint = undefined;
    if (iteration !== this.iteration) this.dispatchEvent(new IterationEvent(iteration));
  }

  #commit(): void {
    if (this.typed === undefined) return;
    const iteration = wholeNumber(this.typed);
    if (iteration !== undefined && iteration <= lastIteration) this.#ask(iteration);
    else this.complaint = words.stepper.wholeUpdates(clipped(this.typed), lastIteration.toLocaleString('en'));
  }

  #onKey(event: KeyboardEvent): void {
    if (event.key === 'Enter') this.#commit();
    if (event.key === 'Escape' && this.typed !== undefined) {
      this.typed = this.complaint = undefined;
      event.stopPropagation();
    }
  }
}

/** A count has no decimals, so every separator in `10,000` and `10 000` is one of thousands. */
function wholeNumber(typed: string): number | undefined {
  const digits = typed.trim().replace(/(?<=\d)[,.’'\s](?=\d{3}(?!\d))/g, '');
  return /^\d{1,15}$/.test(digits) ? Number(digits) : undefined;
}

define('bp-iteration', BpIteration);

declare global {
  interface HTMLElementTagNameMap {
    'bp-iteration': BpIteration;
  }
}
