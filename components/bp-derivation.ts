import { html, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { define } from './define.js';
import './derivation/bp-step-rows.js';
import type { BpStepRows } from './derivation/bp-step-rows.js';
import { derivationStyles } from './derivation/derivation-styles.js';
import { phraseHtml, questionOf } from './derivation/phrase.js';
import { placeText } from './derivation/place-text.js';
import { RowCache } from './derivation/row-cache.js';
import { DisplayEvent } from './events/index.js';
import { afterPaint, whenIdle } from './lesson/idle.js';
import { Reveal } from '../src/index.js';
import { SceneElement } from './scene-element.js';
import type { Scene } from './scene.js';
import { base } from './styles/base.js';
import { tokens } from './styles/tokens.js';
import { words } from './words.js';

/**
 * The current step: its question, the answer as a line of mathematics, the same line as numbers.
 *
 * @summary One step of backpropagation as a question, formulas and numbers, revealed by degrees.
 * @fires {StepEvent} bp-step - Someone opens a term, a factor or a path.
 * @fires {SelectEvent} bp-select - Someone points at or focuses a term, or leaves it.
 * @fires {DisplayEvent} bp-display - Someone switches between the whole chain and its last link.
 * @slot matrix - The same step for a whole vector or matrix.
 * @slot scalar - The other numbers of the vector or matrix that the step's belongs to.
 * @slot prose - The lesson's words on this step.
 * @slot offers - Further offers, after the element's own.
 * @csspart card - Everything.
 * @csspart question - The step's question.
 * @csspart row - A line of symbols or numbers.
 * @csspart result - What the step comes to.
 * @cssprop --bp-question - Size of the question.
 */
export class BpDerivation extends SceneElement {
  static override styles = [tokens, base, derivationStyles];

  /** References to highlight. */
  @property({ attribute: false }) lit: readonly string[] = [];

  /** What is read aloud: the latest thing revealed. */
  @state() private spoken = '';
  readonly #rows = new RowCache(() => this.requestUpdate(), whenIdle);

  protected override firstUpdated(): void {
    // The step can be read without them.
    whenIdle(() => {
      void import('./derivation/bp-offers.js').catch(() => undefined);
      void import('./derivation/speech.js').catch(() => undefined);
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#rows.stop();
  }

  protected override willUpdate(changes: PropertyValues<this>): void {
    const { scene } = this;
    if (!scene || !changes.has('scene')) return;
    this.#rows.show(scene);
    const before = changes.get('scene');
    if (before && (before.step.ref !== scene.step.ref || before.state.reveal !== scene.state.reveal)) {
      void this.#speak(scene, before);
      const { reveal } = scene.state;
      const isElsewhere = before.step.ref !== scene.step.ref;
      if (isElsewhere ? reveal === Reveal.question : reveal > before.state.reveal)
        afterPaint(() => this.#follow(reveal));
    }
  }

  /** Nothing is to be read aloud before the first change. */
  async #speak(scene: Scene, before: Scene): Promise<void> {
    const speech = await import('./derivation/speech.js').catch(() => undefined);
    if (this.scene === scene) this.spoken = speech?.announcement(scene, before) ?? '';
  }

  /** Bring the question into sight, without moving the page more than it takes. */
  showQuestion(): void {
    this.renderRoot.querySelector('.question')?.scrollIntoView({ block: 'nearest' });
  }

  /** Whoever asks for the next piece wants to see it; whoever reads a table meanwhile stays there. */
  #follow(reveal: Reveal): void {
    const { top, bottom } = this.getBoundingClientRect();
    if (bottom < innerHeight / 3 || top > innerHeight) return;
    const piece = pieces[reveal];
    if (piece === undefined) return this.showQuestion();
    const rows = this.renderRoot.querySelector<BpStepRows>('bp-step-rows.current')?.renderRoot;
    rows?.querySelector(piece)?.scrollIntoView({ block: 'nearest' });
  }

  protected override updated(): void {
    const key = this.#rows.takePrepared();
    if (key) void this.#layOut(key);
  }

  /** Rows that wait are not rendered by themselves; asking for their size lays them out, once. */
  async #layOut(key: string): Promise<void> {
    const rows = [...this.renderRoot.querySelectorAll('bp-step-rows')].find(({ step }) => step.ref === key);
    await rows?.updateComplete;
    rows?.renderRoot.querySelector('.rows')?.getBoundingClientRect();
  }

  protected override render() {
    const { scene } = this;
    if (!scene) return this.absent();
    const { step, trace } = scene;
    return html`<article part="card" class="card">
      <header>
        <p class="place">${placeText(scene)}</p>
        ${step.paths.some(({ local, expanded }) => local.length !== expanded.length) ? this.#views(scene) : nothing}
      </header>
      <h2 part="question" class="question">${phraseHtml(questionOf(step, trace))}</h2>
      <slot name="matrix"></slot>
      <div class="stack">
        ${this.#rows.entries.map(
          (entry) =>
            html`<bp-step-rows
              exportparts="row, result"
              class=${entry.key === this.#rows.current ? 'current' : 'waiting'}
              .scene=${entry.scene}
              .step=${entry.step}
              .lit=${entry.key === this.#rows.current && this.lit.length ? this.lit : none}
            ></bp-step-rows>`,
        )}
      </div>
      <slot name="scalar"></slot>
      <div class="prose"><slot name="prose"></slot></div>
      <bp-offers part="offers" .scene=${scene}><slot name="offers"></slot></bp-offers>
      <p class="visually-hidden" role="status">${this.spoken}</p>
    </article>`;
  }

  #views({ state: { view } }: Scene) {
    const derivation = words.derivation;
    return html`<div class="views" part="views" role="group" aria-label=${derivation.view}>
      ${(['expanded', 'local'] as const).map(
        (each) =>
          html`<button
            type="button"
            aria-pressed=${each === view}
            @click=${() => this.dispatchEvent(new DisplayEvent({ view: each }))}
          >
            ${derivation.views[each]}
          </button>`,
      )}
    </div>`;
  }
}

const none: readonly string[] = [];
/** Where each further piece of a step begins. */
const pieces: readonly (string | undefined)[] = [undefined, '.row.symbolic', '.numbers', '.answer'];

// Questions and copies come after the step itself.
void import('./derivation/bp-offers.js').catch(() => undefined);

define('bp-derivation', BpDerivation);

declare global {
  interface HTMLElementTagNameMap {
    'bp-derivation': BpDerivation;
  }
}
