import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import { setupOf, stepFor, traceOf, type LessonState } from '../src/index.js';
import type { BpLesson } from './bp-lesson.js';
import { define } from './define.js';
import { phraseIn, questionOf } from './derivation/phrase.js';
import { isChanged, type Embed, type Show } from './embed/embed.js';
import { hasHeight, heightIn, hostIds, hosts, type HostId, type Snippet } from './embed/snippets.js';
import { embedStyles } from './embed/styles.js';
import { base } from './styles/base.js';
import { tokens } from './styles/tokens.js';
import { withCode } from './with-code.js';
import { embed as say } from './words/embed.js';

/** What may be typed as a height, in pixels. */
const least = 40;
const most = 5000;

/**
 * @summary A dialog with the lines that put the current step into someone's own pages, for each kind of page.
 * @csspart dialog - The dialog.
 */
export class BpEmbed extends LitElement {
  static override styles = [tokens, base, embedStyles];

  /** What is embedded; nothing until it is opened. */
  @state() private source: Pick<Embed, 'address' | 'title' | 'question'> | undefined;
  @state() private host: HostId = 'plain';
  @state() private show: Show = 'lesson';
  @state() private theme: Embed['theme'] = 'auto';
  @state() private height: number | undefined;
  /** What was typed as a height cannot be used. */
  @state() private isHeightWrong = false;
  /** The text that was copied just now, or that the browser refused to copy. */
  @state() private copied: string | undefined;
  @state() private refused: string | undefined;
  @query('dialog') private readonly dialog!: HTMLDialogElement | null;

  #opener: HTMLElement | undefined;
  #pressed: EventTarget | null = null;

  /**
   * Show what embeds a lesson at its current step, once it is open.
   * @param opener what gets the focus back
   */
  async open(lesson: BpLesson, opener?: HTMLElement): Promise<void> {
    await lesson.ready;
    if (!lesson.state || this.dialog?.open) return;
    const { address, state } = lesson;
    this.#opener = opener;
    this.source = { address, title: state.lesson.title, question: questionIn(state) };
    await this.updateComplete;
    this.dialog?.showModal();
    // Where a dialog puts the focus by itself differs between browsers.
    this.dialog?.querySelector('select')?.focus();
  }

  close(): void {
    this.dialog?.close();
  }

  #onPress(event: Event): void {
    this.#pressed = event.target;
  }

  /**
   * The content fills the dialog, so a click on the dialog itself is one beside it; but not where someone selected
   * text and let go beside it.
   */
  #onClick(event: Event): void {
    if (event.target === this.dialog && this.#pressed === this.dialog) this.close();
  }

  /** Safari gives no focus to a button that is clicked, so the dialog could not give it back. */
  readonly #onClose = (): void => this.#opener?.focus();

  protected override render(): TemplateResult {
    const { source, show, height, theme } = this;
    return html`<dialog
      part="dialog"
      aria-labelledby="title"
      @pointerdown=${this.#onPress}
      @click=${this.#onClick}
      @close=${this.#onClose}
    >
      ${source ? this.#content({ ...source, show, height, theme }) : nothing}
    </dialog>`;
  }

  #content(embed: Embed): TemplateResult {
    const { host, copied } = this;
    const folder = new URL('.', document.baseURI).href;
    const opens = isChanged(embed.address) ? say.opensChanged : say.opens;
    return html`<div class="content">
      <header>
        <h2 id="title">${say.title}</h2>
        <button @click=${() => this.close()}>${say.close}</button>
      </header>
      <p class="soft">${opens(embed.question)}</p>
      ${this.#choices(embed)}
      <p>${withCode(say.hosts[host].note)}</p>
      ${hosts[host](embed, folder).map((snippet) => this.#snippet(snippet))}
      ${host === 'iframe' ? nothing : html`<p class="soft">${withCode(say.otherHost(folder))}</p>`}
      <p class="visually-hidden" role="status">${copied === undefined ? nothing : say.copied}</p>
    </div>`;
  }

  #choices({ show, theme }: Embed): TemplateResult {
    const { host, isHeightWrong } = this;
    return html`<div class="choices">
        ${choice(say.host, hostNames, host, (id) => (this.host = id))}
        ${choice(say.show, say.shows, show, (id) => (this.show = id))}
        <label>
          ${say.height}
          <input
            inputmode="numeric"
            autocomplete="off"
            maxlength="5"
            placeholder=${say.usualHeight(heightIn(host, show))}
            ?disabled=${!hasHeight(host, show)}
            aria-invalid=${isHeightWrong}
            aria-describedby=${ifDefined(isHeightWrong ? 'wrong-height' : undefined)}
            @input=${this.#onHeight}
          />
        </label>
        ${choice(say.theme, say.themes, theme, (id) => (this.theme = id))}
      </div>
      <p id="wrong-height" class="error" role="alert">${isHeightWrong ? say.wrongHeight(least, most) : nothing}</p>`;
  }

  #snippet({ place, text }: Snippet): TemplateResult {
    const label = say.places[place] ?? say.inFile(place);
    const id = `at-${place}`;
    const copy = this.copied === text ? say.copied : say.copy;
    return html`<div class="snippet">
      <div>
        <label for=${id}>${label}</label>
        <button aria-label="${copy}: ${label}" @click=${(event: Event) => void this.#copy(text, event)}>${copy}</button>
      </div>
      <textarea id=${id} readonly spellcheck="false" rows=${text.split('\n').length} .value=${text}></textarea>
      ${this.refused === text ? html`<p class="error" role="alert">${say.refused}</p>` : nothing}
    </div>`;
  }

  #onHeight({ currentTarget }: Event): void {
    const text = (currentTarget as HTMLInputElement).value.trim();
    const height = /^\d+$/.test(text) ? Number(text) : NaN;
    const isRight = height >= least && height <= most;
    this.height = isRight ? height : undefined;
    this.isHeightWrong = text !== '' && !isRight;
  }

  async #copy(text: string, { currentTarget }: Event): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      this.refused = undefined;
      this.copied = text;
      setTimeout(() => (this.copied = undefined), 1500);
    } catch {
      this.refused = text;
      (currentTarget as Element).closest('.snippet')?.querySelector('textarea')?.select();
    }
  }
}

/** A label with a list to choose from: names by id. */
function choice<Id extends string>(
  label: string,
  names: Readonly<Record<Id, string>>,
  chosen: Id,
  choose: (id: Id) => void,
): TemplateResult {
  const onChange = ({ currentTarget }: Event): void => choose((currentTarget as HTMLSelectElement).value as Id);
  return html`<label>
    ${label}
    <select @change=${onChange}>
      ${Object.entries<string>(names).map(
        ([id, name]) => html`<option value=${id} ?selected=${id === chosen}>${name}</option>`,
      )}
    </select>
  </label>`;
}

const hostNames = Object.fromEntries(hostIds.map((id) => [id, say.hosts[id].name])) as Record<HostId, string>;

/** What the step of a state asks, in letters that every page can show. */
function questionIn(state: LessonState): string {
  const trace = traceOf(setupOf(state));
  const step = stepFor(trace, state.step);
  return step ? phraseIn(questionOf(step, trace), (name) => name).join('') : state.step;
}

define('bp-embed', BpEmbed);

/** Open the page's dialog for a lesson; it is made when it is first asked for. */
export function embed(lesson: BpLesson, opener: HTMLElement): Promise<void> {
  const dialog = document.querySelector('bp-embed') ?? document.body.appendChild(document.createElement('bp-embed'));
  return dialog.open(lesson, opener);
}

declare global {
  interface HTMLElementTagNameMap {
    'bp-embed': BpEmbed;
  }
}
