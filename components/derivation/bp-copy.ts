import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { define } from '../define.js';
import type { Scene } from '../scene.js';
import { base } from '../styles/base.js';
import { tokens } from '../styles/tokens.js';
import { words } from '../words.js';
import { copyStyles } from './copy-styles.js';

/**
 * Copies a step as TeX, or its number at full digits.
 *
 * @summary Two quiet buttons that copy, and say that they did.
 */
export class BpCopy extends LitElement {
  static override styles = [tokens, base, copyStyles];

  @property({ attribute: false }) scene: Scene | undefined;
  /** Writes the step as TeX. */
  @property({ attribute: false }) tex: () => string = () => '';
  @state() private copied: 'tex' | 'number' | undefined;
  /** What the browser refused to copy. */
  @state() private refused: string | undefined;

  protected override render(): TemplateResult {
    const derivation = words.derivation;
    const button = (what: 'tex' | 'number', label: string, text: () => string | Promise<string>): TemplateResult =>
      html`<button type="button" class="link" @click=${() => void this.#copy(what, text)}>
        ${this.copied === what ? derivation.copied : label}
      </button>`;
    return html`${button('tex', derivation.copyTex, this.tex)} ${button('number', derivation.copyNumber, this.#number)}
      <span class="visually-hidden" role="status">${this.copied ? derivation.copied : ''}</span>
      ${
        this.refused === undefined
          ? nothing
          : html`<label>${derivation.copyRefused} <input readonly .value=${this.refused} @focus=${selectAll} /></label>`
      }`;
  }

  /** The number at full digits; as many as doubles have where the exact arithmetic cannot be had. */
  readonly #number = async (): Promise<string> => {
    const { numbers, step } = this.scene!;
    try {
      return (await numbers.exact(step.result)).plain;
    } catch {
      return numbers.show(step.result, mostDigits)?.plain ?? '';
    }
  };

  async #copy(what: 'tex' | 'number', read: () => string | Promise<string>): Promise<void> {
    const text = await read();
    try {
      await navigator.clipboard.writeText(text);
      this.refused = undefined;
      this.copied = what;
      setTimeout(() => (this.copied = undefined), 1500);
    } catch {
      this.refused = text;
    }
  }
}

const mostDigits = 15;
const selectAll = (event: Event): void => (event.target as HTMLInputElement).select();

define('bp-copy', BpCopy);

declare global {
  interface HTMLElementTagNameMap {
    'bp-copy': BpCopy;
  }
}
