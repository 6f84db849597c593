import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { Complaint, Place } from '../src/index.js';
import { define } from './define.js';
import { ProgramEvent, ResetEvent } from './events/index.js';
import { plainName } from './formula-text.js';
import { offsetOf, renderComplaints } from './program/complaints.js';
import { draftOf, keepDraft, type Draft } from './program/drafts.js';
import { readDraft, unusedNames, type MissingValue } from './program/read-draft.js';
import { styles } from './program/styles.js';
import { SceneElement } from './scene-element.js';
import type { Scene } from './scene.js';
import { base } from './styles/base.js';
import { tokens } from './styles/tokens.js';
import { withCode } from './with-code.js';
import { words } from './words.js';

const say = words.program;

/** Lines shown before the text scrolls. */
const mostRows = 24;

/**
 * @summary The program as text, to be changed. What is wrong is said line by line, and nothing typed is lost.
 * @fires bp-program - A program was read without complaint and every name has a value: use it.
 * @fires bp-reset - The lesson's own program (with its numbers) is asked for.
 * @csspart editor - The text with its line numbers.
 */
export class BpProgram extends SceneElement {
  static override styles = [tokens, base, styles];

  @state() private draft: Draft | undefined;
  @state() private complaints: readonly Complaint[] = [];
  @state() private missing: readonly MissingValue[] = [];
  @state() private reading = false;
  /** The draft that going back replaced, as long as it can be brought back. */
  @state() private dropped: Draft | undefined;
  @query('textarea') private readonly field!: HTMLTextAreaElement;
  @query('.gutter') private readonly gutter!: HTMLElement;

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('scene')?.state.lesson;
    const lesson = this.scene?.state.lesson;
    if (!changed.has('scene') || before === lesson || !lesson) return;
    this.#setDraft(draftOf(lesson));
    this.#forget();
    this.dropped = undefined;
  }

  protected override render() {
    const { scene } = this;
    if (!scene) return this.absent();
    const { text } = this.#current(scene);
    return html`<form aria-labelledby="title" novalidate @submit=${this.#submit} @keydown=${this.#key}>
      <h2 id="title">${say.title}</h2>
      <p id="how" class="soft">${withCode(say.how(plainName(scene.setup.loss)))}</p>
      ${this.#editor(text)} ${renderComplaints(this.complaints, (place) => this.#goTo(place))}
      ${this.missing.length ? this.#values() : nothing}
      <div class="actions">
        <button class="primary" ?disabled=${this.reading}>${say.use}</button>
        ${
          this.draft || scene.state.program
            ? html`<button type="button" @click=${() => this.#back(scene)}>
                ${scene.state.program ? say.reset : say.back}
              </button>`
            : nothing
        }
        ${
          this.dropped
            ? html`<button type="button" @click=${() => this.#bringBack()}>${say.bringBack}</button>`
            : nothing
        }
        <span class="soft" role="status">${this.#status(scene)}</span>
      </div>
    </form>`;
  }

  #editor(text: string): TemplateResult {
    const count = text.split('\n').length;
    const wrong = new Set(this.complaints.map(({ at }) => at?.line));
    const numbers = Array.from({ length: count }, (_, i) => i + 1);
    return html`<div class="editor" part="editor">
        <div class="gutter" aria-hidden="true">
          ${numbers.map((line) => html`<div class=${wrong.has(line) ? 'wrong' : ''}>${line}</div>`)}
        </div>
        <textarea
          name="program"
          aria-label=${say.title}
          aria-describedby="how complaints"
          aria-invalid=${wrong.size ? 'true' : 'false'}
          .wrap=${'off'}
          spellcheck="false"
          autocapitalize="off"
          autocomplete="off"
          rows=${Math.min(Math.max(count, 4), mostRows)}
          .value=${live(text)}
          @input=${this.#type}
          @scroll=${() => (this.gutter.scrollTop = this.field.scrollTop)}
        ></textarea>
      </div>
      <pre class="printed">${text}</pre>`;
  }

  /** A row for each name that the program brings in. */
  #values(): TemplateResult {
    return html`<fieldset class="missing">
      <legend>${say.missing}</legend>
      ${this.missing.map(
        ({ name, complaint }) =>
          html`<div>
            <label for="value-${name}"><code>${name}</code></label>
            <input
              id="value-${name}"
              name=${name}
              inputmode="decimal"
              autocomplete="off"
              .value=${live(this.draft?.values[name] ?? '')}
              aria-invalid=${complaint ? 'true' : 'false'}
              aria-describedby="wrong-${name}"
              @input=${(event: Event) => this.#giveValue(name, (event.currentTarget as HTMLInputElement).value)}
            />
            <span id="wrong-${name}" class="error" role="alert">${complaint ? withCode(complaint) : nothing}</span>
          </div>`,
      )}
    </fieldset>`;
  }

  #status(scene: Scene): unknown {
    if (this.reading) return say.reading;
    if (this.draft) return say.notUsed;
    if (!scene.state.program) return nothing;
    const unused = unusedNames(scene.state.program.program, scene.state);
    return unused.length ? say.inUseWithout(unused.join(', ')) : say.inUse;
  }

  /** What is in the field: what was typed, otherwise the program in force. */
  #current({ state: { program, lesson } }: Scene): Draft {
    return this.draft ?? { text: program?.text ?? lesson.programText.trimEnd(), values: {} };
  }

  #setDraft(draft: Draft | undefined): void {
    if (draft) this.draft = draft;
    else this.draft = undefined;
    if (this.scene) keepDraft(this.scene.state.lesson, draft);
  }

  #forget(): void {
    this.complaints = [];
    this.missing = [];
  }

  #type(): void {
    this.#setDraft({ text: this.field.value, values: this.draft?.values ?? {} });
    this.dropped = undefined;
  }

  #giveValue(name: string, typed: string): void {
    const { text, values } = this.#current(this.scene!);
    this.#setDraft({ text, values: { ...values, [name]: typed } });
  }

  #key(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void this.#use();
  }

  #submit(event: SubmitEvent): void {
    event.preventDefault();
    void this.#use();
  }

  async #use(): Promise<void> {
    const { scene } = this;
    if (!scene || this.reading) return;
    const draft = this.#current(scene);
    this.reading = true;
    const reading = await readDraft(draft, scene.state);
    this.reading = false;
    // Someone went on typing, or to another lesson: what was read is not what is there.
    if (!this.isConnected || this.scene?.state.lesson !== scene.state.lesson) return;
    if (this.#current(this.scene).text !== draft.text) return this.#use();
    this.complaints = reading.kind === 'wrong' ? reading.complaints : [];
    if (reading.kind === 'missing') return this.#ask(reading.names);
    this.missing = reading.kind === 'wrong' ? reading.names : [];
    if (reading.kind === 'wrong') return;
    const changed = this.draft !== undefined;
    this.#setDraft(undefined);
    if (changed) this.dispatchEvent(new ProgramEvent(draft.text, reading.program, reading.values));
  }

  async #ask(names: readonly MissingValue[]): Promise<void> {
    this.missing = names;
    await this.updateComplete;
    const open = names.find(({ name, complaint }) => complaint ?? !this.draft?.values[name]?.trim());
    this.renderRoot.querySelector<HTMLInputElement>(`#value-${open?.name}`)?.focus();
  }

  #goTo(place: Place): void {
    const offset = offsetOf(this.field.value, place);
    this.field.focus();
    this.field.setSelectionRange(offset, offset);
  }

  #back({ state }: Scene): void {
    if (this.draft) this.dropped = this.draft;
    this.#setDraft(undefined);
    this.#forget();
    if (state.program) this.dispatchEvent(new ResetEvent());
  }

  #bringBack(): void {
    this.#setDraft(this.dropped);
    this.dropped = undefined;
    this.field.focus();
  }
}

define('bp-program', BpProgram);

declare global {
  interface HTMLElementTagNameMap {
    'bp-program': BpProgram;
  }
}
