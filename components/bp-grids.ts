import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { gradientOf, localOf, parseReference, pathTerm, Reveal, updateOf, type Given } from '../src/index.js';
import { define } from './define.js';
import { SelectEvent, StepEvent } from './events/index.js';
import { cellsOf, type Cell, type Cells } from './grids/cells.js';
import { drawing } from './grids/drawing.js';
import { pictureFor } from './grids/fit.js';
import type { Picture } from './grids/layout.js';
import { focusOf, lightOf, type Light } from './grids/light.js';
import { neighbour } from './grids/neighbour.js';
import { readout } from './grids/readout.js';
import { sentencesOf } from './grids/sentences.js';
import { gridStyles } from './grids/styles.js';
import { pictureStyles } from './network/picture-styles.js';
import { unitsOf, type Units } from './grids/units.js';
import { afterPaint } from './lesson/idle.js';
import './network/bp-edit-number.js';
import type { Scene } from './scene.js';
import { base } from './styles/base.js';
import { tokens } from './styles/tokens.js';
import { refusal } from './values/refusal.js';
import { grids as say } from './words/grids.js';

/**
 * The network of a program with vectors, matrices or a batch: each a grid of its numbers, from the inputs to the loss.
 * It fills with numbers as one walks; the current step's cell is lit with those it is computed from, or those that
 * its gradient's paths go through. Given a `min-height`, its columns run on in a second band, as text does; otherwise
 * it scrolls inside itself. Of large matrices only the cells around the current one are drawn.
 *
 * @summary The network as a diagram of vectors and matrices, cell by cell.
 * @fires {StepEvent} bp-step - Someone opens the step that made a number, or that finds its gradient.
 * @fires {SelectEvent} bp-select - Someone points at or focuses a cell, or leaves it.
 * @fires {ValueEvent} bp-value - Someone changed a given number in place.
 * @csspart diagram - The drawing.
 * @csspart hint - The line below it: the number pointed at, or how to use it.
 * @cssprop --bp-edge - Edges and outlines.
 * @cssprop --bp-scale - Enlarges it, as everything else.
 */
export class BpGrids extends LitElement {
  static override styles = [tokens, base, pictureStyles, gridStyles];

  /** What to show. */
  @property({ attribute: false }) scene?: Scene;
  /** References to light up: another view points at them. */
  @property({ attribute: false }) lit: readonly string[] = [];

  @state() private room = 0;
  @state() private height = 0;
  @state() private focused: string | undefined;
  @state() private pointed: string | undefined;
  @state() private editing: string | undefined;
  @query('.scroll') private readonly scroller!: HTMLElement | null;

  #scale = 1;
  #units: Units | undefined;
  #picture: Picture | undefined;
  #laidOut = '';
  #light: Light | undefined;
  #cells: Cells = { cells: new Map(), omissions: [] };
  #tabStop: string | undefined;
  #turn = 0;
  /** In the next frame: a new layout has another height, which would be reported again at once. */
  readonly #resize = new ResizeObserver(() => requestAnimationFrame(() => this.#measure()));

  override connectedCallback(): void {
    super.connectedCallback();
    this.#resize.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resize.disconnect();
  }

  /** How large it is drawn. */
  get #zoom(): number {
    return this.#scale * (this.#picture?.zoom ?? 1);
  }

  #measure(): void {
    const style = getComputedStyle(this);
    this.#scale = Number.parseFloat(style.getPropertyValue('--_scale')) || 1;
    this.room = Math.floor(this.clientWidth / this.#scale) || this.room;
    const least = Number.parseFloat(style.minHeight) || 0;
    const stage = Number.parseFloat(style.scrollMarginBottom) || 0;
    const most = stage > 0 ? Math.max(least, stage) : least + beyond;
    this.height = least > 0 ? Math.floor(most / this.#scale) : 0;
  }

  protected override willUpdate(changes: PropertyValues<this>): void {
    if (this.room === 0) this.#measure();
    const { scene } = this;
    if (!scene || this.room === 0) return;
    const before = changes.get('scene');
    const another = !this.#units || (before && before.setup.program !== scene.setup.program);
    if (another) this.#units = unitsOf(scene.setup, scene.trace.graph);
    const units = this.#units!;
    const room = `${this.room} ${this.height}`;
    if (another || this.#laidOut !== room) {
      this.#picture = pictureFor(units, this.room, this.height);
      this.#laidOut = room;
      this.editing = undefined;
    }
    this.#light = lightOf(scene, units.edges);
    const unitOf = (variable: string): string => scene.trace.graph.unitOf(variable);
    this.#cells = cellsOf(this.#picture!, focusOf(this.#light), unitOf);
    this.#tabStop = [this.focused, this.#light.asked, ...this.#cells.cells.keys()].find((each) =>
      this.#cells.cells.has(each ?? ''),
    );
    const isQuestion = (each?: Scene): boolean => each?.state.reveal === Reveal.question;
    if (before && (before.step !== scene.step || isQuestion(before) !== isQuestion(scene))) this.#turn++;
  }

  protected override render(): unknown {
    const { scene } = this;
    const picture = this.#picture;
    if (!scene || !picture) return nothing;
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
          role="group"
          aria-label=${say.label}
          viewBox="0 0 ${picture.width} ${picture.height}"
          width=${picture.width * this.#zoom}
          height=${picture.height * this.#zoom}
        >
          ${drawing({
            scene,
            picture,
            light: this.#light!,
            ...this.#cells,
            lit: this.#litCells(),
            tabStop: this.#tabStop,
            turn: this.#turn,
          })}
        </svg>
      </div>
      ${
        this.room < narrow
          ? nothing
          : html`<p class="hint" part="hint" aria-hidden="true">${readout(scene, this.pointed ?? this.focused)}</p>`
      }
      ${this.editing === undefined ? nothing : this.#editor(this.editing)}
      <ul class="visually-hidden" aria-label=${say.inWords}>
        ${sentencesOf(scene, this.#units!).map((sentence) => html`<li>${sentence}</li>`)}
      </ul>`;
  }

  protected override updated(changes: PropertyValues<this>): void {
    if (changes.has('scene') && changes.get('scene')?.step !== this.scene?.step) {
      // Asking where it stands would lay out the page a second time before it is painted.
      afterPaint(() => this.#scrollTo(this.#tabStop));
    }
  }

  /** The variables that another view points at, those of a tensor or of a slope included. */
  #litCells(): ReadonlySet<string> {
    const names = new Set(
      this.lit.flatMap((ref) => {
        const reference = parseReference(ref)?.reference;
        if (!reference) return [];
        if (reference.kind === 'local') return [reference.name, reference.by];
        return reference.kind === 'path' ? [reference.name, reference.via] : [reference.name];
      }),
    );
    if (names.size === 0) return names;
    const { graph } = this.scene!.trace;
    return new Set([...this.#cells.cells.keys()].filter((each) => names.has(each) || names.has(graph.unitOf(each))));
  }

  /** A network wider than the page scrolls to the step and as much as there is room for of what it is joined to. */
  #scrollTo(variable: string | undefined): void {
    const cell = this.#cells.cells.get(variable ?? '');
    const { scroller } = this;
    if (!cell || !scroller || scroller.scrollWidth <= scroller.clientWidth) return;
    const lines = variable === this.#light?.asked ? [...this.#light!.lines.values()] : [];
    const next = lines.filter(({ from, to }) => from === variable || to === variable);
    const near = [
      cell,
      ...next.flatMap(({ from, to }) => [from, to]).flatMap((each) => this.#cells.cells.get(each) ?? []),
    ];
    const zoom = this.#zoom;
    const [left, right] = [
      Math.min(...near.map(({ x }) => x)) * zoom - 16,
      Math.max(...near.map(({ x, w }) => x + w)) * zoom + 16,
    ];
    const room = scroller.clientWidth;
    if (left >= scroller.scrollLeft && right <= scroller.scrollLeft + room) return;
    const middle = (left + right - room) / 2;
    scroller.scrollLeft = Math.max((cell.x + cell.w) * zoom + 16 - room, Math.min(middle, cell.x * zoom - 16));
  }

  #editor(variable: string): unknown {
    const cell = this.#cells.cells.get(variable);
    if (!cell) return nothing;
    const width = Math.min(200 * this.#scale, this.clientWidth);
    const x = (cell.x + cell.w / 2) * this.#zoom - (this.scroller?.scrollLeft ?? 0) - width / 2;
    const left = Math.max(0, Math.min(x, this.clientWidth - width));
    const top = (cell.y + cell.h) * this.#zoom + 6;
    const place = `left:${left}px;top:${top}px;width:${width}px`;
    const text = this.#given(variable)?.text ?? '';
    return keyed(
      variable,
      html`<bp-edit-number
        .place=${place}
        .name=${variable}
        .text=${text}
        .refuses=${(typed: string) => refusal(this.scene!.state, variable, typed)}
        @close=${this.#onClose}
      ></bp-edit-number>`,
    );
  }

  #given(variable: string): Given | undefined {
    return this.scene?.setup.given.find(({ name }) => name === variable);
  }

  #cellAt(event: Event): Cell | undefined {
    const group = event.target instanceof Element ? event.target.closest('[data-part]') : null;
    return this.#cells.cells.get(group?.getAttribute('data-part') ?? '');
  }

  readonly #onPoint = (event: PointerEvent): void => {
    const variable = this.#cellAt(event)?.variable;
    if (variable === this.pointed) return;
    this.pointed = variable;
    this.#select();
  };

  readonly #onLeave = (): void => {
    if (this.pointed === undefined) return;
    this.pointed = undefined;
    this.#select();
  };

  /** What is pointed at counts, otherwise what has the focus. */
  #select(): void {
    const variable = this.pointed ?? this.focused;
    this.dispatchEvent(new SelectEvent(variable === undefined ? [] : this.#refsOf(variable)));
  }

  /** Everything that a cell stands for in the formula beside it. */
  #refsOf(variable: string): readonly string[] {
    const { target } = this.scene!.step;
    const between = [localOf(variable, target), pathTerm(target, variable), localOf(target, variable)];
    return [variable, gradientOf(variable), updateOf(variable), ...between];
  }

  /** A click must not take the focus: the arrow keys would then walk the diagram where the lesson was meant. */
  readonly #onPress = (event: MouseEvent): void => {
    if (this.editing === undefined) event.preventDefault();
  };

  readonly #onFocus = (event: FocusEvent): void => {
    const cell = this.#cellAt(event);
    if (!cell) return;
    this.focused = cell.variable;
    this.pointed = undefined;
    this.#select();
  };

  readonly #onBlur = (event: FocusEvent): void => {
    if (event.relatedTarget instanceof SVGElement && this.renderRoot.contains(event.relatedTarget)) return;
    this.focused = undefined;
    this.#select();
  };

  /** The first click may have redrawn what is under the pointer, so a second one is told by its count, not as a dblclick. */
  readonly #onClick = (event: MouseEvent): void => {
    const variable = this.#cellAt(event)?.variable;
    if (variable === undefined) return;
    if (event.detail > 1 && this.#given(variable)) this.editing = variable;
    else this.#open(variable);
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    const cell = this.#cellAt(event);
    if (!cell || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter' || event.key === ' ') this.#open(cell.variable);
    else if (event.key === 'F2' && this.#given(cell.variable)) this.editing = cell.variable;
    else if (event.key.startsWith('Arrow')) this.#focus(neighbour(this.#cells.cells, cell, event.key)?.variable);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  /** Backward and in the update, the step of its gradient or update; else the one that made the number. A given number opens for editing. */
  #open(variable: string): void {
    const { step, trace } = this.scene!;
    const later = { forward: [], loss: [], backward: [gradientOf], update: [updateOf, gradientOf] }[step.phase];
    const found = later.map((refOf) => trace.find(refOf(variable))).find((each) => each && !each.onRequest);
    const isOffered = found && !(found.within !== undefined && trace.find(found.within)?.onRequest);
    if (!isOffered && this.#given(variable)) this.editing = variable;
    else this.dispatchEvent(new StepEvent(found?.ref ?? variable));
  }

  readonly #onClose = (): void => {
    const variable = this.editing;
    const byKey = this.shadowRoot?.activeElement?.localName === 'bp-edit-number';
    this.editing = undefined;
    if (byKey) this.#focus(variable);
  };

  #focus(variable: string | undefined): void {
    const buttons = this.renderRoot.querySelectorAll<SVGElement>('[data-part] > [role="button"]');
    [...buttons].find((button) => button.parentElement?.dataset['part'] === variable)?.focus({ preventScroll: true });
    this.#scrollTo(variable);
  }
}

/** Narrower than this, there is no room for a line below the drawing. */
const narrow = 420;
/** How much higher than its `min-height` it may become, rather than scroll. */
const beyond = 80;

define('bp-grids', BpGrids);

declare global {
  interface HTMLElementTagNameMap {
    'bp-grids': BpGrids;
  }
}
