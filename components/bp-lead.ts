import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { define } from './define.js';
import { LeadEvent } from './follow/lead-event.js';
import { leadStyles } from './follow/lead-styles.js';
import type { Lead, Leader } from './follow/leader.js';
import { randomName } from './follow/random-name.js';
import { writeLink } from './follow/read-query.js';
import { readRoom, readServer } from './follow/server-address.js';
import { base } from './styles/base.js';
import { tokens } from './styles/tokens.js';
import { lead as words } from './words/lead.js';

/**
 * What an instructor needs to lead a class: where to, as whom, how it stands, and the link for the students. While it is
 * connected, every change of `address` and `blank` is published. The password is handed to the connection and kept
 * nowhere else.
 *
 * @summary A panel that connects the stage to a class's server.
 * @fires bp-lead - `lead` or `link` changed.
 */
export class BpLead extends LitElement {
  static override styles = [tokens, base, leadStyles];

  /** The state that the class should see, as `<bp-lesson>` gives it; '' while there is none. */
  @property() address = '';
  /** The screen is blanked. */
  @property({ type: Boolean }) blank = false;
  /** For the students' link: the lesson to begin with, the id of a built-in one. */
  @property() lesson = '';
  /** For the students' link: the address of a lesson file, where the class goes through one of its own. */
  @property() src = '';
  /** The server, as it stands in its field: `wss://class.example.org`. */
  @property() server = '';
  /** The room, as it stands in its field. A suggestion at first: by chance, then the user's name. */
  @property() room = randomName(6);

  /** How things stand, or why they ended. */
  @state() lead: Lead | 'off' = 'off';
  /** The link for students; '' while nothing is published. */
  @state() link = '';
  @state() private complaints: readonly string[] = [];
  @state() private isTooLong = false;
  @state() private hasRival = false;
  @state() private copied: boolean | undefined;
  @state() private user = '';
  @query('[name=pass]') private readonly passField!: HTMLInputElement;
  @query('.status') private readonly status!: HTMLElement;

  #leader: Leader | undefined;
  /** The sentences about the connection at hand. */
  #words: Readonly<Record<Lead, string>> | undefined;
  #suggestion = this.room;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#set('off');
  }

  protected override willUpdate(changes: PropertyValues<this>): void {
    if (changes.has('address') || changes.has('blank')) this.#say();
    if (changes.has('lesson') || changes.has('src')) this.#set(this.lead);
  }

  #say(): void {
    const { address, blank } = this;
    this.#leader?.say({ address, blank });
  }

  /** Everything that is on or off hangs on how things stand. */
  #set(lead: Lead | 'off'): void {
    if (!isOn(lead)) {
      this.#leader?.stop();
      this.#leader = undefined;
    }
    const { server, room, lesson, src } = this;
    const isLed = lead === 'leading' || lead === 'lost';
    const link = isLed ? writeLink({ server, room, lesson, src }, document.baseURI) : '';
    if (lead === this.lead && link === this.link) return;
    [this.lead, this.link, this.copied] = [lead, link, undefined];
    this.dispatchEvent(new LeadEvent());
  }

  async #connect(event: Event): Promise<void> {
    event.preventDefault();
    const [user, pass] = [this.user.trim(), this.passField.value];
    const server = readServer(this.server, location.protocol);
    const room = readRoom(this.room);
    this.complaints = [server, room].flatMap((each) => ('complaint' in each ? each.complaint : []));
    if (!user || !pass) this.complaints = [...this.complaints, words.missing];
    if (this.complaints.length || 'complaint' in server || 'complaint' in room) return;
    [this.server, this.room] = [server.text, room.text];
    this.#words = words.leads(new URL(this.server).host, user, this.room);
    [this.isTooLong, this.hasRival] = [false, false];
    this.#set('connecting');
    // The button that was pressed goes away.
    this.status.focus();
    const module = await import('./follow/leader.js').catch(() => undefined);
    if (this.lead !== 'connecting' || this.#leader) return;
    if (!module) {
      this.complaints = [words.notLoaded];
      return this.#set('off');
    }
    this.#leader = new module.Leader({
      server: server.text,
      room: room.text,
      credential: { user, pass },
      onLead: (lead) => this.#set(lead),
      onTooLong: (isTooLong) => (this.isTooLong = isTooLong),
      onRival: () => (this.hasRival = true),
    });
    this.#say();
  }

  #onUser({ currentTarget }: Event): void {
    this.user = (currentTarget as HTMLInputElement).value;
    const name = readRoom(this.user);
    if (this.room === this.#suggestion && 'text' in name) this.room = this.#suggestion = name.text;
  }

  async #copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.link);
      this.copied = true;
    } catch {
      this.copied = false;
      this.renderRoot.querySelector<HTMLInputElement>('[name=link]')?.select();
    }
  }

  protected override render(): TemplateResult {
    return html`<section aria-labelledby="title">
      <h2 id="title">${words.title}</h2>
      ${isOn(this.lead) ? nothing : this.#form()}
      <p class="error" role="alert">${this.complaints.map((complaint) => html`<span>${complaint}</span> `)}</p>
      <p class="status" role="status" tabindex="-1">${this.#said()}</p>
      ${isOn(this.lead) ? this.#connected() : nothing}
    </section>`;
  }

  #form(): TemplateResult {
    return html`<p class="soft">${words.intro}</p>
      <form autocomplete="off" @submit=${(event: Event) => void this.#connect(event)}>
        ${this.#field('server', words.server, words.serverExample)} ${this.#field('room', words.room)}
        <label>
          ${words.user}
          <input
            name="user"
            autocomplete="off"
            autocapitalize="none"
            spellcheck="false"
            .value=${this.user}
            @input=${this.#onUser}
          />
        </label>
        <label>
          ${words.pass}
          <input name="pass" type="password" autocomplete="off" />
        </label>
        <p class="soft">${words.notKept}</p>
        <button class="primary">${words.connect}</button>
      </form>`;
  }

  #field(name: 'server' | 'room', label: string, example = ''): TemplateResult {
    const onInput = ({ currentTarget }: Event): void => {
      this[name] = (currentTarget as HTMLInputElement).value;
    };
    return html`<label>
      ${label}
      <input
        name=${name}
        autocomplete="off"
        autocapitalize="none"
        spellcheck="false"
        placeholder=${example}
        .value=${this[name]}
        @input=${onInput}
      />
    </label>`;
  }

  #connected(): TemplateResult {
    const { link, copied } = this;
    return html`${
        link
          ? html`<label>
                ${words.link}
                <input name="link" readonly .value=${link} />
              </label>
              ${copied === false ? html`<p class="error" role="alert">${words.refusedCopy}</p>` : nothing}`
          : nothing
      }
      <p class="actions">
        ${
          link
            ? html`<button @click=${() => void this.#copy()}>
                <span role="status">${copied ? words.copied : words.copy}</span>
              </button>`
            : nothing
        }
        <button @click=${() => this.#set('off')}>${words.stop}</button>
      </p>`;
  }

  #said(): string {
    const { lead, isTooLong, hasRival } = this;
    if (lead === 'off' || !this.#words) return '';
    const said = [this.#words[lead]];
    if (isOn(lead) && isTooLong) said.push(words.tooLong);
    if (isOn(lead) && hasRival) said.push(words.rival);
    return said.join(' ');
  }
}

/** Whether a leader is at work. */
const isOn = (lead: Lead | 'off'): boolean => ['connecting', 'leading', 'lost'].includes(lead);

define('bp-lead', BpLead);

declare global {
  interface HTMLElementTagNameMap {
    'bp-lead': BpLead;
  }
}
