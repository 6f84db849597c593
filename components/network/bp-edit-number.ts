import { css, html, LitElement, type PropertyValues } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { InputError, readNumber } from '../../src/index.js';
import { define } from '../define.js';
import { ValueEvent } from '../events/index.js';
import { plainName } from '../formula-text.js';
import { base } from '../styles/base.js';
import { tokens } from '../styles/tokens.js';
import { words } from '../words.js';

/**
 * @summary A small field for one given number, opened in place.
 * @fires {ValueEvent} bp-value - A number was given.
 * @fires {Event} close - It is done: kept, or taken back.
 */
export class BpEditNumber extends LitElement {
  static override styles = [
    tokens,
    base,
    css`
      :host {
        padding: 0.5em 0.6em 0.6em;
        border: 1px solid var(--_edge);
        border-radius: 8px;
        background: var(--_card);
        box-shadow: 0 4px 18px rgb(0 0 0 / 18%);
        font-size: var(--_label);
      }
      label {
        color: var(--_soft);
      }
      input {
        display: block;
        width: 100%;
        margin-top: 0.25em;
        font-size: max(16px, var(--_control));
      }
      p {
        margin: 0.4em 0 0;
      }
    `,
  ];

  /** The given number's name. */
  @property() name = '';
  /** Its text at the beginning. */
  @property() text = '';
  /** Where it stands over the diagram, as CSS declarations. */
  @property({ attribute: false }) place = '';
  /** Says why a number that can be read cannot be taken. */
  @property({ attribute: false }) refuses?: (text: string) => string | undefined;
  @state() private message = '';
  #done = false;
  @query('input') private readonly field!: HTMLInputElement;

  protected override willUpdate(): void {
    this.style.cssText = this.place;
  }

  protected override render() {
    return html`<label
        >${words.network.edit(plainName(this.name))}
        <input
          .value=${this.text}
          inputmode="text"
          autocomplete="off"
          spellcheck="false"
          aria-invalid=${this.message ? 'true' : 'false'}
          aria-describedby="message"
          @keydown=${this.#onKey}
          @input=${() => (this.message = '')}
          @blur=${() => this.#keep(false)}
      /></label>
      <p id="message" role="alert" class="error" ?hidden=${!this.message}>${this.message}</p>`;
  }

  protected override firstUpdated(_: PropertyValues<this>): void {
    this.field.focus({ preventScroll: true });
    this.field.select();
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.key === 'Escape') this.#close();
    else if (event.key === 'Enter') this.#keep(true);
  };

  /** Leaving the field keeps what was typed if it can be read; Enter also says why not. */
  #keep(entered: boolean): void {
    const typed = this.field.value;
    if (this.#done) return;
    if (typed === this.text && !entered) return this.#close();
    try {
      const { text } = readNumber(typed, plainName(this.name));
      const refused = this.refuses?.(text);
      if (refused !== undefined) throw new InputError([{ message: refused }]);
      if (text !== this.text) this.dispatchEvent(new ValueEvent(this.name, text));
      this.#close();
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      this.message = error.message;
    }
  }

  #close(): void {
    // Taking the field away blurs it.
    this.#done = true;
    this.dispatchEvent(new Event('close'));
  }
}

define('bp-edit-number', BpEditNumber);

declare global {
  interface HTMLElementTagNameMap {
    'bp-edit-number': BpEditNumber;
  }
}
