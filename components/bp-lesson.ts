import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { LessonState } from '../src/index.js';
import type { BpHelp } from './bp-help.js';
import { define } from './define.js';
import { isField, keepsItsMeaning } from './lesson/focus.js';
import { waiting, type Leader } from './lesson/followers.js';
import { whenNear } from './lesson/near.js';
import type { Sheet } from './lesson/sheet.js';
import { lessonStyles } from './lesson/styles.js';
import { isDarkAround, watchSurroundings } from './lesson/surroundings.js';
import { actionOf } from './keys.js';
import type { Scene } from './scene.js';
import type { SceneElement } from './scene-element.js';
import { base } from './styles/base.js';
import { tokens } from './styles/tokens.js';
import { words } from './words.js';

/**
 * A lesson in any page. It is a guest there: it listens to keys only while it has the focus, writes nothing into the
 * page's address unless asked, and starts when it comes near the window.
 *
 * @summary A whole lesson: every step of a small network as formulas, diagram and numbers, to walk through and to change.
 * @fires bp-change - The state changed, for any reason; the event carries the new address.
 * @fires bp-complete - The last step is there, in full.
 * @fires bp-step - Someone asked to see a step.
 * @fires bp-select - Someone points at or focuses what stands for some variables, or leaves it.
 * @fires bp-move - Someone moved along the steps.
 * @fires bp-value - Someone gave a number.
 * @fires bp-convention - Someone made a choice in a convention.
 * @fires bp-display - Someone changed how things are shown.
 * @fires bp-iteration - Someone asked for another iteration.
 * @fires bp-program - Someone uses a program of their own.
 * @fires bp-reset - Someone asked for the lesson's own values back.
 * @slot - Shown until the lesson is ready, and instead of it where it cannot be opened. A `<pre>` or a `<script type="text/plain">` in it is the lesson, where neither `lesson` nor `src` names one. Parts of a lesson in it (`<bp-derivation>`, `<bp-network>`, …) are a layout of one's own.
 * @slot title - Beside the toolbar, at its start.
 * @slot actions - Beside the toolbar, at its end.
 * @csspart stage - Diagram and derivation.
 * @csspart lesson - All of it, with its frame.
 * @csspart picture - The diagram and its heading.
 * @csspart step - The card of the step.
 * @csspart controls - The stepper's bar.
 * @cssprop [--bp-scale=1] - Enlarges everything; 1.8 suits a projector.
 * @cssprop --bp-paper - The background.
 * @cssprop --bp-card - The background of cards and controls.
 * @cssprop --bp-ink - The text.
 * @cssprop --bp-soft - Labels and remarks.
 * @cssprop --bp-line - Lines that only decorate.
 * @cssprop --bp-edge - Edges, marks and the borders of controls.
 * @cssprop --bp-upstream - What comes from above in the chain rule; also the focus.
 * @cssprop --bp-local - Local derivatives.
 * @cssprop --bp-input - Inputs.
 * @cssprop --bp-loss - The loss, and errors.
 * @cssprop --bp-serif - The font of prose and questions.
 * @cssprop --bp-sans - The font of everything else.
 */
export class BpLesson extends LitElement implements Leader {
  static override styles = [tokens, base, lessonStyles];

  /** The id of a built-in lesson: `mazur`, `softmax-cross-entropy`, `batch-norm`. */
  @property() lesson = '';
  /** The address of a lesson file of one's own, instead of a built-in one. */
  @property() src = '';
  /** Where to open it: a step (`backward/w5`), or a whole address as {@link BpLesson.address} gives. */
  @property() at = '';
  /** The first step one walks through (`forward/net_o1`); without it, the lesson's first. */
  @property() from = '';
  /** The last step one walks through; without it, the lesson's last. */
  @property() to = '';
  /** Steps of vectors and matrices: number by number (`scalar`), or as matrices (`matrix`). */
  @property() view: 'scalar' | 'matrix' | '' = '';
  /** Significant digits shown at the beginning, 3 to 15. */
  @property({ type: Number }) digits: number | undefined;
  /**
   * Which parts to show: `bar diagram derivation prose controls plots values gradients published training program`, or `all`;
   * `formula` shows nothing but the step's formula, in the line.
   */
  @property({ reflect: true, useDefault: true }) panels = '';
  /** Light, dark, or as the page around it: its `color-scheme`, otherwise the lightness of its background. */
  @property() theme: 'auto' | 'light' | 'dark' = 'auto';
  /** How tall it is, in pixels or as a CSS length; its content scrolls. Without it, as tall as the step. */
  @property() height = '';
  /** A still: the step in full, with nothing to press. */
  @property({ type: Boolean }) static = false;
  /** Keep the state in the page's address, under this name: `#name=v1/mazur/backward/w5`. */
  @property() hash = '';
  /** `page`: keys work wherever the focus is. Otherwise only while it is inside the lesson. */
  @property() keys: 'page' | '' = '';
  /** `eager`: start at once, not only near the window. */
  @property() loading: 'lazy' | 'eager' = 'lazy';

  @state() private isDark = false;
  @state() private sheet: Sheet | undefined;
  /** The scripts of the lesson could not be had. */
  @state() private isStranded = false;
  /** @internal */
  @query('bp-help') readonly help!: BpHelp | null;

  #starting: Promise<Sheet | undefined> | undefined;
  #parts: SceneElement[] = [];
  #release: (() => void)[] = [];
  #keyTarget: EventTarget | undefined;
  #announce!: () => void;

  /** Fulfilled when the lesson is open. */
  readonly ready = new Promise<void>((resolve) => (this.#announce = resolve));

  /** The current state as a readable address: `v1/mazur/backward/w5?after=3`. */
  get address(): string {
    return this.sheet?.address ?? '';
  }

  /** The current state; `undefined` until the lesson is open. */
  get state(): LessonState | undefined {
    return this.sheet?.model?.state;
  }

  /** Go to the step that made a number, or to a step itself. An unknown reference leads to the nearest step. */
  goTo(ref: string): void {
    this.sheet?.goTo(ref);
  }

  /** The next complete step; the one before. */
  next(): void {
    this.sheet?.model?.move('next');
  }
  previous(): void {
    this.sheet?.model?.move('previous');
  }

  /** Put the lesson on a stage that fills the screen, from where it stands. */
  present(): void {
    void this.sheet?.present();
  }

  /** Open the lesson at a step (`backward/w5`) or at an address as {@link BpLesson.address} gives it; '' is the beginning. */
  async open(at: string): Promise<void> {
    const sheet = await this.#start();
    await sheet?.openAt(at);
    if (this.state) this.#announce();
  }

  /** @internal What is shown now. */
  get scene(): Scene | undefined {
    return this.sheet?.model?.scene;
  }

  /** @internal Change place or display. */
  walk(state: LessonState): void {
    this.sheet?.model?.walk(state);
  }

  /** @internal A part that stands elsewhere shows this lesson. */
  follow(part: SceneElement): void {
    if (this.sheet) this.sheet.follow(part);
    else this.#parts.push(part);
  }

  /** @internal */
  unfollow(part: SceneElement): void {
    this.#parts = this.#parts.filter((each) => each !== part);
    this.sheet?.unfollow(part);
  }

  /** @internal The colours in force, where they are not the page's own. */
  get scheme(): 'light' | 'dark' | undefined {
    return this.theme === 'auto' ? (this.isDark ? 'dark' : undefined) : this.theme;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#listen();
    for (const part of [...waiting]) part.follow();
    this.#release = [watchSurroundings(() => this.#look())];
    if (this.sheet) this.sheet.resume();
    else if (this.loading === 'eager') void this.open(this.at);
    else this.#release.push(whenNear(this, () => void this.open(this.at)));
    this.#look();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#keyTarget?.removeEventListener('keydown', this.#onKey);
    this.#keyTarget = undefined;
    for (const release of this.#release.splice(0)) release();
    this.sheet?.release();
  }

  override willUpdate(changes: PropertyValues<this>): void {
    if (changes.has('keys')) this.#listen();
    const asked = (['lesson', 'src', 'at', 'from', 'to', 'view', 'digits'] as const).some((name) => changes.has(name));
    if (asked && this.#starting) void this.open(this.at);
  }

  /** Load what a lesson is made of, once. */
  #start(): Promise<Sheet | undefined> {
    this.#starting ??= import('./lesson/sheet.js').then(
      ({ Sheet }) => {
        this.isStranded = false;
        const sheet = new Sheet(this);
        for (const part of this.#parts.splice(0)) sheet.follow(part);
        return (this.sheet = sheet);
      },
      () => {
        this.isStranded = true;
        this.#starting = undefined;
        return undefined;
      },
    );
    return this.#starting;
  }

  readonly #look = (): void => {
    this.isDark = this.theme === 'auto' && isDarkAround(this);
  };

  #listen(): void {
    if (!this.isConnected) return;
    this.#keyTarget?.removeEventListener('keydown', this.#onKey);
    this.#keyTarget = this.keys === 'page' ? document : this;
    this.#keyTarget.addEventListener('keydown', this.#onKey);
    for (const type of ['keydown', 'keyup', 'keypress']) this.addEventListener(type, keepTyping);
  }

  readonly #onKey = (event: Event): void => {
    const press = event as KeyboardEvent;
    const action = actionOf(press);
    if (!action || !this.state || this.static || keepsItsMeaning(press)) return;
    press.preventDefault();
    // The page around it may have its own use for the key: the next slide, the next page.
    press.stopPropagation();
    this.sheet?.act(action);
  };

  /** A link in a lesson's prose to another lesson opens it here; the tutor's own page follows its address. */
  readonly #onClick = (event: MouseEvent): void => {
    const link = event.composedPath().find((each) => each instanceof HTMLAnchorElement);
    const address = /^#(v\d+\/.*)$/.exec(link?.getAttribute('href') ?? '')?.[1];
    if (address === undefined || this.keys === 'page' || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    void this.open(address);
  };

  /** What stands round the lesson: nothing on the tutor's own page, an edge in other pages; in a sentence or a layout, the page itself. */
  get frame(): 'page' | 'guest' | 'inline' | 'open-air' {
    if (this.keys === 'page') return 'page';
    if (!this.state || this.sheet?.isLayout) return 'open-air';
    return this.panels.trim() === 'formula' ? 'inline' : 'guest';
  }

  override updated(): void {
    this.sheet?.rendered();
    const wrapper = this.renderRoot.querySelector<HTMLElement>('.lesson')!;
    // Kept from the beginning, so that nothing moves when the lesson opens.
    wrapper.style.blockSize = /^\d+$/.test(this.height) ? `${this.height}px` : this.height;
    // Something to hold the focus, so that keys reach the lesson.
    const isSheet = this.frame === 'guest' && !this.static;
    wrapper.role = isSheet ? 'group' : null;
    wrapper.ariaLabel = (isSheet && this.state?.lesson.title) || null;
    if (isSheet) wrapper.tabIndex = 0;
    else wrapper.removeAttribute('tabindex');
  }

  override render(): TemplateResult {
    const { sheet, frame } = this;
    return html`<div
      part="lesson"
      class="lesson ${frame} ${this.scheme ?? ''} ${this.height ? 'fixed' : ''}"
      @click=${this.#onClick}
    >
      ${
        sheet
          ? sheet.render()
          : html`<slot></slot>${
                this.isStranded
                  ? html`<p class="banner warning" role="alert">
                      <span>${words.lesson.partFailed}</span>
                      <button @click=${() => void this.open(this.at)}>${words.lesson.retry}</button>
                    </p>`
                  : nothing
              }`
      }
    </div>`;
  }
}

/** Outside of the element nobody can see that someone types into a field, and takes the letter for a shortcut. */
function keepTyping(event: Event): void {
  if (isField(event.composedPath()[0])) event.stopPropagation();
}

define('bp-lesson', BpLesson);

declare global {
  interface HTMLElementTagNameMap {
    'bp-lesson': BpLesson;
  }
}
