import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { BpLesson } from './bp-lesson.js';
import './bp-lesson.js';
import { define } from './define.js';
import { hasUseFor } from './lesson/focus.js';
import { pageBeside } from './link-to.js';
import { renderInline } from './prose/inline.js';
import type { Scene } from './scene.js';
import { actOn, isMove } from './stage/act.js';
import type { StageAction } from './stage/actions.js';
import './stage/bp-stage-bar.js';
import type { StageEvent } from './stage/bp-stage-bar.js';
import { beginOf } from './stage/class-id.js';
import { Company } from './stage/company.js';
import { Fitting } from './stage/fitting.js';
import { leaveFullScreen, toggleFullScreen } from './stage/full-screen.js';
import { actionOf, storedChoices, type KeyChoices } from './stage/key-map.js';
import { LeadPanel } from './stage/lead-panel.js';
import { openDialog, type Podium } from './stage/podium.js';
import { pointedPart } from './stage/pointed.js';
import { Pointer } from './stage/pointer.js';
import { prompt } from './stage/prompt.js';
import type { Zoom } from './stage/shared.js';
import { stageStyles } from './stage/styles.js';
import { base } from './styles/base.js';
import { tokens } from './styles/tokens.js';
import { stage as say } from './words/stage.js';

/**
 * @summary A lesson before a class: diagram and derivation as large as the screen allows, each step unfolding piece by piece.
 * @fires close - The stage was left; {@link BpStage.address} says where.
 * @fires bp-shared - What the class sees has changed.
 */
export class BpStage extends LitElement implements Podium {
  static override styles = [tokens, base, stageStyles];

  /** The lesson, as `<bp-lesson>` takes it. */
  @property() lesson = '';
  @property() src = '';
  /** Where to begin: an address. */
  @property() at = '';
  @property() theme: BpLesson['theme'] = 'auto';
  /** The program or lesson that stands in the page, if it is neither built in nor a file. */
  @property({ attribute: false }) text: Element | undefined;
  /** Names the class, so that the instructor's window finds the stage. Only in the tutor's own pages. */
  @property({ attribute: 'class-id' }) classId = '';
  /** When the class began, in milliseconds since 1970. */
  began = Date.now();

  @state() private isFull = false;
  @state() private hasNotes = false;
  @state() private choices: KeyChoices = storedChoices();
  @state() private message = '';
  @query('dialog') readonly ground!: HTMLDialogElement;
  /** @internal */
  @query('.room') readonly room!: HTMLElement;
  @query('bp-lesson') readonly shown!: BpLesson;

  readonly #company = new Company(this, (address) => this.#onTold(address));
  readonly #pointer = new Pointer(this, () => this.renderRoot.querySelector<HTMLElement>('.laser'));
  readonly #lead = new LeadPanel(this);

  constructor() {
    super();
    new Fitting(this);
  }

  /** The current state as an address. */
  get address(): string {
    return this.shown?.address ?? this.at;
  }

  /** @internal */
  get zoom(): Zoom {
    return this.#company.zoom;
  }

  /** @internal */
  get link(): string {
    return this.classId ? pageBeside('', this.address) : location.href;
  }

  /** @internal */
  get followLink(): string {
    return this.#lead.link;
  }

  /** @internal */
  rekey(choices: KeyChoices): void {
    this.choices = choices;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('keydown', this.#onKey, true);
    document.addEventListener('keyup', this.#onKeyUp, true);
    document.addEventListener('fullscreenchange', this.#onFullScreen);
    this.began = beginOf(this.classId);
    this.#company.join(this.classId);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('keydown', this.#onKey, true);
    document.removeEventListener('keyup', this.#onKeyUp, true);
    document.removeEventListener('fullscreenchange', this.#onFullScreen);
    this.#company.leave();
  }

  protected override firstUpdated(): void {
    if (this.text) this.shown.append(this.text);
    this.ground.showModal();
    this.room.focus();
    if (this.classId) void this.#try(() => this.#lead.resume());
  }

  /** Leave the stage. */
  close(): void {
    void leaveFullScreen();
    // Gives the focus back to where it was.
    this.ground.close();
    this.dispatchEvent(new Event('close'));
    this.remove();
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || this.#isElsewhere(event)) return;
    const action = actionOf(event.key, this.choices);
    if (!action) return;
    const [target] = event.composedPath();
    if (action !== 'leave' && target instanceof Element && hasUseFor(target, event)) return;
    event.preventDefault();
    event.stopPropagation();
    if (action === 'laser') this.#pointer.aim(true);
    else void this.act(action);
  };

  /** In a dialog of the stage keys are the dialog's. */
  #isElsewhere(event: KeyboardEvent): boolean {
    const inner = event.composedPath().find((each) => each instanceof HTMLDialogElement);
    return inner !== undefined && inner !== this.ground;
  }

  readonly #onKeyUp = ({ key }: KeyboardEvent): void => {
    if (actionOf(key, this.choices) === 'laser') this.#pointer.aim(false);
  };

  readonly #onFullScreen = (): void => {
    this.isFull = document.fullscreenElement !== null;
  };

  /** Do what a key or a button asks for. */
  async act(action: StageAction): Promise<void> {
    this.message = '';
    if (!this.shown.state) return action === 'leave' ? this.close() : undefined;
    if (isMove(action)) this.#company.isDark = false;
    if (actOn(this.shown, action)) return;
    switch (action) {
      case 'blank':
        this.#company.isDark = !this.#company.isDark;
        return;
      case 'zoom':
        this.#company.zoom =
          this.zoom === 'none' ? pointedPart(this.renderRoot as ShadowRoot, this.#pointer.point) : 'none';
        return;
      case 'laser':
        return this.#pointer.aim(!this.#pointer.isLaser);
      case 'fullScreen':
        if (!(await toggleFullScreen())) this.message = say.notFull;
        return;
      case 'notes':
        return this.#openNotes();
      case 'follow':
        if (LeadPanel.isAllowed) return this.#try(() => this.#lead.toggle());
        // Only one page of the tutor may connect.
        return location.assign(pageBeside('follow.html', this.address, `?stage=${this.classId}`));
      case 'leave':
        return this.close();
      default:
        return this.#try(() => openDialog(this, action));
    }
  }

  /** What has to be loaded may not come. */
  async #try(work: () => Promise<void>): Promise<void> {
    await work().catch(() => (this.message = say.missing));
  }

  async #openNotes(): Promise<void> {
    if (this.hasNotes) {
      this.hasNotes = false;
      return;
    }
    const name = `backprop-tutor-notes-${this.classId}`;
    const address = pageBeside('notes.html', this.address, `?stage=${this.classId}`);
    if (this.#company.isOpen && window.open(address, name, 'popup,width=1000,height=720')) return;
    await this.#try(async () => {
      await import('./bp-notes.js');
      this.hasNotes = true;
      this.message = this.#company.isOpen ? say.notesHere : '';
    });
  }

  #onTold(address: string): void {
    if (this.classId) history.replaceState(history.state, '', `#${address}`);
    this.dispatchEvent(new Event('bp-shared', { bubbles: true, composed: true }));
  }

  protected override updated(_: PropertyValues): void {
    const title = this.shown.state?.lesson.title;
    // An update may still be due after the stage is gone, and the page has its own title back.
    if (this.isConnected && this.classId && title) document.title = say.title(title);
  }

  protected override render(): TemplateResult {
    const scene = this.shown?.scene;
    const { isDark } = this.#company;
    const { isLaser, isAwake, move } = this.#pointer;
    return html`<dialog
      aria-label=${say.label}
      class=${isLaser ? 'pointing' : ''}
      @cancel=${(event: Event) => event.preventDefault()}
      @pointermove=${move}
      @bp-stage=${({ action }: StageEvent) => void this.act(action)}
    >
      <h1 class="visually-hidden">${say.title(scene?.state.lesson.title ?? '')}</h1>
      <div class="room ${this.hasNotes ? 'split' : ''}" tabindex="-1" .inert=${isDark}>
        <bp-lesson
          lesson=${this.lesson}
          src=${this.src}
          at=${this.at}
          theme=${this.theme}
          panels="diagram derivation"
          loading="eager"
          @bp-change=${() => this.#company.moved()}
        ></bp-lesson>
      </div>
      ${scene ? this.#asked(scene) : nothing}
      ${this.hasNotes ? html`<bp-notes class="notes" here .stage=${this}></bp-notes>` : nothing}
      ${this.#lead.render({
        address: this.address,
        blank: isDark,
        lesson: scene?.state.lesson.id ?? this.lesson,
        src: this.src,
      })}
      ${this.message ? html`<p class="said" role="status">${this.message}</p>` : nothing}
      <bp-stage-bar
        .place=${(scene?.index ?? 0) + 1}
        .all=${scene?.walk.length ?? 1}
        .choices=${this.choices}
        .pressed=${this.#pressed}
        .without=${this.#without}
        ?awake=${isAwake}
      ></bp-stage-bar>
      ${isLaser ? html`<div class="laser"></div>` : nothing}
      ${
        isDark
          ? html`<div class="curtain" @click=${() => void this.act('blank')}>
              <p class="visually-hidden" role="status">${say.blanked}</p>
            </div>`
          : nothing
      }
    </dialog>`;
  }

  /** What the room is asked: by a walkthrough, or by the step whose answer is hidden. */
  #asked(scene: Scene): unknown {
    const pause = scene.state.guide?.pause;
    if (!pause) return prompt(scene);
    return html`<div class="pause" role="status"><p>${renderInline(pause, scene, true)}</p></div>`;
  }

  get #pressed(): ReadonlySet<StageAction> {
    const on: [StageAction, boolean][] = [
      ['blank', this.#company.isDark],
      ['zoom', this.zoom !== 'none'],
      ['laser', this.#pointer.isLaser],
      ['notes', this.hasNotes || this.#company.isAccompanied],
      ['fullScreen', this.isFull],
    ];
    return new Set(on.flatMap(([action, isOn]) => (isOn ? [action] : [])));
  }

  /** In a page of somebody else's no class can be gathered; matrices are only where there are any. */
  get #without(): ReadonlySet<StageAction> {
    const hasTensors = this.shown?.scene?.trace.walk.some(({ kind }) => kind === 'tensor') ?? false;
    return new Set([...(this.classId ? [] : (['follow'] as const)), ...(hasTensors ? [] : (['form'] as const))]);
  }
}

define('bp-stage', BpStage);

declare global {
  interface HTMLElementTagNameMap {
    'bp-stage': BpStage;
  }
}
