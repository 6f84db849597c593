import { html, nothing, type TemplateResult } from 'lit';
import {
  goTo,
  hasOwnValues,
  InputError,
  loadTraining,
  origin,
  Reveal,
  withConvention,
  withIteration,
  withOwnValues,
  withValue,
  writeAddress,
  type Complaint,
} from '../../src/index.js';
import '../bp-derivation.js';
import '../bp-prose.js';
import type { BpLesson } from '../bp-lesson.js';
import type * as events from '../events/index.js';
import { ChangeEvent, CompleteEvent } from '../events/index.js';
import { plainName } from '../formula-text.js';
import type { KeyAction } from '../keys.js';
import type { Scene } from '../scene.js';
import type { SceneElement } from '../scene-element.js';
import { words } from '../words.js';
import { afterPaint, whenIdle } from './idle.js';
import { completeLesson, openLesson, type Request } from './load-lesson.js';
import { LazyPart } from './lazy-part.js';
import { LessonModel } from './model.js';
import type { HashCorner } from './hash.js';
import { panelsIn } from './panel-names.js';

/**
 * What a `<bp-lesson>` shows once it has started: it holds the state, answers what people do, and renders the parts that
 * the page wants. The element itself stays light, so that a page without a lesson in sight loads little.
 */
export class Sheet {
  model: LessonModel | undefined;
  /** The lesson could not be opened at all. */
  failed = false;
  /** What stands around the step, once it is loaded. */
  #panels: typeof import('./panels.js') | undefined;
  /** What the tables show: they follow once the step itself is painted. */
  #settled: Scene | undefined;
  #complaints: readonly Complaint[] = [];
  #lit: readonly string[] = [];
  /** Aborted when what was asked for is no longer wanted. */
  #asked = new AbortController();
  /** What is being opened. */
  #wanted: Request | undefined;
  #followers = new Set<SceneElement>();
  #isComplete = false;
  /** What knows the parts that an author put into the page. */
  #parts: typeof import('./parts.js') | undefined;
  #corner: HashCorner | undefined;
  #leave: () => void = () => undefined;

  constructor(private readonly host: BpLesson) {
    for (const name of heard) host.addEventListener(name, this);
  }

  /** Open the lesson that the element names at a place: a step, or a whole address. */
  async openAt(at: string): Promise<void> {
    const { lesson, src, hash } = this.host;
    await this.#loadShown();
    if (hash && !this.#corner) await this.#joinAddress(hash);
    const place = this.model ? at : this.#corner?.read() || at;
    const text = lesson || src ? undefined : this.#parts?.textIn(this.host);
    const id = lesson || 'mazur';
    const address = !place || /^v\d+\//.test(place) ? place : `v1/${id}/${place}`;
    await this.#open({ id, src, address, ...(text && { text: { text, file: words.lesson.thisPage } }) });
  }

  /** The address is written only into a page that asked for it. */
  async #joinAddress(name: string): Promise<void> {
    const { HashCorner } = await import('./hash.js');
    this.#corner = new HashCorner(name, (address) => void this.openAt(address));
    this.#leave = this.#corner.listen();
  }

  /** The first step can be read before its picture and the controls are there, so they load side by side. */
  async #loadShown(): Promise<void> {
    const { host } = this;
    const { shown } = panelsIn(host.panels);
    if (shown.has('diagram')) void import('../bp-network.js').catch(() => undefined);
    if (shown.has('controls')) void import('../bp-stepper.js').catch(() => undefined);
    const isOwnLayout = [...host.querySelectorAll('*')].some(({ localName }) => /^(bp-.*|pre|script)$/.test(localName));
    if (!host.id && !isOwnLayout) return;
    this.#parts = await import('./parts.js').catch(() => undefined);
    this.#parts?.loadPartsOf(host);
  }

  /** Of several requests the last one counts. */
  async #open(request: Request): Promise<void> {
    this.#asked.abort();
    const { signal } = (this.#asked = new AbortController());
    this.#wanted = request;
    try {
      const opened = await openLesson({ ...request, signal });
      const { lesson } = opened;
      const { state, complaints } = hasWishes(this.host)
        ? (await import('./wishes.js')).grant(opened, this.host, request.address)
        : opened;
      if (signal.aborted) return;
      this.#wanted = undefined;
      this.#complaints = complaints;
      this.failed = false;
      if (this.model?.lesson === lesson) return this.model.walk(state);
      this.model?.dispose();
      this.model = new LessonModel(lesson, state, (jump) => this.#changed(jump), whenIdle);
      this.#changed();
      void this.host.updateComplete.then(() => whenIdle(() => void this.#loadRest()));
    } catch (error) {
      if (signal.aborted) return;
      this.#wanted = undefined;
      if (!(error instanceof InputError)) throw error;
      this.#complaints = error.complaints;
      this.failed = true;
      this.host.requestUpdate();
    }
  }

  /** The element has left the page, for now or for good. */
  release(): void {
    this.#leave();
    this.#asked.abort();
    this.model?.dispose();
    for (const part of [...this.#followers]) part.follow();
  }

  /** The element is back. */
  resume(): void {
    if (this.#corner) this.#leave = this.#corner.listen();
    this.model?.resume();
    if (this.#wanted) void this.#open(this.#wanted);
  }

  /** An author arranges the parts, instead of leaving it to the lesson. */
  get isLayout(): boolean {
    return this.#parts?.isLayout(this.host) ?? false;
  }

  get address(): string {
    return this.model ? writeAddress(this.model.state) : '';
  }

  /** Go to the step that made a number, or to a step itself. */
  goTo(ref: string): void {
    const { model } = this;
    if (!model) return;
    const { step, iteration } = origin(model.scene.trace, model.state.iteration, ref);
    model.jump(withIteration(goTo(model.state, step), iteration));
  }

  act(action: KeyAction): void {
    const { model } = this;
    if (!model || this.host.static) return;
    if (action === 'help') this.host.help?.open?.();
    else if (action === 'undo') model.undo();
    else if (action === 'redo') model.redo();
    else if (action === 'reset') this.#reset();
    else if (action === 'present') void this.present();
    else model.move(action);
  }

  /** Put the lesson on a stage that fills the screen. */
  async present(): Promise<void> {
    try {
      const { present } = await import('../stage/present.js');
      present(this.host);
    } catch {
      this.#complaints = [{ message: words.lesson.partFailed }];
      this.host.requestUpdate();
    }
  }

  follow(part: SceneElement): void {
    this.#followers.add(part);
    const isOutside = !this.host.contains(part);
    if (isOutside) for (const name of heard) part.addEventListener(name, this);
    if (this.model) this.#show(part, this.model.scene);
  }

  unfollow(part: SceneElement): void {
    this.#followers.delete(part);
    for (const name of heard) part.removeEventListener(name, this);
  }

  #show(part: SceneElement, scene: Scene): void {
    part.scene = scene;
    if ('lit' in part) part.lit = this.#lit;
    if (this.host.contains(part)) return;
    const scheme = this.host.scheme;
    if (scheme) part.style.colorScheme = scheme;
    else part.style.removeProperty('color-scheme');
  }

  /** What people do in the lesson's parts, wherever they stand. */
  readonly handleEvent = (event: Event): void => {
    const { model } = this;
    if (!model || this.host.static) return;
    const { state } = model;
    switch (event.type) {
      case 'bp-step':
        return this.#goAndShow((event as events.StepEvent).ref);
      case 'bp-select':
        this.#lit = (event as events.SelectEvent).refs;
        return this.host.requestUpdate();
      case 'bp-move':
        return model.move((event as events.MoveEvent).to);
      case 'bp-value': {
        const { name: shown, text } = event as events.ValueEvent;
        const name = model.nameAmongAll(shown);
        return model.edit(withValue(state, name, text, model.ownText(name)));
      }
      case 'bp-convention': {
        const { convention, choice } = event as events.ConventionEvent;
        return model.edit(withConvention(state, convention, choice));
      }
      case 'bp-display':
        return model.walk({ ...state, ...(event as events.DisplayEvent).change });
      case 'bp-iteration':
        return model.walk(withIteration(state, (event as events.IterationEvent).iteration));
      case 'bp-program': {
        const { text, program, values } = event as events.ProgramEvent;
        return model.edit({ ...state, program: { text, program }, edits: { ...state.edits, ...values } });
      }
      case 'bp-reset':
        return this.#reset();
    }
  };

  /** The element has rendered; so have the parts inside it. */
  rendered(): void {
    // An attribute that the template linter's list is too old to know, so it is set as a property.
    for (const sheet of this.host.renderRoot.querySelectorAll('.sheet')) {
      const button = this.host.renderRoot.querySelector<HTMLButtonElement>(`button[name=${sheet.id}]`);
      if (button) button.popoverTargetElement = sheet;
    }
    if (this.model) for (const part of this.#followers) this.#show(part, this.model.scene);
  }

  async #loadRest(): Promise<void> {
    try {
      if (this.model) await completeLesson(this.model.lesson);
      await loadTraining();
      this.#panels = await import('./panels.js');
      noticesPart.want(() => undefined);
    } catch {
      this.#complaints = [...this.#complaints, { message: words.lesson.partFailed }];
    }
    this.model?.refresh();
  }

  #changed(jump = false): void {
    this.host.requestUpdate();
    if (this.#settled) {
      afterPaint(() => {
        this.#settled = this.model?.scene;
        this.host.requestUpdate();
      });
    } else this.#settled = this.model?.scene;
    this.host.dispatchEvent(new ChangeEvent(this.address, jump));
    this.#corner?.write(this.address);
    this.#sayComplete();
  }

  /** Once for each arrival at the end. */
  #sayComplete(): void {
    const { scene, state } = this.model ?? {};
    if (!scene || !state) return;
    const before = this.#isComplete;
    this.#isComplete = scene.index === scene.walk.length - 1 && state.reveal === Reveal.result;
    if (this.#isComplete && !before) this.host.dispatchEvent(new CompleteEvent(this.address));
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
    if (event.newState === 'open' || !sheet.contains(this.host.shadowRoot!.activeElement)) return;
    this.host.renderRoot.querySelector<HTMLElement>(`button[name=${sheet.id}]`)?.focus();
  };

  /** From a table far down, the step that was asked for would stay out of sight. */
  #goAndShow(ref: string): void {
    this.goTo(ref);
    afterPaint(() => this.host.renderRoot.querySelector('bp-derivation')?.showQuestion());
  }

  readonly #reset = (): void => {
    if (this.model && !hasOwnValues(this.model.state)) this.model.edit(withOwnValues(this.model.state));
  };

  /** An author's own layout, a still, or the parts as the lesson arranges them. */
  render(): TemplateResult {
    const { model, host } = this;
    if (!model) return html`${this.#remarks()}<slot>${this.failed ? nothing : words.lesson.loading}</slot>`;
    if (this.isLayout) return html`${this.#remarks()}<slot></slot>`;
    const { shown } = panelsIn(host.panels);
    if (host.static || shown.has('formula')) return this.#renderStill(model.scene, shown);
    return this.#renderSheet(model, shown);
  }

  #renderStill(scene: Scene, shown: ReadonlySet<string>): TemplateResult {
    const { module } = stillPart.want(() => this.host.requestUpdate());
    return module?.still(scene, shown, this.host.static) ?? html`<slot></slot>`;
  }

  #renderSheet(model: LessonModel, shown: ReadonlySet<string>): TemplateResult {
    const { scene } = model;
    const settled = this.#settled ?? scene;
    // Landmarks are the page's own; several lessons would bring them several times.
    const isPage = this.host.keys === 'page';
    return html`
      ${shown.has('bar') ? this.#bar(model) : nothing}
      ${shown.has('bar') ? this.#panels?.sheets(settled, this.#onSheet) : nothing} ${this.#remarks()}
      <div class="stage" part="stage" role=${isPage ? 'main' : 'presentation'}>
        ${
          shown.has('diagram')
            ? html`<div
                class="picture"
                part="picture"
                role=${isPage ? 'region' : 'group'}
                aria-label=${words.lesson.network(scene.state.iteration)}
              >
                <h2 part="picture-title">${words.lesson.network(scene.state.iteration)}</h2>
                <bp-network part="network" exportparts="hint" .scene=${scene} .lit=${this.#lit}></bp-network>
              </div>`
            : nothing
        }
        ${
          shown.has('derivation')
            ? html`<bp-derivation
                class="card step"
                part="step"
                exportparts="views, offers"
                .scene=${scene}
                .lit=${this.#lit}
              >
                ${this.#panels?.tensor(settled, this.#lit)}
                ${shown.has('prose') ? html`<bp-prose slot="prose" .scene=${scene}></bp-prose>` : nothing}
                <bp-check slot="offers" .scene=${scene}></bp-check>
              </bp-derivation>`
            : shown.has('prose')
              ? html`<bp-prose class="card step" .scene=${scene}></bp-prose>`
              : nothing
        }
      </div>
      ${
        shown.has('controls')
          ? html`<div
              class="controls"
              part="controls"
              role=${isPage ? 'navigation' : 'group'}
              aria-label=${words.lesson.controls}
            >
              <bp-stepper .scene=${scene} @bp-step=${this.#scrub}></bp-stepper>
            </div>`
          : nothing
      }
      ${this.#panels?.tables(settled, shown, () => this.host.requestUpdate())}
    `;
  }

  #bar(model: LessonModel): TemplateResult {
    const { scene, state, back } = model;
    const isPage = this.host.keys === 'page';
    return html`<div class="bar" role=${isPage ? 'banner' : 'presentation'}>
      <slot name="title"><p class="name">${model.lesson.title}</p></slot>
      <div class="tools">
        ${
          back === undefined
            ? nothing
            : html`<button class="tool" @click=${() => model.goBack()}>
                ← ${words.lesson.backTo(plainName(back, scene.setup.loss))}
              </button>`
        }
        <button name="display" class="tool">${words.lesson.digits(state.digits, state.paper)}</button>
        <button name="conventions" class="tool">${words.lesson.conventions}</button>
        <button class="tool" @click=${() => this.host.help?.open?.()} aria-label=${words.help.title}>?</button>
        <slot name="actions"></slot>
      </div>
    </div>`;
  }

  /** What the reader should know, and what could not be used of what was asked for. Mostly nothing. */
  #remarks(): unknown {
    const { model, failed } = this;
    const complaints = this.#complaints;
    if (!complaints.length && !(model && isRemarkable(model))) return nothing;
    const { module, failed: withoutList } = noticesPart.want(() => this.host.requestUpdate());
    const retry = (): void => void this.host.open(this.host.at);
    if (!module && !withoutList) return nothing;
    if (!module) {
      // Without a network its part cannot be had either. Better plain than not at all.
      const again = failed ? html`<button @click=${retry}>${words.lesson.retry}</button>` : nothing;
      return html`<p role="alert">${complaints.map(({ message }) => message)} ${again}</p>`;
    }
    const { complaintList, notices } = module;
    const dismiss = (): void => {
      this.#complaints = [];
      this.host.requestUpdate();
    };
    return html`${complaintList(complaints, failed ? { retry } : { dismiss })}${model ? notices(model, this.#reset) : nothing}`;
  }
}

const noticesPart = new LazyPart(() => import('./notices.js'));
const stillPart = new LazyPart(() => import('./still.js'));

/** Whether there is anything to say about a lesson's state. */
const isRemarkable = ({ state, displaced, problem, provesOnDemand, proven }: LessonModel): boolean =>
  Boolean(displaced || problem || state.paper || !hasOwnValues(state) || (provesOnDemand && !proven));

/** What parts outside the lesson's element are listened to for. */
const heard = [
  'bp-step',
  'bp-select',
  'bp-move',
  'bp-value',
  'bp-convention',
  'bp-display',
  'bp-iteration',
  'bp-program',
  'bp-reset',
];

/** Whether an element's attributes want more than a place. */
const hasWishes = ({ view, digits, from, to, panels, height }: BpLesson): boolean =>
  Boolean(view || digits !== undefined || from || to || (panels && panels !== 'all') || height);
