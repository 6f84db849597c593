import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Reveal } from '../../src/index.js';
import { define } from '../define.js';
import { plainName } from '../formula-text.js';
import type { Scene } from '../scene.js';
import { base } from '../styles/base.js';
import { tokens } from '../styles/tokens.js';
import { words } from '../words.js';
import './bp-copy.js';
import './bp-exact.js';
import './bp-why.js';
import { openableLines, type Openable } from './openable.js';
import { offerStyles } from './offer-styles.js';
import { plainFormula } from './plain-formula.js';
import { texOf } from './tex-of.js';

/**
 * What a step offers besides itself: why each factor, its exact value, copies.
 *
 * @summary The buttons under a step, and what they open.
 * @slot - Further offers.
 */
export class BpOffers extends LitElement {
  static override styles = [tokens, base, offerStyles];

  @property({ attribute: false }) scene: Scene | undefined;
  /** The line whose derivation is open. */
  @state() private why = '';
  @state() private exact = false;

  protected override willUpdate(changes: PropertyValues<this>): void {
    const before = changes.get('scene');
    if (before && before.step.ref !== this.scene?.step.ref) {
      this.why = '';
      this.exact = false;
    }
  }

  protected override render() {
    const { scene } = this;
    if (!scene) return nothing;
    const { step, state: shown, numbers } = scene;
    // Any of these would give the answer away.
    const ready = shown.reveal === Reveal.result;
    const openable = openableLines(scene);
    const why = step.kind === 'local' ? openable[0]?.ref : this.why;
    const current = openable.find(({ ref }) => ref === why);
    return html`<div class="offers ${ready ? '' : 'waits'}">
        ${step.kind === 'local' ? nothing : openable.map((line) => this.#whyButton(line))}
        <button
          type="button"
          aria-expanded=${this.exact}
          ?disabled=${!!numbers.failure(step.result)}
          @click=${() => (this.exact = !this.exact)}
        >
          ${words.derivation.exact}
        </button>
        <slot></slot>
        <bp-copy ?hidden=${!!numbers.failure(step.result)} .scene=${scene} .tex=${() => texOf(scene)}></bp-copy>
      </div>
      ${ready && this.exact ? html`<bp-exact class="panel" .scene=${scene}></bp-exact>` : nothing}
      ${ready && current ? html`<bp-why class="panel" .scene=${scene} .line=${current}></bp-why>` : nothing}`;
  }

  #whyButton({ ref, meaning }: Openable): TemplateResult {
    const what = plainFormula(meaning, (name) => plainName(name, this.scene!.setup.loss));
    const toggle = (): void => {
      this.why = this.why === ref ? '' : ref;
    };
    return html`<button type="button" aria-expanded=${this.why === ref} @click=${toggle}>
      ${words.derivation.whyThis(what)}
    </button>`;
  }
}

define('bp-offers', BpOffers);

declare global {
  interface HTMLElementTagNameMap {
    'bp-offers': BpOffers;
  }
}
