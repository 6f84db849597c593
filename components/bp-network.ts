import { html, nothing, type PropertyValues } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { afterPaint } from './lesson/idle.js';
import { gradientOf, Reveal, updateOf, type Given } from '../src/index.js';
import { define } from './define.js';
import { SelectEvent, StepEvent } from './events/index.js';
import './network/bp-edit-number.js';
import { drawsGrids } from './grids/draws-grids.js';
import { drawing } from './network/drawing.js';
import { pictureFor, zoomOf } from './network/fit.js';
import type { Picture } from './network/layout.js';
import { lightOf } from './network/light.js';
import { litParts, mainPart, neighbour, partsOf, type Part } from './network/parts.js';
import { sentencesOf } from './network/sentences.js';
import { pictureStyles } from './network/picture-styles.js';
import { networkStyles } from './network/styles.js';
import { SceneElement } from './scene-element.js';
import type { Scene } from './scene.js';
import { base } from './styles/base.js';
import { tokens } from './styles/tokens.js';
import { words } from './words.js';

const say = words.network;

/**
 * The network, laid out from the program alone. It fills with numbers as one walks, and lights what the
 * current step is about in the tints and marks of the formula beside it. Given a `min-height`, its rows
 * stand further apart to fill it.
 *
 * @summary The network as a diagram: values in nodes, parameters on edges, the current step's paths lit.
 * @fires {StepEvent} bp-step - Someone opens the step that made a number, or that finds its gradient.
 * @fires {SelectEvent} bp-select - Someone points at or focuses a variable or an edge, or leaves it.
 * @fires {ValueEvent} bp-value - Someone changed a given number in place.
 * @csspart diagram - The drawing.
 * @csspart hint - The line below it on how to use it.
 * @cssprop --bp-edge - Edges and outlines.
 * @cssprop --bp-scale - Enlarges it, as everything else.
 */
export class BpNetwork extends SceneElement {
  static override styles = [tokens, base, pictureStyles, networkStyles];

  /** References to light up: another view points at them. */
  @property({ attribute: false }) lit: readonly string[] = [];

  @state() private room = 0;
  @state() private height = 0;
  @state() private focused: string | undefined;
  @state() private editing: Part | undefined;
  @query('.scroll') private readonly scroller!: HTMLElement | null;

  #scale = 1;
  /** The program has a batch, or too many numbers for a box each. */
  #inGrids = false;
  #picture: Picture | undefined;
  #laidOut = '';
  #parts: ReadonlyMap<string, Part> = new Map();
  #tabStop: string | undefined;
  #turn = 0;
  #pointed: string | undefined;
  readonly #resize = new ResizeObserver(() => this.#measure());

  override connectedCallback(): void {
    super.connectedCallback();
    this.#resize.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resize.disconnect();
  }

  #measure(): void {
    this.#scale = Number.parseFloat(getComputedStyle(this).getPropertyValue('--_scale')) || 1;
    this.room = Math.floor(this.clientWidth / this.#scale) || this.room;
    this.height = Math.floor((Number.parseFloat(getComputedStyle(this).minHeight) || 0) / this.#scale);
  }

  protected override willUpdate(changes: PropertyValues<this>): void {
    if (this.room === 0) this.#measure();
    if (!this.scene || this.room === 0) return;
    const { setup, step, state: now } = this.scene;
    if ((this.#inGrids = drawsGrids(setup))) return void import('./bp-grids.js').catch(() => undefined);
    const before = changes.get('scene');
    if (
      !this.#picture ||
      this.#laidOut !== `${this.room} ${this.height}` ||
      (before && before.setup.program !== setup.program)
    ) {
      this.#picture = pictureFor(setup, this.room, this.height);
      this.#parts = partsOf(this.#picture);
      this.#laidOut = `${this.room} ${this.height}`;
      this.editing = undefined;
    }
    const isQuestion = (scene?: Scene): boolean => scene?.state.reveal === Reveal.question;
    if (before && (before.step !== step || isQuestion(before) !== (now.reveal === Reveal.question))) this.#turn++;
  }

  protected override render(): unknown {
    const { scene } = this;
    const picture = this.#picture;
    if (this.#inGrids) return html`<bp-grids exportparts="hint" .scene=${scene} .lit=${this.lit}></bp-grids>`;
    if (!scene) return this.absent();
    if (!picture) return nothing;
    const light = lightOf(scene, picture);
    this.#tabStop = this.#parts.get(this.focused ?? '')?.id ?? mainPart(this.#parts, light.asked)?.id;
    const zoom = this.#scale * zoomOf(picture, this.room);
    // Not on the drawing itself: Chromium would make an svg element with focus listeners a tab stop.
    return html`<div
        class="scroll"
        @pointerover=${this.#onPoint}
        @pointerleave=${this.#onLeave}
        @mousedown=${this.#onPress}
        @focusin=${this.#onFocus}
        @focusout=${this.#onBlur}
        @click=${this.#onClick}
        @keydown=${this.#onKey}
      >
        <svg
          part="diagram"
          class=${picture.compact ? 'compact' : 'wide'}
          role="group"
          aria-label=${say.label}
          viewBox="${picture.x} ${picture.y} ${picture.width} ${picture.height}"
          width=${picture.width * zoom}
          height=${picture.height * zoom}
        >
          ${drawing({
            scene,
            picture,
            light,
            lit: litParts(this.#parts, this.lit),
            focus: this.focused,
            tabStop: this.#tabStop,
            turn: this.#turn,
          })}
        </svg>
      </div>
      ${picture.compact ? nothing : html`<p class="hint" part="hint">${say.hint}</p>`}
      ${this.editing ? this.#editor(this.editing, picture, zoom) : nothing}
      <ul class="visually-hidden" aria-label=${say.inWords}>
        ${sentencesOf(scene, picture).map((sentence) => html`<li>${sentence}</li>`)}
      </ul>`;
  }

  protected override updated(changes: PropertyValues<this>): void {
    if (changes.has('scene') && changes.get('scene')?.step !== this.scene?.step) {
      // Asking where it stands would lay out the page a second time before it is painted.
      afterPaint(() => this.#scrollTo(this.#tabStop));
    }
  }

  /** A network wider than the page scrolls to the step, if it is out of sight. */
  #scrollTo(id: string | undefined): void {
    const box = this.#parts.get(id ?? '')?.box;
    const { scroller } = this;
    if (!box || !scroller || !this.#picture || scroller.scrollWidth <= scroller.clientWidth) return;
    const x = (box.x - this.#picture.x) * this.#scale;
    const seen = x - 60 > scroller.scrollLeft && x + 60 < scroller.scrollLeft + scroller.clientWidth;
    if (!seen) scroller.scrollLeft = x - scroller.clientWidth / 2;
  }

  #editor({ box, name }: Part, picture: Picture, zoom: number): unknown {
    const width = Math.min(200 * this.#scale, this.clientWidth);
    const x = (box.x - picture.x) * zoom - (this.scroller?.scrollLeft ?? 0) - width / 2;
    const left = Math.max(0, Math.min(x, this.clientWidth - width));
    const top = (box.y + box.h / 2 - picture.y) * zoom + 6;
    const place = `left:${left}px;top:${top}px;width:${width}px`;
    const text = this.#given(name)?.text ?? '';
    return keyed(
      name,
      html`<bp-edit-number .place=${place} .name=${name} .text=${text} @close=${this.#onClose}></bp-edit-number>`,
    );
  }

  #given(variable: string): Given | undefined {
    return this.scene?.setup.given.find(({ name }) => name === variable);
  }

  #partAt(event: Event): Part | undefined {
    const group = event.target instanceof Element ? event.target.closest('[data-part]') : null;
    return this.#parts.get(group?.getAttribute('data-part') ?? '');
  }

  readonly #onPoint = (event: PointerEvent): void => {
    const part = this.#partAt(event);
    if (part?.id === this.#pointed) return;
    this.#pointed = part?.id;
    this.#select();
  };

  readonly #onLeave = (): void => {
    if (this.#pointed === undefined) return;
    this.#pointed = undefined;
    this.#select();
  };

  /** What is pointed at counts, otherwise what has the focus. */
  #select(): void {
    this.dispatchEvent(new SelectEvent(this.#parts.get(this.#pointed ?? this.focused ?? '')?.refs ?? []));
  }

  /** A click must not take the focus: the arrow keys would then walk the diagram where the lesson was meant. */
  readonly #onPress = (event: MouseEvent): void => {
    if (!this.editing) event.preventDefault();
  };

  readonly #onFocus = (event: FocusEvent): void => {
    const part = this.#partAt(event);
    if (!part) return;
    this.focused = part.id;
    this.#pointed = undefined;
    this.#select();
  };

  readonly #onBlur = (event: FocusEvent): void => {
    if (event.relatedTarget instanceof SVGElement && this.renderRoot.contains(event.relatedTarget)) return;
    this.focused = undefined;
    this.#select();
  };

  /** The first click may have redrawn what is under the pointer, so a second one is told by its count, not as a dblclick. */
  readonly #onClick = (event: MouseEvent): void => {
    const part = this.#partAt(event);
    if (!part) return;
    if (event.detail > 1 && this.#given(part.name)) this.editing = part;
    else this.#open(part);
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    const part = this.#partAt(event);
    if (!part || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter' || event.key === ' ') this.#open(part);
    else if (event.key === 'F2' && this.#given(part.name)) this.editing = part;
    else if (event.key.startsWith('Arrow')) this.#focus(neighbour(this.#parts, part, event.key)?.id);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  /** Backward and in the update, the step of its gradient or update; else the one that made the number. A given number opens for editing. */
  #open(part: Part): void {
    const { step, trace } = this.scene!;
    const later = { forward: [], loss: [], backward: [gradientOf], update: [updateOf, gradientOf] }[step.phase];
    const found = later.map((refOf) => trace.find(refOf(part.name))).find((each) => each && !each.onRequest);
    if (!found && this.#given(part.name)) this.editing = part;
    else this.dispatchEvent(new StepEvent(found?.ref ?? part.name));
  }

  readonly #onClose = (): void => {
    const id = this.editing?.id;
    const byKey = this.shadowRoot?.activeElement?.localName === 'bp-edit-number';
    this.editing = undefined;
    if (byKey) this.#focus(id);
  };

  #focus(id: string | undefined): void {
    const buttons = this.renderRoot.querySelectorAll<SVGElement>('[data-part] > [role="button"]');
    [...buttons].find((button) => button.parentElement?.dataset['part'] === id)?.focus({ preventScroll: true });
    this.#scrollTo(id);
  }
}

define('bp-network', BpNetwork);

declare global {
  interface HTMLElementTagNameMap {
    'bp-network': BpNetwork;
  }
}
