import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import {
  goTo,
  hasOwnValues,
  InputError,
  loadTraining,
  origin,
  withConvention,
  withIteration,
  withOwnValues,
  withValue,
  writeAddress,
  type Complaint,
  type LessonState,
} from '../src/index.js';
import { define } from './define.js';
import { plainName } from './formula-text.js';
import type * as events from './events/index.js';
import { ChangeEvent } from './events/index.js';
import { keepsItsMeaning } from './lesson/focus.js';
import { actionOf, type KeyAction } from './keys.js';
import { afterPaint, whenIdle } from './lesson/idle.js';
import { completeLesson, openLesson } from './lesson/load-lesson.js';
import { LessonModel } from './lesson/model.js';
import { complaintList, notices } from './lesson/notices.js';
import { lessonStyles } from './lesson/styles.js';
import type { Scene } from './scene.js';
import { base } from './styles/base.js';
import { tokens } from './styles/tokens.js';
import { words } from './words.js';
import type { BpDerivation } from './bp-derivation.js';
import type { BpHelp } from './bp-help.js';
import './bp-derivation.js';
import './bp-prose.js';

/**
 * @summary A whole lesson: every step of a tiny network as formulas, diagram and numbers, to walk through and to change.
 *
 * It is a guest wherever it stands: no listener on the document, no change of the page's address, unless asked for.
 *
 * @fires bp-change - after the state changed for any reason, with the new address
 * @slot - shown until the lesson is ready, and instead of it where it cannot be opened
 * @slot title - beside the toolbar, at its start
 * @slot actions - beside the toolbar, at its end
 * @csspart stage - diagram and derivation
 * @csspart controls - the stepper's bar
 * @cssprop --bp-scale - enlarges everything; 1.8 suits a projector
 */
export class BpLesson extends LitElement {
  static override styles = [tokens, base, lessonStyles];

  /** The id of a built-in lesson. */
  @property() lesson = 'mazur';
  /** The address of a lesson file of one's own, instead of a built-in one. */
  @property() src = '';
  /** Where to open it: a step (`backward/w5`), or a whole address as {@link BpLesson.address} gives. */
  @property() at = '';
  /** `page`: keys work wherever the focus is. Otherwise only while it is inside the lesson. */
  @property() keys: 'page' | '' = '';

  @state() private model: LessonModel | undefined;
  @state() private complaints: readonly Complaint[] = [];
  @state() private failed = false;
  @state() private lit: readonly string[] = [];
  /** What stands around the step, once it is loaded. */
  @state() private panels: typeof import('./lesson/panels.js') | undefined;
  /** What the tables show: they follow once the step itself is painted. */
  @state() private settled: Scene | undefined;
  @query('bp-help') private readonly help!: BpHelp;
  @query('bp-derivation') private readonly derivation!: BpDerivation | null;

  #opening = 0;
  #keyTarget: EventTarget | undefined;

  /** The current state as a readable address: `v1/mazur/backward/w5?after=3`. */
  get address(): string {
    return this.model ? writeAddress(this.model.state) : '';
  }

  /** The current state; `undefined` until the lesson is open. */
  get state(): LessonState | undefined {
    return this.model?.state;
  }

  /** Go to the step that made a number, or to a step itself. An unknown reference leads to the nearest step. */
  goTo(ref: string): void {
    const { model } = this;
    if (!model) return;
    const { step, iteration } = origin(model.scene.trace, model.state.iteration, ref);
    model.jump(withIteration(goTo(model.state, step), iteration));
  }

  /** The next complete step; the one before. */
  next(): void {
    this.model?.move('next');
  }
  previous(): void {
    this.model?.move('previous');
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#listen();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#keyTarget?.removeEventListener('keydown', this.#onKey);
    this.#keyTarget = undefined;
    this.model?.dispose();
  }

  override willUpdate(changes: PropertyValues<this>): void {
    if (changes.has('keys')) this.#listen();
    if (changes.has('lesson') || changes.has('src') || changes.has('at')) void this.open(this.at);
  }

  /** Open the lesson at a step (`backward/w5`) or at an address as {@link BpLesson.address} gives it; '' is the beginning. */
  async open(at: string): Promise<void> {
    const turn = ++this.#opening;
    const address = !at || /^v\d+\//.test(at) ? at : `v1/${this.lesson}/${at}`;
    try {
      const { lesson, state: opened, complaints } = await openLesson({ id: this.lesson, src: this.src, address });
      if (turn !== this.#opening) return;
      this.complaints = complaints;
      this.failed = false;
      if (this.model?.lesson === lesson) return this.model.walk(opened);
      this.model?.dispose();
      this.model = new LessonModel(lesson, opened, (jump) => this.#changed(jump), whenIdle);
      this.#changed();
      void this.updateComplete.then(() => whenIdle(() => void this.#loadRest()));
    } catch (error) {
      if (turn !== this.#opening) return;
      if (!(error instanceof InputError)) throw error;
      this.complaints = error.complaints;
      this.failed = true;
    }
  }

  async #loadRest(): Promise<void> {
    try {
      if (this.model) await completeLesson(this.model.lesson);
      await loadTraining();
      this.panels = await import('./lesson/panels.js');
    } catch {
      this.complaints = [...this.complaints, { message: words.lesson.partFailed }];
    }
    this.model?.refresh();
  }

  #changed(jump = false): void {
    this.requestUpdate();
    if (this.settled) afterPaint(() => (this.settled = this.model?.scene));
    else this.settled = this.model?.scene;
    this.dispatchEvent(new ChangeEvent(this.address, jump));
  }

  #listen(): void {
    if (!this.isConnected) return;
    this.#keyTarget?.removeEventListener('keydown', this.#onKey);
    this.#keyTarget = this.keys === 'page' ? document : this;
    this.#keyTarget.addEventListener('keydown', this.#onKey);
  }

  readonly #onKey = (event: Event): void => {
    const press = event as KeyboardEvent;
    const action = actionOf(press);
    if (!action || !this.model || keepsItsMeaning(press)) return;
    press.preventDefault();
    this.#act(action);
  };

  #act(action: KeyAction): void {
    const { model } = this;
    if (!model) return;
    if (action === 'help') this.help.open?.();
    else if (action === 'undo') model.undo();
    else if (action === 'redo') model.redo();
    else if (action === 'reset') this.#reset();
    else model.move(action);
  }

  /** Along the timeline one walks; nobody wants to go back through every mark. */
  readonly #scrub = (event: events.StepEvent): void => {
    event.stopPropagation();
    const { model } = this;
    if (model) model.walk(goTo(model.state, event.ref));
  };

  /** What has the focus inside a sheet goes away with it; the button that opened it stays. */
  readonly #onSheet = (event: ToggleEvent): void => {
    const sheet = event.currentTarget as HTMLElement;
    if (event.newState === 'open' || !sheet.contains(this.shadowRoot!.activeElement)) return;
    this.renderRoot.querySelector<HTMLElement>(`button[name=${sheet.id}]`)?.focus();
  };

  /** From a table far down, the step that was asked for would stay out of sight. */
  #open(ref: string): void {
    this.goTo(ref);
    afterPaint(() => this.derivation?.showQuestion());
  }

  protected override updated(): void {
    // An attribute that the template linter's list is too old to know, so it is set as a property.
    for (const sheet of this.renderRoot.querySelectorAll('.sheet')) {
      const button = this.renderRoot.querySelector<HTMLButtonElement>(`button[name=${sheet.id}]`);
      if (button) button.popoverTargetElement = sheet;
    }
  }

  readonly #reset = (): void => {
    if (this.model && !hasOwnValues(this.model.state)) this.model.edit(withOwnValues(this.model.state));
  };

  override render(): TemplateResult {
    const { model } = this;
    if (!model) return html`${this.#complaints()}<slot>${this.failed ? nothing : words.lesson.loading}</slot>`;
    const { scene } = model;
    return html`
      <div
        class="lesson"
        @bp-step=${({ ref }: events.StepEvent) => this.#open(ref)}
        @bp-select=${({ refs }: events.SelectEvent) => (this.lit = refs)}
        @bp-move=${({ to }: events.MoveEvent) => model.move(to)}
        @bp-value=${({ name, text }: events.ValueEvent) => this.#editValue(name, text)}
        @bp-convention=${({ convention, choice }: events.ConventionEvent) =>
          model.edit(withConvention(model.state, convention, choice))}
        @bp-display=${({ change }: events.DisplayEvent) => model.walk({ ...model.state, ...change })}
        @bp-iteration=${({ iteration }: events.IterationEvent) => model.walk(withIteration(model.state, iteration))}
        @bp-program=${({ text, program, values }: events.ProgramEvent) =>
          model.edit({ ...model.state, program: { text, program }, edits: { ...model.state.edits, ...values } })}
        @bp-reset=${this.#reset}
      >
        <header class="bar">
          <slot name="title"><h1>${model.lesson.title}</h1></slot>
          <div class="tools">
            ${
              model.back === undefined
                ? nothing
                : html`<button class="tool" @click=${() => model.goBack()}>
                    ← ${words.lesson.backTo(plainName(model.back, scene.setup.loss))}
                  </button>`
            }
            <button name="display" class="tool">${words.lesson.digits(scene.state.digits, scene.state.paper)}</button>
            <button name="conventions" class="tool">${words.lesson.conventions}</button>
            <button class="tool" @click=${() => this.help.open?.()} aria-label=${words.help.title}>?</button>
            <slot name="actions"></slot>
          </div>
        </header>
        <div id="display" .popover=${'auto'} class="card sheet" @beforetoggle=${this.#onSheet}>
          <bp-display .scene=${this.settled ?? scene}></bp-display>
        </div>
        <div id="conventions" .popover=${'auto'} class="card sheet" @beforetoggle=${this.#onSheet}>
          <bp-conventions .scene=${this.settled ?? scene}></bp-conventions>
        </div>
        ${this.#complaints()} ${notices(model, this.#reset)}
        <main class="stage" part="stage">
          <section class="picture" aria-label=${words.lesson.network(scene.state.iteration)}>
            <h2>${words.lesson.network(scene.state.iteration)}</h2>
            <bp-network .scene=${scene} .lit=${this.lit}></bp-network>
          </section>
          <bp-derivation class="card step" .scene=${scene} .lit=${this.lit}>
            ${this.panels?.tensor(this.settled ?? scene, this.lit)}
            <bp-prose slot="prose" .scene=${scene}></bp-prose>
            <bp-check slot="offers" .scene=${scene}></bp-check>
          </bp-derivation>
        </main>
        <nav class="controls" part="controls" aria-label=${words.lesson.controls}>
          <bp-stepper .scene=${scene} @bp-step=${this.#scrub}></bp-stepper>
        </nav>
        ${this.panels?.tables(this.settled ?? scene)}
        <bp-help></bp-help>
      </div>
    `;
  }

  #complaints(): unknown {
    return complaintList(this.complaints, this.failed ? undefined : () => (this.complaints = []));
  }

  #editValue(name: string, text: string | undefined): void {
    const { model } = this;
    if (model) model.edit(withValue(model.state, name, text, model.ownText(name)));
  }
}

// The first step can be read before its picture and the controls are there, so they load side by side.
void import('./bp-network.js').catch(() => undefined);
void import('./bp-stepper.js').catch(() => undefined);

define('bp-lesson', BpLesson);

declare global {
  interface HTMLElementTagNameMap {
    'bp-lesson': BpLesson;
  }
}
