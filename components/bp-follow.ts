import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { lessons } from '../lessons/index.js';
import './bp-lesson.js';
import type { BpLesson } from './bp-lesson.js';
import { define } from './define.js';
import type { ChangeEvent } from './events/index.js';
import type { Link } from './follow/follower.js';
import { followStyles } from './follow/follow-styles.js';
import { Place } from './follow/place.js';
import type { Where } from './follow/where.js';
import { base } from './styles/base.js';
import { tokens } from './styles/tokens.js';
import { follow as words } from './words/follow.js';

/**
 * A lesson that goes where the class goes, once the reader agrees to connect; until they walk themself.
 *
 * @summary A student's page in a class: asks before it connects, follows the instructor, lets go when the student walks, and catches up.
 */
export class BpFollow extends LitElement {
  static override styles = [tokens, base, followStyles];

  /** The address of the server's WebSocket, already checked: `wss://class.example.org`. */
  @property() server = '';
  /** The name of the room, already checked. */
  @property() room = '';
  /** The lesson to begin with: the id of a built-in one. */
  @property() lesson = '';
  /** The address of a lesson file, where the class goes through one of its own. */
  @property() src = '';

  /** Asked about, not yet answered; followed; read without. */
  @state() private choice: 'asked' | 'follow' | 'own' = 'asked';
  @state() private link: Link = 'connecting';
  /** The part that connects could not be had. */
  @state() private isStranded = false;
  /** Where the class is, in words. */
  @state() private where: Where | undefined;
  @state() private lessonTitle = '';
  @query('bp-lesson') private readonly sheet!: BpLesson | null;
  @query('.bar') private readonly bar!: HTMLElement | null;

  readonly #place = new Place(
    () => this.sheet,
    () => this.#moved(),
  );
  #stop: (() => void) | undefined;
  #resized: ResizeObserver | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#leave();
    this.#resized?.disconnect();
  }

  protected override updated(changes: PropertyValues): void {
    if (!changes.has('choice') || !this.bar) return;
    // What had the focus is gone.
    if (changes.get('choice') === 'asked') this.bar.querySelector<HTMLElement>('[role=status]')?.focus();
    this.#resized ??= new ResizeObserver(() => {
      this.style.setProperty('--_bar', `${this.bar?.offsetHeight ?? 0}px`);
    });
    this.#resized.observe(this.bar);
  }

  async #follow(): Promise<void> {
    this.choice = 'follow';
    this.link = 'connecting';
    this.isStranded = false;
    try {
      const { follow } = await import('./follow/follower.js');
      await this.updateComplete;
      // Its id is in its file.
      if (this.src) await this.sheet?.ready;
      if (this.choice !== 'follow' || this.#stop || !this.isConnected) return;
      this.#stop = follow({
        server: this.server,
        room: this.room,
        isKnown: (id) => (this.src ? id === this.sheet?.state?.lesson.id : Object.hasOwn(lessons, id)),
        onPosition: (position) => this.#place.arrive(position),
        onLink: (link) => (this.link = link),
      });
    } catch {
      this.isStranded = true;
      this.choice = 'own';
    }
  }

  #leave(): void {
    this.#stop?.();
    this.#stop = undefined;
    if (this.choice === 'follow') this.choice = 'own';
  }

  #moved(): void {
    this.requestUpdate();
    const { isDetached, position } = this.#place;
    if (!isDetached || !position) return;
    const { address } = position;
    const isStill = (): boolean => this.#place.isDetached && this.#place.position?.address === address;
    import('./follow/where.js')
      .then(({ whereIs }) => whereIs(address, this.src))
      .then(
        (where) => isStill() && (this.where = where),
        () => (this.where = undefined),
      );
  }

  #onChange({ address }: ChangeEvent): void {
    this.lessonTitle = this.sheet?.state?.lesson.title ?? '';
    this.#place.note(address);
  }

  /** The button that was pressed goes away; the bar stays. */
  #act(act: () => void): void {
    act();
    this.bar?.querySelector<HTMLElement>('[role=status]')?.focus();
  }

  protected override render(): TemplateResult {
    return this.choice === 'asked' ? this.#question() : html`${this.#lesson()}${this.#bar()}`;
  }

  #question(): TemplateResult {
    const { host } = new URL(this.server);
    return html`<div class="ask">
      <main class="card">
        <h1>${words.ask(this.room)}</h1>
        <p>${words.connects} <strong>${host}</strong>.</p>
        <ul>
          <li>${words.receives}</li>
          <li>${words.sends}</li>
          <li>${words.leave}</li>
        </ul>
        <p class="answers">
          <button class="primary" @click=${() => void this.#follow()}>${words.yes}</button>
          <button @click=${() => (this.choice = 'own')}>${words.no}</button>
        </p>
      </main>
    </div>`;
  }

  #lesson(): TemplateResult {
    return html`<bp-lesson
      lesson=${this.lesson}
      src=${this.src}
      panels="bar diagram derivation prose controls"
      loading="eager"
      keys="page"
      @bp-change=${this.#onChange}
    >
      <h1 slot="title">${this.lessonTitle}</h1>
    </bp-lesson>`;
  }

  #bar(): TemplateResult {
    const { choice, isStranded } = this;
    const { isDetached, position, mine } = this.#place;
    const follows = choice === 'follow';
    const mark = !follows || this.link === 'lost' || this.link === 'refused' ? 'off' : isDetached ? 'away' : 'on';
    return html`<section class="bar" aria-label=${words.bar(this.room)}>
      <p role="status" tabindex="-1">
        <span class="mark ${mark}" aria-hidden="true"></span>
        <span>${follows ? this.#said() : isStranded ? words.notLoaded : words.own}</span>
      </p>
      <div class="actions">
        ${
          isDetached && position
            ? html`<button class="primary" @click=${() => this.#act(() => this.#place.catchUp())}>
                ${words.catchUp}
              </button>`
            : nothing
        }
        ${
          !isDetached && mine !== undefined
            ? html`<button @click=${() => this.#act(() => this.#place.backToMine())}>${words.backToMine}</button>`
            : nothing
        }
        ${
          follows
            ? html`<button class="link" @click=${() => this.#act(() => this.#leave())}>${words.stop}</button>`
            : html`<button @click=${() => this.#act(() => void this.#follow())}>${words.yes}</button>`
        }
      </div>
    </section>`;
  }

  /** What a follower should know, in one or two sentences. */
  #said(): string {
    const { link, where } = this;
    const { isDetached, position } = this.#place;
    const said: string[] = [];
    if (link !== 'led' || !isDetached) said.push(words.links[link]);
    if (isDetached && position) said.push(this.#classAt(where));
    if (link === 'led' && position?.blank) said.push(words.blank);
    return said.join(' ');
  }

  #classAt(where: Where | undefined): string {
    if (!where) return words.left;
    const { lesson, question } = where;
    return lesson === this.lessonTitle ? words.classAt(question) : words.classIn(question, lesson);
  }
}

define('bp-follow', BpFollow);

declare global {
  interface HTMLElementTagNameMap {
    'bp-follow': BpFollow;
  }
}
