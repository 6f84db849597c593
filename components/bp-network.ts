import { html, LitElement, nothing, svg, type PropertyValues } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { gradientOf, updateOf, valueReference, type Given } from '../src/index.js';
import { define } from './define.js';
import { SelectEvent, StepEvent } from './events/index.js';
import './network/bp-edit-number.js';
import { drawing } from './network/drawing.js';
import { layout, type Picture } from './network/layout.js';
import { lightOf } from './network/light.js';
import { neighbour, partsOf, type Part } from './network/parts.js';
import { sentencesOf } from './network/sentences.js';
import { networkStyles } from './network/styles.js';
import type { Scene } from './scene.js';
import { base } from './styles/base.js';
import { tokens } from './styles/tokens.js';
import { words } from './words.js';

/** Narrower than this, the diagram is compact. */
const narrow = 420;
/** How much smaller it may be drawn before it scrolls instead. */
const leastZoom = 0.93;

/**
 * The network, laid out from the program alone. It fills with numbers as one walks, and lights what the
 * current step is about in the tints and marks of the formula beside it.
 *
 * @summary The network as a diagram: values in nodes, parameters on edges, the current step's paths lit.
 * @fires {StepEvent} bp-step - Someone opens the step that made a number, or that finds its gradient.
 * @fires {SelectEvent} bp-select - Someone points at or focuses a variable or an edge, or leaves it.
 * @fires {ValueEvent} bp-value - Someone changed a given number in place.
 * @csspart diagram - The drawing.
 * @cssprop --bp-edge - Edges and outlines.
 * @cssprop --bp-scale - Enlarges it, as everything else.
 */
export class BpNetwork extends LitElement {
  static override styles = [tokens, base, networkStyles];

  /** What to show. */
  @property({ attribute: false }) scene: Scene | undefined;
  /** References to light up: another view points at them. */
  @property({ attribute: false }) lit: readonly string[] = [];

  @state() private room = 0;
  @state() private focused: string | undefined;
  @state() private editing: Part | undefined;
  @query('.scroll') private readonly scroller!: HTMLElement | null;

  #scale = 1;
  #laidOut = 0;
  #picture: Picture | undefined;
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
    const width = Math.floor(this.clientWidth / this.#scale);
    if (width > 0) this.room = width;
  }

  protected override willUpdate(changes: PropertyValues<this>): void {
    if (this.room === 0) this.#measure();
    if (!this.scene || this.room === 0) return;
    const before = changes.get('scene');
    const { setup, step, state } = this.scene;
    if (!this.#picture || this.#laidOut !== this.room || before?.setup.program !== setup.program) {
      this.#picture = pictureFor(this.scene, this.room);
      this.#parts = partsOf(this.#picture);
      this.#laidOut = this.room;
      this.editing = undefined;
    }
    const wasQuestion = before?.state.reveal === 0;
    if (before?.step.ref !== step.ref || wasQuestion !== (state.reveal === 0)) this.#turn++;
  }

  protected override render() {
    const { scene } = this;
    const picture = this.#picture;
    if (!scene || !picture) return nothing;
    const light = lightOf(scene, picture);
    const wanted = new Set(this.lit.map((ref) => valueReference(ref).replace(/@\d+$/, '')));
    const lit = new Set<string>();
    for (const { id, refs } of this.#parts.values()) if (refs.some((ref) => wanted.has(ref))) lit.add(id);
    this.#tabStop = this.#tabStopOf(light.asked);
    const zoom = this.#scale * this.#zoomOf(picture);
    const view = { scene, picture, parts: this.#parts, light, lit, focus: this.focused, tabStop: this.#tabStop, turn: this.#turn };
    return html`<div class="scroll">
        <svg
          part="diagram"
          class=${picture.compact ? 'compact' : 'wide'}
          role="group"
          aria-label=${words.network.label}
          aria-describedby="sentences"
          viewBox="${picture.x} ${picture.y} ${picture.width} ${picture.height}"
          width=${picture.width * zoom}
          height=${picture.height * zoom}
          @pointerover=${this.#onPoint}
          @pointerleave=${this.#onLeave}
          @focusin=${this.#onFocus}
          @focusout=${this.#onBlur}
          @click=${this.#onClick}
          @dblclick=${this.#onDoubleClick}
          @keydown=${this.#onKey}
        >
          ${svg`${drawing(view)}`}
        </svg>
      </div>
      ${this.editing ? this.#editor(this.editing, picture, zoom) : nothing}
      <ul id="sentences" class="visually-hidden">
        ${sentencesOf(scene, picture).map((sentence) => html`<li>${sentence}</li>`)}
      </ul>`;
  }

  protected override updated(changes: PropertyValues<this>): void {
    const before = changes.get('scene');
    if (changes.has('scene') && before?.step.ref !== this.scene?.step.ref) this.#scrollTo(this.#tabStop);
  }

  #zoomOf({ width }: Picture): number {
    const zoom = Math.min(1, this.room / width);
    return zoom < leastZoom ? 1 : zoom;
  }

  /** Tab leads to what the step is about, or back to where the focus was. */
  #tabStopOf(asked: string): string | undefined {
    if (this.focused !== undefined && this.#parts.has(this.focused)) return this.focused;
    const parts = [...this.#parts.values()];
    return (parts.find(({ name }) => name === asked) ?? parts.find(({ refs }) => refs.includes(asked)) ?? parts[0])?.id;
  }

  /** A network wider than the page scrolls to the step, if it is out of sight. */
  #scrollTo(id: string | undefined): void {
    const box = this.#parts.get(id ?? '')?.box;
    const { scroller } = this;
    if (!box || !scroller || !this.#picture || scroller.scrollWidth <= scroller.clientWidth) return;
    const x = (box.x - this.#picture.x) * this.#scale;
    if (x - 60 < scroller.scrollLeft || x + 60 > scroller.scrollLeft + scroller.clientWidth) {
      scroller.scrollLeft = x - scroller.clientWidth / 2;
    }
  }

  #editor(part: Part, picture: Picture, zoom: number) {
    const given = this.#givenOf(part);
    if (!given) return nothing;
    const width = Math.min(200 * this.#scale, this.clientWidth);
    const left = (part.box.x - picture.x) * zoom - (this.scroller?.scrollLeft ?? 0) - width / 2;
    const top = (part.box.y + part.box.h / 2 - picture.y) * zoom + 6;
    const place = `left:${Math.max(0, Math.min(left, this.clientWidth - width))}px;top:${top}px;width:${width}px`;
    return html`<bp-edit-number
      .style=${place}
      .name=${given.name}
      .text=${given.text}
      @close=${this.#onClose}
    ></bp-edit-number>`;
  }

  #givenOf(part: Part): Given | undefined {
    return this.scene?.setup.given.find(({ name }) => name === part.name);
  }

  #partAt(event: Event): Part | undefined {
    const group = event.target instanceof Element ? event.target.closest('[data-part]') : null;
    return this.#parts.get(group?.getAttribute('data-part') ?? '');
  }

  readonly #onPoint = (event: PointerEvent): void => {
    const part = this.#partAt(event);
    if (part?.id === this.#pointed) return;
    this.#pointed = part?.id;
    this.dispatchEvent(new SelectEvent(part?.refs ?? []));
  };

  readonly #onLeave = (): void => {
    if (this.#pointed === undefined) return;
    this.#pointed = undefined;
    this.dispatchEvent(new SelectEvent([]));
  };

  readonly #onFocus = (event: FocusEvent): void => {
    const part = this.#partAt(event);
    if (!part) return;
    this.focused = part.id;
    this.dispatchEvent(new SelectEvent(part.refs));
  };

  readonly #onBlur = (): void => {
    this.focused = undefined;
    this.dispatchEvent(new SelectEvent([]));
  };

  readonly #onClick = (event: Event): void => {
    const part = this.#partAt(event);
    if (part) this.#open(part);
  };

  readonly #onDoubleClick = (event: Event): void => {
    const part = this.#partAt(event);
    if (part && this.#givenOf(part)) this.editing = part;
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    const part = this.#partAt(event);
    if (!part || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter' || event.key === ' ') this.#open(part);
    else if (event.key === 'F2' && this.#givenOf(part)) this.editing = part;
    else if (event.key.startsWith('Arrow')) this.#focus(neighbour(this.#parts, part, event.key)?.id);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  /** The step of its gradient or update in those phases, else the one that made the number; a given number opens for editing. */
  #open(part: Part): void {
    const { scene } = this;
    if (!scene) return;
    const { step, trace } = scene;
    const wanted = step.phase === 'update' ? [updateOf(part.name), gradientOf(part.name)] : [gradientOf(part.name)];
    const later = step.phase === 'backward' || step.phase === 'update';
    const found = later ? wanted.find((ref) => trace.find(ref) && !trace.find(ref)?.onRequest) : undefined;
    if (found !== undefined) this.dispatchEvent(new StepEvent(found));
    else if (this.#givenOf(part)) this.editing = part;
    else this.dispatchEvent(new StepEvent(part.name));
  }

  readonly #onClose = (): void => {
    const id = this.editing?.id;
    this.editing = undefined;
    this.#focus(id);
  };

  #focus(id: string | undefined): void {
    const groups = this.renderRoot.querySelectorAll<SVGGElement>('g[role="button"]');
    [...groups].find((group) => group.dataset['part'] === id)?.focus({ preventScroll: true });
    this.#scrollTo(id);
  }
}

/** Laid out for the room; compact where it is narrow or the network would not fit. */
function pictureFor({ setup }: Scene, width: number): Picture {
  const wide = width < narrow ? undefined : layout(setup, { width, compact: false });
  return wide && wide.width * leastZoom <= width ? wide : layout(setup, { width, compact: true });
}

define('bp-network', BpNetwork);

declare global {
  interface HTMLElementTagNameMap {
    'bp-network': BpNetwork;
  }
}
