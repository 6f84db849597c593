import { html, nothing, type PropertyValues } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { define } from './define.js';
import { SelectEvent, StepEvent } from './events/index.js';
import { formulaStyles } from './formula/formula-styles.js';
import { addKatexFonts } from './formula/katex-fonts.js';
import { katexStyles } from './formula/katex-styles.js';
import { loadWholeKatex, renderFormula, replaceDigits, shapeOf } from './formula/render-formula.js';
import { plainName } from './formula-text.js';
import { SceneElement } from './scene-element.js';
import type { Scene } from './scene.js';
import { base } from './styles/base.js';
import { tokens } from './styles/tokens.js';
import { words } from './words.js';

/**
 * A formula whose terms are linked to the rest of the page: any TeX, or the line of a lesson's step.
 *
 * @summary One line of mathematics. Its terms answer to pointer, touch and keyboard.
 * @fires {SelectEvent} bp-select - Someone points at or focuses a term, or leaves it.
 * @fires {StepEvent} bp-step - Someone opens a term.
 * @csspart terms - The list of terms for keyboards; the one with the focus is shown.
 * @cssprop --bp-upstream - Colour of upstream terms; `--bp-local`, `--bp-input` likewise.
 */
export class BpFormula extends SceneElement {
  static override styles = [tokens, katexStyles, base, formulaStyles];

  /** What to typeset; `\htmlData{term=k}{…}` marks term k. Of a lesson's step it is found by itself. */
  @property() tex = '';
  /** The step whose line to show, where the formula belongs to a lesson: `backward/w5`; without it, the current step's. */
  @property() of = '';
  /** Nothing answers: the numbers are named, but no term leads anywhere. */
  @property({ type: Boolean }) still = false;
  /** What the marked terms stand for: term k is `terms[k]`. */
  @property({ attribute: false }) terms: readonly string[] = [];
  /** Set large, on a line of its own. It breaks at =, + and ·, or scrolls inside itself. */
  @property({ type: Boolean, reflect: true }) display = false;
  /** Terms to highlight. */
  @property({ attribute: false }) lit: readonly string[] = [];
  /** Numbers whose digits are not yet proven. */
  @property({ attribute: false }) provisional: readonly string[] = [];
  /** Numbers that the reader's changes changed. */
  @property({ attribute: false }) changed: readonly string[] = [];
  /** What a term is called in the list for keyboards. */
  @property({ attribute: false }) describe: (ref: string) => string = (ref) => plainName(ref);

  @query('#formula') private formula!: HTMLElement;
  @state() private complaint = '';
  /** The term in the list that Tab reaches. */
  @state() private stop = 0;
  #shape: string | undefined;
  #tex = '';
  #rendered: readonly string[] = [];
  #touched: string | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    addKatexFonts();
  }

  protected override willUpdate(): void {
    if (this.scene) void this.#read(this.scene);
  }

  /** The line of the scene's step. Formulas that are given their TeX do without what this needs. */
  async #read(scene: Scene): Promise<void> {
    const { lineOf } = await import('./formula/line-of.js');
    if (scene !== this.scene) return;
    const line = lineOf(scene, this.of);
    if (!line) this.complaint = words.derivation.noSuchStep(this.of);
    else Object.assign(this, { ...line, complaint: '' });
  }

  protected override render() {
    if (!this.tex && !this.scene) return this.absent();
    if (this.complaint) return html`<span role="alert">${this.complaint}</span>`;
    return html`<span class="scroll"
      ><span id="formula" @pointerover=${this.#onPoint} @pointerout=${this.#onLeave} @click=${this.#onClick}></span
      >${this.terms.length && !this.still ? this.#list() : nothing}</span
    >`;
  }

  protected override updated(changes: PropertyValues<this>): void {
    if (!this.formula) return;
    if (changes.has('tex') || changes.has('display') || changes.has('terms')) this.#typeset();
    this.#mark();
  }

  #typeset(): void {
    const shape = `${this.display} ${shapeOf(this.tex)}`;
    const sameTerms =
      this.terms.length === this.#rendered.length && this.terms.every((ref, i) => ref === this.#rendered[i]);
    if (shape === this.#shape && sameTerms && this.formula.querySelector('.katex-html')) {
      if (this.tex !== this.#tex) replaceDigits(this.tex, this.formula, this.display);
    } else {
      if (!renderFormula(this.tex, this.formula, this.display)) void this.#typesetWhole();
      for (const term of this.#termElements()) this.#link(term, this.terms[Number(term.dataset.term)] ?? '');
    }
    this.#shape = shape;
    this.#tex = this.tex;
    this.#rendered = this.terms;
  }

  async #typesetWhole(): Promise<void> {
    try {
      await loadWholeKatex();
    } catch {
      // Out of reach: the TeX stays as it was written.
      return;
    }
    this.#shape = undefined;
    this.#typeset();
    this.#mark();
  }

  #link(term: HTMLElement, ref: string): void {
    if (!ref) return;
    if (!this.still) term.dataset.ref = ref;
    // KaTeX puts a class round the marker.
    const classes = term.parentElement?.classList;
    if (classes?.contains('bp-number')) term.dataset.number = ref;
    const role = roles.find((each) => classes?.contains(`bp-${each}`));
    if (classes?.contains('bp-role') && role) term.parentElement!.dataset.role = words.derivation.roles[role];
  }

  #mark(): void {
    for (const term of this.#termElements()) {
      const { ref = '', number } = term.dataset;
      term.classList.toggle('lit', this.lit.includes(ref));
      if (number === undefined) continue;
      term.toggleAttribute('data-provisional', this.provisional.includes(number));
      term.toggleAttribute('data-changed', this.changed.includes(number));
    }
  }

  /** A parallel list: KaTeX's own boxes are hidden from screen readers, so nothing in them may take the focus. */
  #list() {
    const refs = [...new Set(this.terms)];
    const stop = Math.min(this.stop, refs.length - 1);
    return html`<span
      part="terms"
      class="terms"
      role="group"
      aria-label=${words.derivation.terms}
      @keydown=${this.#onKey}
      @focusin=${() => this.requestUpdate()}
      @focusout=${this.#onLeaveList}
    >
      ${refs.map(
        (ref, i) =>
          html`<button
            type="button"
            tabindex=${i === stop ? 0 : -1}
            @focus=${() => this.dispatchEvent(new SelectEvent([ref]))}
            @click=${() => this.dispatchEvent(new StepEvent(ref))}
          >
            ${words.derivation.open(this.describe(ref))}
          </button>`,
      )}
    </span>`;
  }

  #termElements(): NodeListOf<HTMLElement> {
    return this.formula.querySelectorAll<HTMLElement>('[data-term]');
  }

  readonly #onPoint = (event: PointerEvent): void => {
    const ref = refAt(event.target);
    if (ref !== undefined && ref !== refAt(event.relatedTarget)) this.dispatchEvent(new SelectEvent([ref]));
  };

  readonly #onLeave = (event: PointerEvent): void => {
    // A finger leaves as soon as it is lifted; what it tapped stays lit.
    if (event.pointerType === 'touch' || refAt(event.target) === undefined) return;
    if (refAt(event.relatedTarget) === undefined) this.dispatchEvent(new SelectEvent([]));
  };

  readonly #onClick = (event: MouseEvent): void => {
    const ref = refAt(event.target);
    if (ref === undefined) return;
    // A finger cannot point without tapping: the first tap lights a term, the second opens it.
    const firstTap = (event as PointerEvent).pointerType === 'touch' && this.#touched !== ref;
    this.#touched = firstTap ? ref : undefined;
    this.dispatchEvent(firstTap ? new SelectEvent([ref]) : new StepEvent(ref));
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    const buttons = [...this.renderRoot.querySelectorAll<HTMLElement>('.terms button')];
    const last = buttons.length - 1;
    const to = { ArrowLeft: this.stop - 1, ArrowRight: this.stop + 1, Home: 0, End: last }[event.key];
    if (to === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    this.stop = Math.min(Math.max(to, 0), last);
    buttons[this.stop]!.focus();
  };

  readonly #onLeaveList = (event: FocusEvent): void => {
    const to = event.relatedTarget;
    if (!(to instanceof Node && this.renderRoot.contains(to))) this.dispatchEvent(new SelectEvent([]));
  };
}

const roles = ['upstream', 'local', 'input'] as const;

/** The reference of the innermost term round an element. */
function refAt(target: EventTarget | null): string | undefined {
  return target instanceof Element ? target.closest<HTMLElement>('[data-ref]')?.dataset.ref : undefined;
}

define('bp-formula', BpFormula);

declare global {
  interface HTMLElementTagNameMap {
    'bp-formula': BpFormula;
  }
}
