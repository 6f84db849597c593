import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { digitRange, InputError, loadTraining, writeAddress, type LessonState, type Phase } from '../../src/index.js';
import { define } from '../define.js';
import { kinds, type Kind } from '../export/whole/kinds.js';
import { stepsOf } from '../export/whole/steps.js';
import { addKatexFonts } from '../formula/katex-fonts.js';
import { katexStyles } from '../formula/katex-styles.js';
import { completeLesson, openLesson } from '../lesson/load-lesson.js';
import { Runs } from '../make-scene.js';
import { base } from '../styles/base.js';
import { tokens } from '../styles/tokens.js';
import { words } from '../words.js';
import { handout as say } from '../words/handout.js';
import { download, endings, type DownloadId } from './downloads.js';
import { headHtml, sourcesHtml, stepHtml } from './pages.js';
import { setPageTitle } from './page-title.js';
import { queryOf, readRequest, type HandoutRequest } from './request.js';
import { headOf, stepsFor, type HandoutHead, type HandoutStep } from './sheet-data.js';
import { barStyles, sheetStyles } from './styles.js';

/**
 * A whole lesson as a document to be printed: everything, a worksheet, or its key. It stands in a page of its own, reads
 * that page's address, and shows no digit that is not proven.
 *
 * @summary A lesson on paper, in the state that the page's address names.
 */
export class BpHandout extends LitElement {
  static override styles = [tokens, katexStyles, base, barStyles, sheetStyles];

  @state() private request: HandoutRequest = readRequest(location.search, location.hash);
  @state() private lesson: LessonState | undefined;
  @state() private head: HandoutHead | undefined;
  @state() private steps: readonly HandoutStep[] = [];
  /** How many steps there will be; 0 while that is not known. */
  @state() private all = 0;
  @state() private complaints: readonly string[] = [];
  /** What went wrong for good. */
  @state() private failure = '';
  @state() private isPrinting = false;
  /** What a download says of itself. */
  @state() private saved = '';

  #runs = new Runs();
  #work = new AbortController();

  override connectedCallback(): void {
    super.connectedCallback();
    addKatexFonts();
    addEventListener('hashchange', this.#onAddress);
    addEventListener('popstate', this.#onAddress);
    void this.#open();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('hashchange', this.#onAddress);
    removeEventListener('popstate', this.#onAddress);
    this.#work.abort();
  }

  readonly #onAddress = (): void => {
    const { search, hash } = location;
    const request = readRequest(search, hash);
    if (JSON.stringify(request) === JSON.stringify(this.request)) return;
    this.request = request;
    void this.#open();
  };

  /** All steps are there. */
  get #isReady(): boolean {
    return this.all > 0 && this.steps.length === this.all;
  }

  /** Open what the address names and write it down, step by step. */
  async #open(): Promise<void> {
    this.#work.abort();
    const work = (this.#work = new AbortController());
    const { signal } = work;
    const { request } = this;
    Object.assign(this, {
      lesson: undefined,
      head: undefined,
      steps: [],
      all: 0,
      failure: '',
      complaints: request.complaints,
    });
    try {
      const { lesson: id, src, address } = request;
      const opened = await openLesson({ id, src, address, signal });
      await Promise.all([completeLesson(opened.lesson), loadTraining()]);
      if (signal.aborted) return;
      this.complaints = [...request.complaints, ...opened.complaints.map(({ message }) => message)];
      this.lesson = opened.state;
      await this.#write(opened.state, signal);
    } catch (error) {
      if (signal.aborted) return;
      if (!(error instanceof InputError)) console.error(error);
      this.failure = error instanceof InputError ? say.failed(error.message) : say.noDecimals;
    }
  }

  async #write(state: LessonState, signal: AbortSignal): Promise<void> {
    const { kind } = this.request;
    const steps = stepsOf(state, this.#runs);
    setPageTitle(say.title(state.lesson.title, say.kinds[kind]), [state.lesson.title, say.page[kind]]);
    this.all = steps.length;
    const head = await headOf(state, kind, this.#runs, steps[0]!, { signal });
    if (signal.aborted) return;
    this.head = head;
    for await (const step of stepsFor(state, steps, kind, this.#runs, { signal })) {
      if (signal.aborted) return;
      this.steps = [...this.steps, step];
      // What is there is painted, and what was pressed is done, before the next one is worked out.
      await new Promise((painted) => setTimeout(painted));
    }
  }

  protected override updated(changes: PropertyValues): void {
    if (this.isPrinting && (changes.has('steps') || changes.has('isPrinting')) && this.#isReady) void this.#printNow();
  }

  async #printNow(): Promise<void> {
    await document.fonts.ready;
    this.isPrinting = false;
    await this.updateComplete;
    print();
  }

  /** Another kind, or other digits: the address says so, and the handout follows it. */
  #change({ kind = this.request.kind, digits }: { readonly kind?: Kind; readonly digits?: number }): void {
    if (!this.lesson) return;
    const address = digits === undefined ? this.request.address : writeAddress({ ...this.lesson, digits });
    const hash = address && `#${address}`;
    history.replaceState(history.state, '', `${location.pathname}${queryOf({ ...this.request, kind })}${hash}`);
    this.#onAddress();
  }

  async #download(id: DownloadId): Promise<void> {
    const { lesson } = this;
    if (!lesson) return;
    this.saved = say.writing(say.formats[id]);
    try {
      this.saved = say.written(await download(id, lesson, this.#runs));
    } catch (error) {
      if (!(error instanceof InputError)) console.error(error);
      this.saved = error instanceof Error ? error.message : String(error);
    }
  }

  protected override render(): TemplateResult {
    const { head, request, failure, complaints } = this;
    const isReady = this.#isReady;
    return html`${this.#bar()}
      <div class="complaints">
        ${complaints.map((complaint) => html`<p class="error" role="alert">${complaint}</p>`)}
        ${
          failure
            ? html`<p class="error" role="alert">${failure}</p>
                <p><button @click=${() => void this.#open()}>${say.reload}</button></p>`
            : nothing
        }
      </div>
      <main class=${isReady ? '' : 'unfinished'}>
        <p class="unfinished-note">${say.unfinished}</p>
        ${
          head
            ? html`<article class="sheet ${request.kind}" tabindex="0" aria-label=${say.kinds[request.kind]}>
                ${headHtml(head, request.kind, this.#tutorAddress())} ${this.#steps()}
                ${isReady ? sourcesHtml(head) : nothing}
              </article>`
            : nothing
        }
      </main>`;
  }

  #steps(): unknown {
    const first = new Map<Phase, number>();
    for (const { phase, number } of [...this.steps].reverse()) first.set(phase, number);
    return repeat(
      this.steps,
      ({ number }) => number,
      (step) =>
        html`${first.get(step.phase) === step.number ? html`<h2>${words.derivation.phases[step.phase]}</h2>` : nothing}
        ${stepHtml(step)}`,
    );
  }

  /** The lesson in the same state: in the tutor, or, since that knows the built-in ones only, in a page of its own. */
  #tutorAddress(): string {
    const { src } = this.request;
    const address = this.lesson ? writeAddress(this.lesson) : '';
    const url = new URL(src ? 'embed.html' : 'index.html', document.baseURI);
    if (src) url.search = new URLSearchParams({ src, ...(address && { at: address }) }).toString();
    else url.hash = address;
    return url.href;
  }

  #bar(): TemplateResult {
    const { lesson, request, all } = this;
    const isReady = this.#isReady;
    const progress = isReady ? say.ready(all) : all ? say.progress(this.steps.length, all) : say.opening;
    const numbers = Array.from({ length: digitRange.most - digitRange.least + 1 }, (_, i) => digitRange.least + i);
    return html`<nav class="bar" aria-label=${say.toolbar}>
      <label>
        ${say.kind}
        <select
          @change=${({ currentTarget }: Event) => this.#change({ kind: (currentTarget as HTMLSelectElement).value as Kind })}
        >
          ${kinds.map((kind) => html`<option value=${kind} ?selected=${kind === request.kind}>${say.kinds[kind]}</option>`)}
        </select>
      </label>
      <label>
        ${say.digits}
        <select
          ?disabled=${!lesson}
          @change=${({ currentTarget }: Event) => this.#change({ digits: Number((currentTarget as HTMLSelectElement).value) })}
        >
          ${numbers.map((digits) => html`<option value=${digits} ?selected=${digits === lesson?.digits}>${digits}</option>`)}
        </select>
      </label>
      <button class="primary" ?disabled=${!lesson || this.failure !== ''} @click=${() => (this.isPrinting = true)}>
        ${say.print}
      </button>
      <a href=${this.#tutorAddress()}>${say.toTutor}</a>
      <fieldset class="downloads" ?disabled=${!lesson}>
        <legend>${say.downloads}</legend>
        ${(Object.keys(endings) as DownloadId[]).map(
          (id) => html`<button @click=${() => void this.#download(id)}>${say.formats[id]}</button>`,
        )}
      </fieldset>
      <p class="status" role="status">${this.isPrinting ? say.printing : progress} ${this.saved}</p>
    </nav>`;
  }
}

define('bp-handout', BpHandout);

declare global {
  interface HTMLElementTagNameMap {
    'bp-handout': BpHandout;
  }
}
