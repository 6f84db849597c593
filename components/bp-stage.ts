import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { BpLead } from './bp-lead.js';
import type { BpLesson } from './bp-lesson.js';
import './bp-lesson.js';
import { define } from './define.js';
import { hasUseFor } from './lesson/focus.js';
import { afterPaint } from './lesson/idle.js';
import { pageBeside } from './link-to.js';
import { renderInline } from './prose/inline.js';
import { actOn, isMove } from './stage/act.js';
import { actionOf, storedChoices, type KeyChoices } from './stage/key-map.js';
import type { StageAction } from './stage/actions.js';
import './stage/bp-stage-bar.js';
import type { StageEvent } from './stage/bp-stage-bar.js';
import { StageChannel } from './stage/channel.js';
import { fitStep, planFor, type Plan } from './stage/fit.js';
import { leaveFullScreen, toggleFullScreen } from './stage/full-screen.js';
import { openDialog, type Podium } from './stage/podium.js';
import { prompt } from './stage/prompt.js';
import type { Shared, Zoom } from './stage/shared.js';
import { stageStyles } from './stage/styles.js';
import { base } from './styles/base.js';
import { tokens } from './styles/tokens.js';
import { words as dialog } from './words/dialog.js';
import { stage as say } from './words/stage.js';

/** Milliseconds that the buttons stay after the pointer rests. */
const restless = 3000;

/**
 * @summary A lesson before a class: diagram and derivation as large as the screen allows, each step unfolding piece by piece.
 * @fires close - The stage was left; {@link BpStage.address} says where.
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

  @state() private zoom: Zoom = 'none';
  @state() private isBlank = false;
  @state() private isAwake = false;
  @state() private isPointing = false;
  @state() private isFull = false;
  @state() private hasNotes = false;
  /** What leads the class over a connection is there, and in sight. */
  @state() private canLead = false;
  @state() private showsLead = false;
  @state() private choices: KeyChoices = storedChoices();
  @state() private message = '';
  @query('dialog') private readonly dialog!: HTMLDialogElement;
  @query('.room') private readonly room!: HTMLElement;
  @query('bp-lesson') private readonly sheet!: BpLesson;
  @query('bp-lead') private readonly lead!: BpLead | null;
  @query('.laser') private readonly laser!: HTMLElement | null;

  #channel: StageChannel | undefined;
  #notesWindow: Window | null = null;
  #pointer = { x: 0, y: 0 };
  #rest: ReturnType<typeof setTimeout> | undefined;
  #told = '';
  #plan = '';
  readonly #resized = new ResizeObserver(() => void this.#fit());
  /** What a card is made of arrives piece by piece. */
  readonly #grown = new ResizeObserver(() => void this.#fit(true));
  #watched: Element | null = null;

  /** The current state as an address. */
  get address(): string {
    return this.sheet?.address ?? this.at;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('keydown', this.#onKey, true);
    document.addEventListener('keyup', this.#onKeyUp, true);
    document.addEventListener('fullscreenchange', this.#onFullScreen);
    if (this.classId && 'BroadcastChannel' in globalThis) {
      this.#channel = new StageChannel(this.classId, {
        moved: (shared) => this.#follow(shared),
        met: () => this.requestUpdate(),
      });
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('keydown', this.#onKey, true);
    document.removeEventListener('keyup', this.#onKeyUp, true);
    document.removeEventListener('fullscreenchange', this.#onFullScreen);
    this.#resized.disconnect();
    this.#grown.disconnect();
    clearTimeout(this.#rest);
    this.#channel?.close();
  }

  protected override firstUpdated(): void {
    if (this.text) this.sheet.append(this.text);
    this.dialog.showModal();
    this.room.focus();
    const { searchParams } = new URL(location.href);
    this.#server = searchParams.get('lead') ?? '';
    this.#room = searchParams.get('room') ?? '';
    if (this.classId && this.#server) this.#gather();
    this.#resized.observe(this.room);
  }

  /** Leave the stage. */
  close(): void {
    void leaveFullScreen();
    // Gives the focus back to where it was.
    this.dialog.close();
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
    if (action === 'laser') this.#point(true);
    else void this.act(action);
  };

  /** A dialog of the stage, or the page's notes: keys are theirs. */
  #isElsewhere(event: KeyboardEvent): boolean {
    const inner = event.composedPath().find((each) => each instanceof HTMLDialogElement);
    return inner !== undefined && inner !== this.dialog;
  }

  readonly #onKeyUp = ({ key }: KeyboardEvent): void => {
    if (actionOf(key, this.choices) === 'laser') this.#point(false);
  };

  readonly #onFullScreen = (): void => {
    this.isFull = document.fullscreenElement !== null;
  };

  /** Do what a key or a button asks for. */
  async act(action: StageAction): Promise<void> {
    this.message = '';
    if (!this.sheet.state) return action === 'leave' ? this.close() : undefined;
    if (isMove(action)) this.isBlank = false;
    if (actOn(this.sheet, action)) return;
    switch (action) {
      case 'blank':
        this.isBlank = !this.isBlank;
        return this.#tell();
      case 'zoom':
        this.zoom = this.zoom === 'none' ? this.#pointedPart() : 'none';
        return this.#tell();
      case 'laser':
        return this.#point(!this.isPointing);
      case 'fullScreen':
        if (!(await toggleFullScreen())) this.message = say.notFull;
        return;
      case 'notes':
        return this.#openNotes();
      case 'follow':
        return this.#gather();
      case 'leave':
        return this.close();
      default:
        return this.#open(action);
    }
  }

  /** The part under the pointer, or the one that has the focus. */
  #pointedPart(): Zoom {
    const under = document.elementsFromPoint(this.#pointer.x, this.#pointer.y);
    const inside = deepest(this.renderRoot as ShadowRoot, this.#pointer);
    const focused = deepFocus();
    const isDiagram = [...under, inside, focused].some((each) => isInDiagram(each));
    return isDiagram ? 'diagram' : 'derivation';
  }

  async #open(action: StageAction): Promise<void> {
    try {
      await openDialog(this, action);
    } catch {
      this.message = say.missing;
    }
  }

  /** @internal */
  get shown(): BpLesson {
    return this.sheet;
  }

  /** @internal */
  get ground(): HTMLElement {
    return this.dialog;
  }

  /** @internal */
  get followLink(): string {
    return this.lead?.link ?? '';
  }

  /** @internal */
  get link(): string {
    return this.classId ? pageBeside('', this.address) : location.href;
  }

  /** @internal */
  rekey(choices: KeyChoices): void {
    this.choices = choices;
  }

  #openNotes(): void {
    if (this.hasNotes) {
      this.hasNotes = false;
      return;
    }
    const target = `backprop-tutor-notes-${this.classId}`;
    const address = pageBeside('notes.html', this.address, `?stage=${this.classId}`);
    this.#notesWindow = this.#channel ? window.open(address, target, 'popup,width=1000,height=720') : null;
    if (this.#notesWindow) return;
    void import('./bp-notes.js').then(
      () => {
        this.hasNotes = true;
        this.message = this.#channel ? say.notesHere : '';
      },
      () => (this.message = say.missing),
    );
  }

  /** The class follows over a connection, which only one page of the tutor may open. */
  #gather(): void {
    if (!/\/follow\.html$/.test(location.pathname)) {
      return location.assign(pageBeside('follow.html', this.address, `?stage=${this.classId}`));
    }
    import('./bp-lead.js').then(
      () => {
        this.canLead = true;
        this.showsLead = !this.showsLead;
      },
      () => (this.message = say.missing),
    );
  }

  /** A reload finds server and room again, and asks for the password. */
  readonly #onLead = (): void => {
    if (!this.lead?.link) return;
    const url = new URL(location.href);
    url.searchParams.set('lead', (this.#server = this.lead.server));
    url.searchParams.set('room', (this.#room = this.lead.room));
    history.replaceState(history.state, '', url);
  };
  #server = '';
  #room = '';

  #point(isPointing: boolean): void {
    this.isPointing = isPointing;
    if (isPointing) afterPaint(() => this.#moveLaser());
  }

  readonly #onPointer = ({ clientX: x, clientY: y, pointerType }: PointerEvent): void => {
    this.#pointer = { x, y };
    this.#moveLaser();
    if (pointerType === 'touch') return;
    if (!this.isPointing) this.isAwake = true;
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => (this.isAwake = false), restless);
  };

  #moveLaser(): void {
    const { x, y } = this.#pointer;
    if (this.laser) this.laser.style.translate = `${x}px ${y}px`;
  }

  /** What the class sees has changed: the other window follows, and the page's address says it. */
  #tell(): void {
    const { address } = this.sheet;
    if (!address) return;
    const shared: Shared = { address, blank: this.isBlank, zoom: this.zoom };
    const text = JSON.stringify(shared);
    if (text === this.#told) return;
    if (this.#told) this.#channel?.publish(shared);
    else this.#channel?.begin(shared);
    this.#told = text;
    if (this.classId) history.replaceState(history.state, '', `#${address}`);
    this.dispatchEvent(new Event('bp-shared', { bubbles: true, composed: true }));
  }

  #follow(shared: Shared): void {
    this.#told = JSON.stringify(shared);
    this.isBlank = shared.blank;
    this.zoom = shared.zoom;
    if (this.sheet && shared.address !== this.sheet.address) void this.sheet.open(shared.address);
    else this.at = shared.address;
  }

  readonly #onChange = (): void => {
    const { guide } = this.sheet.state ?? {};
    const stop = guide?.toString();
    if (stop !== this.#stop && guide) this.zoom = guide.zoom ?? 'none';
    this.#stop = stop;
    this.#tell();
    this.requestUpdate();
  };
  #stop: string | undefined;

  protected override updated(changes: PropertyValues): void {
    void this.#fit();
    if (changes.has('isBlank') || changes.has('zoom')) this.#tell();
    const title = this.sheet.state?.lesson.title;
    if (this.classId && title) document.title = say.title(title);
  }

  /** Both parts as large as they fit. */
  async #fit(isNew = false): Promise<void> {
    const { scene } = this.sheet;
    if (!scene || !this.room.clientWidth) return;
    await this.sheet.updateComplete;
    const style = getComputedStyle(this.room);
    const width = this.room.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
    // What the lesson says of its own state stands above both.
    const parts = this.sheet.renderRoot.querySelector<HTMLElement>('.stage');
    const above = parts ? parts.getBoundingClientRect().top - this.sheet.getBoundingClientRect().top : 0;
    const height = this.room.clientHeight - parseFloat(style.paddingTop) - above;
    const plan = planFor(scene, width, height, this.zoom);
    this.#arrange(plan);
    if (plan.arrangement !== 'diagram') await fitStep(this.sheet, plan.step, isNew);
    this.#watch(this.sheet.renderRoot.querySelector('bp-derivation'));
  }

  #watch(card: Element | null): void {
    if (card === this.#watched) return;
    this.#grown.disconnect();
    this.#watched = card;
    if (card) this.#grown.observe(card);
  }

  #arrange(plan: Plan): void {
    const said = JSON.stringify(plan);
    if (said === this.#plan) return;
    this.#plan = said;
    const { style, classList } = this.room;
    style.setProperty('--_picture-width', `${plan.picture.width}px`);
    style.setProperty('--_picture-scale', String(plan.picture.scale));
    style.setProperty('--_step-width', `${plan.step.width}px`);
    classList.remove('beside', 'above', 'diagram', 'derivation');
    classList.add(plan.arrangement);
  }

  protected override render(): TemplateResult {
    const { scene } = this.sheet ?? {};
    const pause = scene?.state.guide?.pause;
    return html`<dialog
      aria-label=${say.label}
      class=${this.isPointing ? 'pointing' : ''}
      @cancel=${(event: Event) => event.preventDefault()}
      @pointermove=${this.#onPointer}
      @bp-stage=${({ action }: StageEvent) => void this.act(action)}
    >
      <h1 class="visually-hidden">${say.title(scene?.state.lesson.title ?? '')}</h1>
      <div class="room ${this.hasNotes ? 'split' : ''}" tabindex="-1" .inert=${this.isBlank}>
        <bp-lesson
          lesson=${this.lesson}
          src=${this.src}
          at=${this.at}
          theme=${this.theme}
          panels="diagram derivation"
          loading="eager"
          @bp-change=${this.#onChange}
        ></bp-lesson>
      </div>
      ${scene ? prompt(scene) : nothing}
      ${
        scene && pause
          ? html`<div class="pause" role="status"><p>${renderInline(pause, scene, true)}</p></div>`
          : nothing
      }
      ${this.hasNotes ? html`<bp-notes class="notes" here .stage=${this}></bp-notes>` : nothing}
      ${
        this.canLead
          ? html`<div class="lead" ?hidden=${!this.showsLead}>
              <bp-lead
                server=${this.#server}
                room=${ifDefined(this.#room || undefined)}
                @bp-lead=${this.#onLead}
                .address=${this.address}
                ?blank=${this.isBlank}
                lesson=${scene?.state.lesson.id ?? this.lesson}
                src=${this.src}
              ></bp-lead>
              <button @click=${() => (this.showsLead = false)}>${dialog.close}</button>
            </div>`
          : nothing
      }
      ${this.message ? html`<p class="said" role="status">${this.message}</p>` : nothing}
      <bp-stage-bar
        .place=${(scene?.index ?? 0) + 1}
        .all=${scene?.walk.length ?? 1}
        .choices=${this.choices}
        .pressed=${this.#pressed}
        .without=${this.#without}
        ?awake=${this.isAwake}
      ></bp-stage-bar>
      ${this.isPointing ? html`<div class="laser"></div>` : nothing}
      ${
        this.isBlank
          ? html`<div class="curtain" @click=${() => void this.act('blank')}>
              <p class="visually-hidden" role="status">${say.blanked}</p>
            </div>`
          : nothing
      }
    </dialog>`;
  }

  get #pressed(): ReadonlySet<StageAction> {
    const on: [StageAction, boolean][] = [
      ['blank', this.isBlank],
      ['zoom', this.zoom !== 'none'],
      ['laser', this.isPointing],
      ['notes', this.hasNotes || Boolean(this.#channel?.isAccompanied)],
      ['fullScreen', this.isFull],
    ];
    return new Set(on.flatMap(([action, isOn]) => (isOn ? [action] : [])));
  }

  /** In a page of somebody else's no class can be gathered; matrices are only where there are any. */
  get #without(): ReadonlySet<StageAction> {
    const { scene } = this.sheet ?? {};
    const hasTensors = scene?.trace.walk.some(({ kind }) => kind === 'tensor') ?? false;
    return new Set([...(this.classId ? [] : (['follow'] as const)), ...(hasTensors ? [] : (['form'] as const))]);
  }
}

const isInDiagram = (element: Element | undefined): boolean =>
  element !== undefined && ['BP-NETWORK', 'BP-GRIDS'].includes(hostOf(element)?.tagName ?? element.tagName);

/** The element whose shadow root something stands in. */
function hostOf(element: Element): Element | undefined {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : undefined;
}

/** The element under a point, through all shadow roots. */
function deepest(root: ShadowRoot, { x, y }: { readonly x: number; readonly y: number }): Element | undefined {
  const element = root.elementFromPoint(x, y) ?? undefined;
  const inner = element?.shadowRoot;
  return inner && inner !== root ? (deepest(inner, { x, y }) ?? element) : element;
}

/** The element that has the focus, through all shadow roots. */
function deepFocus(): Element | undefined {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element ?? undefined;
}

define('bp-stage', BpStage);

declare global {
  interface HTMLElementTagNameMap {
    'bp-stage': BpStage;
  }
}
