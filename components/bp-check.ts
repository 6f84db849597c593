import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { gradientOf, parameterOf } from '../src/index.js';
import { checkExactly, checkNow, nudgedBy, type ShownCheck } from './check/checks.js';
import { styles } from './check/styles.js';
import { countText } from './curve/tick-text.js';
import { define } from './define.js';
import { StepEvent } from './events/index.js';
import { fill } from './fill.js';
import { plainNumber, plainSymbol } from './formula-text.js';
import { SceneElement } from './scene-element.js';
import type { Scene } from './scene.js';
import { base } from './styles/base.js';
import { tokens } from './styles/tokens.js';
import { words } from './words.js';

const say = words.check;

/**
 * @summary Checks the current step's derivative by nudging its variable up and down and measuring what happens.
 * @fires bp-step - Someone followed the link from an update to the gradient it uses.
 * @csspart check - The numbers of the check.
 */
export class BpCheck extends SceneElement {
  static override styles = [tokens, base, styles];

  /** The numbers are shown. Closes at the next step. */
  @property({ type: Boolean, reflect: true }) open = false;
  @state() private check: ShownCheck | undefined;
  @state() private exact: ShownCheck | undefined;
  @state() private progress: number | undefined;
  @state() private failed = false;

  #computing: AbortController | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#computing?.abort();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { scene } = this;
    if (!scene) return;
    const before = changed.get('scene');
    const elsewhere = before && before.step.ref !== scene.step.ref;
    const moved = before && (before.run !== scene.run || before.state.iteration !== scene.state.iteration);
    if (elsewhere) this.open = false;
    if (!this.open || elsewhere || moved) this.#forget();
    if (this.open && (changed.has('scene') || changed.has('open'))) this.check = checkNow(scene);
  }

  protected override render() {
    const { scene } = this;
    if (!scene) return this.absent();
    const nudged = nudgedBy(scene.step.ref);
    if (nudged === undefined) return html`<p class="none">${this.#none(scene)}</p>`;
    return html`<button class="offer" aria-expanded=${this.open} @click=${() => (this.open = !this.open)}>
        ${say.offer(plainSymbol(nudged))}
      </button>
      ${this.open ? html`<div part="check" class="check" role="group" aria-label=${say.title}>${this.#check(scene)}</div>` : nothing}`;
  }

  /** Why there is nothing to check. */
  #none({ step }: Scene): unknown {
    if (step.kind !== 'update') return say.noneForValue;
    const parameter = parameterOf(step.target);
    if (parameter === undefined) return say.noneForValue;
    const ref = gradientOf(parameter);
    const link = html`<button class="link" @click=${() => this.dispatchEvent(new StepEvent(ref))}>
      ${say.itsGradient}
    </button>`;
    return fill(say.noneForUpdate, { gradient: link });
  }

  #check(scene: Scene): TemplateResult {
    const { exact, progress } = this;
    const check = exact ?? this.check;
    if (!check) return html`<p class="error">${say.impossible}</p>`;
    return html`${this.#numbers(check)}
      <p class="verdict ${check.agrees ? 'agrees' : 'differs'}" role="status">${verdict(check, scene)}</p>
      ${
        exact
          ? html`<button @click=${() => (this.exact = undefined)}>${say.inDoubles}</button>`
          : progress === undefined
            ? html`<button @click=${() => void this.#compute(scene)}>${say.exactly}</button>`
            : html`<button @click=${() => this.#forget()}>${say.cancel}</button>
                <span class="soft" role="status"
                  >${say.computing(countText(progress), countText(scene.state.iteration))}</span
                >`
      }
      ${this.failed ? html`<p class="error" role="alert">${say.notLoaded}</p>` : nothing}`;
  }

  #numbers(check: ShownCheck): TemplateResult {
    const [nudged, measured] = [plainSymbol(check.nudged), plainSymbol(check.measured)];
    const rows = [
      ['h', say.h],
      ['plus', say.with(measured, `${nudged} + h`)],
      ['minus', say.with(measured, `${nudged} − h`)],
      ['numeric', say.numeric],
      ['ours', say.ours],
      ['difference', say.difference],
    ] as const;
    return html`<p class="soft">${say.how(nudged, measured, check.within && plainSymbol(check.within))}</p>
      <dl>
        ${rows.map(
          ([key, title]) =>
            html`<div class=${key}>
              <dt>${title}</dt>
              <dd>
                <span data-check=${key} ?data-provisional=${!this.exact && key !== 'h'}
                  >${plainNumber(check[key])}</span
                >
              </dd>
            </div>`,
        )}
      </dl>`;
  }

  async #compute(scene: Scene): Promise<void> {
    const computing = new AbortController();
    const { signal } = (this.#computing = computing);
    this.failed = false;
    this.progress = 0;
    const onProgress = (done: number): void => {
      if (!signal.aborted) this.progress = done;
    };
    try {
      const exact = await checkExactly(scene, { signal, onProgress });
      if (signal.aborted) return;
      this.exact = exact;
    } catch {
      if (signal.aborted) return;
      this.failed = true;
    }
    this.progress = undefined;
  }

  #forget(): void {
    this.#computing?.abort();
    this.progress = undefined;
    this.exact = undefined;
    this.failed = false;
  }
}

function verdict({ agrees, digits }: ShownCheck, { setup, numbers, step }: Scene): string {
  if (agrees) return digits === undefined ? say.same : say.agrees(digits);
  if (numbers.kinks(step.result).length > 0) return say.kink;
  return setup.updateOrder === 'updated' ? say.updatedOrder : say.differs;
}

define('bp-check', BpCheck);

declare global {
  interface HTMLElementTagNameMap {
    'bp-check': BpCheck;
  }
}
