import { css, html, LitElement, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { clipped } from '../clipped.js';
import { define } from '../define.js';
import { plainName } from '../formula-text.js';
import { base } from '../styles/base.js';
import { tokens } from '../styles/tokens.js';
import { words } from '../words.js';

const say = words.training;

/** More names than this nobody picks from a list. */
const mostListed = 500;

/** What the curve is to show. */
export class QuantityEvent extends Event {
  /** @param name of what is shown; empty for the loss */
  constructor(readonly name: string) {
    super('bp-quantity', { bubbles: true });
  }
}

/**
 * @summary What a curve shows, from a list; with very many numbers, a field for the name.
 * @fires bp-quantity - Someone chose what is shown. Does not leave the loss curve.
 */
export class BpQuantity extends LitElement {
  static override styles = [
    tokens,
    base,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.3em 0.6em;
      }
      select,
      input {
        min-height: 36px;
        max-width: 16em;
      }
      .error {
        flex: 1 1 100%;
      }
      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];

  /** The trained parameters. */
  @property({ attribute: false }) parameters: readonly string[] = [];
  /** What the optimiser keeps. */
  @property({ attribute: false }) kept: readonly string[] = [];
  /** What is shown; empty for the loss. */
  @property() name = '';
  @state() private typed: string | undefined;
  @state() private complaint = '';

  protected override render(): TemplateResult {
    return this.parameters.length + this.kept.length > mostListed ? this.#field() : this.#list();
  }

  #list(): TemplateResult {
    const option = (name: string): TemplateResult =>
      html`<option value=${name} .selected=${live(name === this.name)}>${plainName(name)}</option>`;
    return html`<label for="quantity">${say.quantity}</label>
      <select id="quantity" @change=${(event: Event) => this.#tell((event.target as HTMLSelectElement).value)}>
        <option value="" .selected=${live(!this.name)}>${say.loss}</option>
        <optgroup label=${say.parameters}>${this.parameters.map(option)}</optgroup>
        ${this.kept.length ? html`<optgroup label=${say.kept}>${this.kept.map(option)}</optgroup>` : ''}
      </select>`;
  }

  #field(): TemplateResult {
    return html`<label for="quantity">${say.quantity}</label>
      <input
        id="quantity"
        autocomplete="off"
        spellcheck="false"
        autocapitalize="off"
        title=${say.quantityHint(this.parameters[0]!)}
        .value=${live(this.typed ?? (this.name || say.loss))}
        aria-invalid=${this.complaint ? 'true' : 'false'}
        aria-describedby="complaint"
        @input=${(event: InputEvent) => (this.typed = (event.target as HTMLInputElement).value)}
        @change=${() => this.#commit(this.typed ?? '')}
      />
      <span id="complaint" class="error" role="alert">${this.complaint}</span>`;
  }

  /** What is not known stays in the field, with a sentence. */
  #commit(typed: string): void {
    const name = typed.replace(/\s/g, '');
    const isLoss = name === '' || name === say.loss;
    if (!isLoss && !this.parameters.includes(name) && !this.kept.includes(name)) {
      this.complaint = say.noQuantity(clipped(typed), this.parameters[0]!);
      return;
    }
    this.typed = undefined;
    this.complaint = '';
    this.#tell(isLoss ? '' : name);
  }

  #tell(name: string): void {
    this.dispatchEvent(new QuantityEvent(name));
  }
}

define('bp-quantity', BpQuantity);

declare global {
  interface HTMLElementTagNameMap {
    'bp-quantity': BpQuantity;
  }
}
