import { css, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { define } from './define.js';
import { SelectEvent, StepEvent } from './events/index.js';
import { plainName } from './formula-text.js';
import { numberStyles } from './number/number-styles.js';
import { numberSlot } from './number/number-text.js';
import { SceneElement } from './scene-element.js';
import { tokens } from './styles/tokens.js';
import { words } from './words.js';

/**
 * A live number in running text or in a table: never typed, always looked up.
 *
 * @summary One number by reference. Clicking it opens the step that made it.
 * @fires {StepEvent} bp-step - Someone opens the step that made the number.
 * @fires {SelectEvent} bp-select - Someone points at or focuses the number, or leaves it.
 * @csspart number - The number.
 */
export class BpNumber extends SceneElement {
  static override styles = [
    tokens,
    numberStyles,
    css`
      :host {
        display: inline;
        font: inherit;
        color: inherit;
      }
      button {
        padding: 0;
        border: 0;
        background: none;
        font: inherit;
        color: inherit;
        cursor: pointer;
      }
      button:hover {
        text-decoration: underline;
        text-decoration-color: var(--_edge);
        text-underline-offset: 0.22em;
      }
      @media (pointer: coarse) {
        button {
          position: relative;
        }
        button::after {
          content: '';
          position: absolute;
          inset: -10px -5px;
        }
      }
      :focus-visible {
        outline: 2px solid var(--_upstream);
        outline-offset: 2px;
      }
    `,
  ];

  /** What the number is of: `backward/w5`, `w5@1`. */
  @property() of = '';
  /** Nothing to press: a number as text. */
  @property({ type: Boolean }) still = false;
  /** Significant digits; the scene's own if left out. */
  @property({ type: Number }) digits: number | undefined;

  protected override render() {
    if (!this.scene) return this.absent();
    if (!this.of) return nothing;
    if (this.still) return html`<span part="number">${numberSlot(this.scene, this.of, this.digits)}</span>`;
    const name = plainName(this.of, this.scene.setup.loss);
    return html`<button
        part="number"
        type="button"
        aria-describedby="open"
        @click=${() => this.dispatchEvent(new StepEvent(this.of))}
        @pointerenter=${this.#select}
        @pointerleave=${this.#leave}
        @focus=${this.#select}
        @blur=${this.#leave}
      >
        ${numberSlot(this.scene, this.of, this.digits)}</button
      ><span id="open" hidden>${words.derivation.open(name)}</span>`;
  }

  readonly #select = (): void => {
    this.dispatchEvent(new SelectEvent([this.of]));
  };

  readonly #leave = (): void => {
    this.dispatchEvent(new SelectEvent([]));
  };
}

define('bp-number', BpNumber);

declare global {
  interface HTMLElementTagNameMap {
    'bp-number': BpNumber;
  }
}
