import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { formatNumber, type ExactValue } from '../../src/index.js';
import { define } from '../define.js';
import { plainName } from '../formula-text.js';
import { numberStyles } from '../number/number-styles.js';
import type { Scene } from '../scene.js';
import { tokens } from '../styles/tokens.js';
import { words } from '../words.js';
import { exactStyles } from './exact-styles.js';

/**
 * A step's result as a fraction, or to 30 digits. The exact arithmetic is loaded when it is first asked for.
 *
 * @summary The exact value of a step's result.
 */
export class BpExact extends LitElement {
  static override styles = [tokens, numberStyles, exactStyles];

  @property({ attribute: false }) scene: Scene | undefined;
  @state() private value: ExactValue | 'waiting' | 'failed' = 'waiting';
  #abort = new AbortController();

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#abort.abort();
  }

  protected override willUpdate(changes: PropertyValues<this>): void {
    const before = changes.get('scene');
    if (changes.has('scene') && (before?.numbers !== this.scene?.numbers || before?.step !== this.scene?.step))
      void this.#ask();
  }

  async #ask(): Promise<void> {
    const { scene } = this;
    if (!scene) return;
    this.#abort.abort();
    const { signal } = (this.#abort = new AbortController());
    this.value = 'waiting';
    try {
      const value = await scene.numbers.exact(scene.step.result, { signal });
      if (!signal.aborted) this.value = value;
    } catch {
      if (!signal.aborted) this.value = 'failed';
    }
  }

  protected override render(): TemplateResult {
    const derivation = words.derivation;
    const { value } = this;
    if (value === 'waiting') return html`<p role="status" aria-busy="true">${derivation.exactLoading}</p>`;
    if (value === 'failed') return html`<p role="alert">${derivation.exactFailed}</p>`;
    const { step, setup } = this.scene!;
    const digits = value.plain.replace(/e.*$/, '').replace(/^-?[0.]*|\./g, '').length;
    return html`<p role="status">
      <span class="name">${plainName(step.result, setup.loss)} ${value.exact ? '=' : '≈'}</span>
      <span class="number" data-number=${step.result} data-exact>${formatNumber(value.plain)}</span>
      <span class="how">${value.exact ? derivation.exactly : derivation.toDigits(digits)}</span>
    </p>`;
  }
}

define('bp-exact', BpExact);

declare global {
  interface HTMLElementTagNameMap {
    'bp-exact': BpExact;
  }
}
