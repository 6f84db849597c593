import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { Reveal } from '../src/index.js';
import type { BpLesson } from './bp-lesson.js';
import './bp-conventions.js';
import './bp-derivation.js';
import './bp-lesson.js';
import './bp-number.js';
import './bp-prose.js';
import './bp-values.js';
import type { BpStage } from './bp-stage.js';
import { define } from './define.js';
import { hasUseFor } from './lesson/focus.js';
import { pageBeside } from './link-to.js';
import { Clock, elapsed, plannedAt } from './notes/clock.js';
import { jumpList } from './notes/jump-list.js';
import { nextPiece } from './notes/next-piece.js';
import { notesStyles } from './notes/styles.js';
import { wayThrough } from './notes/way-through.js';
import { renderInline } from './prose/inline.js';
import type { Scene } from './scene.js';
import { actOn, isMove } from './stage/act.js';
import type { StageAction } from './stage/actions.js';
import { beginOf, newClassId } from './stage/class-id.js';
import { Company } from './stage/company.js';
import { actionOf, storedChoices, type KeyChoices } from './stage/key-map.js';
import { openDialog, type Podium } from './stage/podium.js';
import { base } from './styles/base.js';
import { tokens } from './styles/tokens.js';
import { stage as words } from './words/stage.js';

const say = words.notes;
/** What only the stage does, and what opens a dialog here. */
const ofTheStage: readonly StageAction[] = ['laser', 'fullScreen', 'notes', 'follow', 'leave'];
const dialogActions: readonly StageAction[] = ['goTo', 'whatIf', 'code', 'help'];

/**
 * @summary What the instructor sees: the current piece and the next, notes, what the room cannot see yet, time, progress, and the whole lesson to jump in.
 */
export class BpNotes extends LitElement implements Podium {
  static override styles = [tokens, base, notesStyles];

  /** The lesson's id, and where to begin. */
  @property() lesson = '';
  @property() at = '';
  @property({ attribute: 'class-id' }) classId = '';
  /** The stage that these notes stand on, where there is no second window. They show its lesson. */
  @property({ attribute: false }) stage: BpStage | undefined;
  /** They stand on the stage itself. */
  @property({ type: Boolean, reflect: true }) here = false;

  @state() private message = '';
  @query('bp-lesson') private readonly own!: BpLesson | null;
  @query('.ground') readonly ground!: HTMLElement;

  #choices: KeyChoices = storedChoices();
  #began = Date.now();
  readonly #company = new Company(this, (address) => history.replaceState(history.state, '', `#${address}`));

  constructor() {
    super();
    new Clock(this);
  }

  /** @internal */
  get shown(): BpLesson {
    return this.stage?.shown ?? this.own!;
  }

  /** @internal Only the stage may connect. */
  readonly followLink = '';

  /** @internal */
  get link(): string {
    return pageBeside('', this.shown.address);
  }

  /** @internal */
  rekey(choices: KeyChoices): void {
    this.#choices = choices;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#began = this.stage?.began ?? beginOf(this.classId);
    if (this.stage) return this.stage.addEventListener('bp-shared', this.#refresh);
    document.addEventListener('keydown', this.#onKey);
    this.#company.join(this.classId);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stage?.removeEventListener('bp-shared', this.#refresh);
    document.removeEventListener('keydown', this.#onKey);
    this.#company.leave();
  }

  readonly #refresh = (): void => this.requestUpdate();

  readonly #onKey = (event: KeyboardEvent): void => {
    const [target] = event.composedPath();
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (target instanceof Element && (hasUseFor(target, event) || target.closest('details'))) return;
    const action = actionOf(event.key, this.#choices);
    if (!action || ofTheStage.includes(action)) return;
    event.preventDefault();
    void this.act(action);
  };

  /** Do what a key or a button asks for: here, and with it on the stage. */
  async act(action: StageAction): Promise<void> {
    this.message = '';
    if (this.stage) return this.stage.act(action);
    if (isMove(action)) this.#company.isDark = false;
    if (action === 'blank') this.#company.isDark = !this.#company.isDark;
    else if (action === 'zoom') this.#company.zoom = this.#company.zoom === 'none' ? 'derivation' : 'none';
    else if (dialogActions.includes(action)) {
      await openDialog(this, action).catch(() => (this.message = words.missing));
    } else actOn(this.shown, action);
  }

  readonly #onChange = (): void => {
    const { lesson } = this.shown.state ?? {};
    if (lesson) document.title = say.title(lesson.title);
    this.#company.moved();
  };

  protected override firstUpdated(): void {
    this.requestUpdate();
  }

  protected override render(): TemplateResult {
    const scene = this.hasUpdated ? this.shown.scene : undefined;
    return html`<main>
      ${this.here ? nothing : html`<h1 class="visually-hidden">${say.title(scene?.state.lesson.title ?? '')}</h1>`}
      ${this.#head(scene)}
      <div class="columns">
        <div class="column">${this.stage ? nothing : this.#now(scene)} ${scene ? this.#next(scene) : nothing}</div>
        <div class="column">
          ${scene ? this.#own(scene) : nothing}
          ${scene ? html`${this.#hidden(scene)}${wayThrough(this.shown, scene)}${jumpList(this.shown, scene)}` : nothing}
          ${this.stage ? nothing : this.#settings()}
        </div>
      </div>
      <div class="ground"></div>
    </main>`;
  }

  #head(scene: Scene | undefined): TemplateResult {
    const { isDark, isAccompanied } = this.#company;
    const place = (scene?.index ?? 0) + 1;
    const all = scene?.walk.length ?? 1;
    const planned = scene && plannedAt(scene.state);
    const now = new Date();
    return html`<div class="head">
        <p>
          <span class="label">${say.elapsed}</span>
          <span class="time">${elapsed(now.getTime() - this.#began)}</span>
          ${planned === undefined ? nothing : html`<span>${say.planned(planned)}</span>`}
        </p>
        <p>
          <span class="label">${say.clock}</span>
          <span class="time">${now.toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' })}</span>
        </p>
        <p>
          <span class="label">${say.progress}</span>
          <span class="time">${words.where(place, all)}</span>
        </p>
        <div class="buttons">
          ${this.#button('conceal')} ${this.#button('reveal', 'primary')} ${this.#button('blank')}
          ${this.#button('goTo')} ${this.#button('whatIf')} ${this.#button('code')} ${this.#button('help')}
        </div>
      </div>
      <progress aria-label=${say.progress} max=${all} .value=${place}></progress>
      <p role="status" class="warning" ?hidden=${!this.message && !isDark && (isAccompanied || this.here)}>
        ${this.message || (isDark ? say.blanked : say.alone)}
        ${
          isAccompanied || this.here || isDark
            ? nothing
            : html`<a href=${this.#stageLink} target="_blank">${say.openStage}</a>`
        }
      </p>`;
  }

  get #stageLink(): string {
    return pageBeside('stage.html', this.own?.address ?? this.at, `?stage=${this.classId}`);
  }

  #button(action: StageAction, kind = ''): TemplateResult {
    return html`<button class=${kind} title=${words.actions[action]} @click=${() => void this.act(action)}>
      ${words.buttons[action]}
    </button>`;
  }

  #now(scene: Scene | undefined): TemplateResult {
    const pause = scene?.state.guide?.pause;
    return html`<section class="now">
      <h2>${say.now}</h2>
      <div class="frame">
        ${scene && pause ? html`<p class="pause">${renderInline(pause, scene, true)}</p>` : nothing}
        <bp-lesson
          id="lesson"
          ?hidden=${Boolean(pause)}
          lesson=${this.lesson}
          at=${this.at}
          panels="derivation"
          loading="eager"
          @bp-change=${this.#onChange}
        ></bp-lesson>
      </div>
    </section>`;
  }

  #hidden({ state: { reveal, guide }, step }: Scene): TemplateResult {
    const pieces = guide?.pause ? [] : say.pieces.slice(reveal + 1);
    const answer = html`<bp-number still .scene=${this.shown.scene} of=${step.result}></bp-number>`;
    return html`<p class="hidden">
      ${
        pieces.length === 0
          ? say.nothingHidden
          : html`${say.hidden}${pieces.join(', ')}${reveal < Reveal.result ? html` (${answer})` : nothing}.`
      }
    </p>`;
  }

  #next(scene: Scene): TemplateResult {
    const next = nextPiece(scene);
    const pause = next?.state.guide?.pause;
    return html`<section>
      <h2>${say.next}</h2>
      ${
        next
          ? html`<div class="frame" .inert=${true}>
              ${
                pause
                  ? html`<p class="pause">${renderInline(pause, next, true)}</p>`
                  : html`<bp-derivation .scene=${next}></bp-derivation>`
              }
            </div>`
          : html`<p>${say.end}</p>`
      }
    </section>`;
  }

  #own(scene: Scene): TemplateResult {
    return html`<section class="own">
      <h2>${say.own}</h2>
      <bp-prose notes-only .scene=${scene}><p class="none">${say.none}</p></bp-prose>
    </section>`;
  }

  #settings(): TemplateResult {
    return html`<details>
      <summary>${say.settings}</summary>
      <bp-conventions for="lesson"></bp-conventions>
      <bp-values for="lesson"></bp-values>
    </details>`;
  }
}

define('bp-notes', BpNotes);

/** The instructor's window. */
export function notesPage(): void {
  const { searchParams, hash } = new URL(location.href);
  document.body.append(
    Object.assign(document.createElement('bp-notes'), {
      lesson: 'mazur',
      at: hash.slice(1),
      classId: searchParams.get('stage') ?? newClassId(),
    }),
  );
}

declare global {
  interface HTMLElementTagNameMap {
    'bp-notes': BpNotes;
  }
}
