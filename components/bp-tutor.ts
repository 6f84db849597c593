import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import { define } from './define.js';
import { whenIdle } from './lesson/idle.js';
import type { ChangeEvent } from './events/index.js';
import { base } from './styles/base.js';
import { tokens } from './styles/tokens.js';
import { recall, remember } from './tutor/memory.js';
import { applyTheme, storedTheme, themes, type Theme } from './tutor/theme.js';
import { words } from './words.js';
import './bp-lesson.js';
import type { BpLesson } from './bp-lesson.js';

/**
 * @summary The tutor's own page: a lesson whose every state is a link, a theme switch, and the place where one left off.
 *
 * The only element that touches the page's address, title and storage.
 */
export class BpTutor extends LitElement {
  static override styles = [
    tokens,
    base,
    css`
      bp-lesson {
        /* The controls stand at the bottom of the window, whatever the step needs. */
        --bp-stage-height: calc(100dvh - 7rem);
        min-height: 100dvh;
      }
      .title {
        display: flex;
        align-items: baseline;
        gap: 0.6em;
        margin: 0;
        font-size: var(--_control);
      }
      .title > :not(h1) {
        color: var(--_soft);
      }
      h1 {
        margin: 0;
        font: 600 var(--_control) / 1.4 var(--_sans);
      }
      .offer {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem 1rem;
        align-items: center;
        padding: 0.5rem clamp(1rem, 3vw, 3rem);
        background: var(--_card);
        border-bottom: 1px solid var(--_line);
      }
      .offer p {
        margin: 0;
      }
      select {
        min-height: 36px;
        border-radius: 8px;
      }
      @media (max-width: 799px) {
        /* A long title takes a second line before it takes a row for itself. */
        .title {
          flex: 1 1 7rem;
          min-width: 7rem;
        }
        h1 {
          hyphens: auto;
          overflow-wrap: anywhere;
        }
        .title span {
          display: none;
        }
        .title a {
          min-width: 24px;
          font-size: 0;
          text-decoration: none;
        }
        .title a::before {
          content: '☰';
          font-size: 18px;
        }
      }
      @media (max-width: 559px) {
        [slot='actions'] {
          min-height: 40px;
          padding-inline: 0.6em;
        }
      }
      @media print {
        .offer {
          display: none;
        }
      }
    `,
  ];

  readonly #at = atCourse() ? '' : decodeAddress();
  /** The list of lessons stands in place of the lesson. */
  @state() private inCourse = atCourse();
  @state() private theme: Theme = storedTheme();
  @state() private offered = this.#at ? undefined : recall('place');
  /** What a button loads could not be had. */
  @state() private isMissing = false;
  @state() private lessonTitle = '';
  @query('bp-lesson') private readonly lesson!: BpLesson;

  override connectedCallback(): void {
    super.connectedCallback();
    applyTheme(this.theme);
    window.addEventListener('popstate', this.#onAddress);
    window.addEventListener('pagehide', this.#rememberPlace);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('popstate', this.#onAddress);
    window.removeEventListener('pagehide', this.#rememberPlace);
    this.#rememberPlace();
  }

  protected override firstUpdated(): void {
    const load = (): void => void import('./bp-course.js').catch(() => undefined);
    if (this.inCourse) load();
    else whenIdle(load);
  }

  readonly #onAddress = (): void => {
    this.inCourse = atCourse();
    if (!this.inCourse) void this.lesson.open(decodeAddress());
  };

  #onChange({ address, jump }: ChangeEvent): void {
    this.lessonTitle = this.lesson.state?.lesson.title ?? '';
    this.#address = address;
    if (this.inCourse || address === decodeAddress()) return;
    // The beginning needs no address until someone moves.
    if (!decodeAddress() && !this.#moved && address === (this.#first ??= address)) return;
    this.#moved = true;
    this.offered = undefined;
    history[jump ? 'pushState' : 'replaceState'](null, '', `#${address}`);
    if (this.#place === undefined) whenIdle(this.#rememberPlace);
    this.#place = address;
  }

  /** Storage is slow, so only the last of several quick steps is written, when nothing else is to be done. */
  readonly #rememberPlace = (): void => {
    if (this.#place !== undefined) remember('place', this.#place);
    this.#place = undefined;
  };

  #place: string | undefined;
  #address = '';
  #moved = false;
  #first: string | undefined;

  #share({ currentTarget }: Event): void {
    this.isMissing = false;
    import('./bp-share.js').then(
      ({ share }) => void share(this.lesson, currentTarget as HTMLElement),
      () => (this.isMissing = true),
    );
  }

  #choose(event: Event): void {
    this.theme = themes.find((theme) => theme === (event.target as HTMLSelectElement).value) ?? 'system';
    applyTheme(this.theme);
  }

  protected override updated(): void {
    const title = this.inCourse ? words.tutor.course : this.lessonTitle;
    if (title) document.title = `${title} · ${words.tutor.name}`;
  }

  override render(): TemplateResult {
    return html`
      ${
        this.offered && !this.inCourse
          ? html`<div class="offer" role="status">
              <p>${words.tutor.welcomeBack}</p>
              <button class="primary" @click=${this.#resume}>${words.tutor.resume}</button>
              <button @click=${() => (this.offered = undefined)}>${words.tutor.fromTheStart}</button>
            </div>`
          : nothing
      }
      <bp-lesson
        lesson="mazur"
        panels="all"
        loading="eager"
        keys=${this.inCourse ? '' : 'page'}
        at=${this.#at}
        ?hidden=${this.inCourse}
        @bp-change=${this.#onChange}
      >
        <div slot="title" class="title">
          <a href="#course">${words.tutor.course}</a>
          <span aria-hidden="true">/</span>
          <h1>${this.lessonTitle}</h1>
        </div>
        <select slot="actions" aria-label=${words.tutor.theme} .value=${this.theme} @change=${this.#choose}>
          ${themes.map((theme) => html`<option value=${theme} ?selected=${theme === this.theme}>${words.tutor.themes[theme]}</option>`)}
        </select>
        <button slot="actions" @click=${() => this.lesson.present()}>${words.tutor.present}</button>
        <button slot="actions" aria-live="polite" @click=${this.#share}>
          ${this.isMissing ? words.tutor.missing : words.tutor.share}
        </button>
      </bp-lesson>
      <bp-course address=${this.#address} ?whole=${this.inCourse}></bp-course>
    `;
  }

  #resume(): void {
    void this.lesson.open(this.offered ?? '');
    this.offered = undefined;
  }
}

/** The address in the page's fragment. */
function decodeAddress(): string {
  return location.hash.slice(1);
}

const atCourse = (): boolean => decodeAddress() === 'course';

define('bp-tutor', BpTutor);

declare global {
  interface HTMLElementTagNameMap {
    'bp-tutor': BpTutor;
  }
}
