import { css, html, nothing, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import { InputError, readNumber } from '../../src/index.js';
import { define } from '../define.js';
import { DialogElement } from '../dialog/dialog-element.js';
import { ValueEvent } from '../events/index.js';
import { plainName } from '../formula-text.js';
import { refusal } from '../values/refusal.js';
import { stage as say } from '../words/stage.js';
import type { Podium } from './podium.js';

/** @summary Asks for another value of one given number; the stage then shows all that moves. */
export class BpWhatIf extends DialogElement {
  static override styles = [
    ...DialogElement.styles,
    css`
      form {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: 0.75rem 1rem;
      }
      label {
        color: var(--_soft);
      }
      input,
      select {
        display: block;
        width: 100%;
        min-height: 2.6em;
        margin-top: 0.25rem;
        color: var(--_ink);
        font-size: max(16px, var(--_body));
      }
      p,
      .actions {
        grid-column: 1 / -1;
        margin: 0;
      }
    `,
  ];

  protected override readonly heading = say.whatIf.title;
  @state() private name = '';
  @state() private message = '';
  @query('input') private readonly field!: HTMLInputElement;
  #podium: Podium | undefined;

  /** Ask: first for the number that the current step is about, if it is a given one. */
  async ask(podium: Podium): Promise<void> {
    this.#podium = podium;
    this.message = '';
    const { target } = podium.shown.scene!.step;
    const names = this.#given.map(({ name }) => name);
    if (names.includes(target)) this.name = target;
    else if (!names.includes(this.name)) this.name = names[0] ?? '';
    await this.show();
    this.field.select();
  }

  get #given() {
    return this.#podium!.shown.scene!.setup.given;
  }

  protected override content(): TemplateResult {
    const given = this.#given.find(({ name }) => name === this.name);
    return html`<form @submit=${this.#onSubmit}>
      <label
        >${say.whatIf.name}
        <select
          @change=${(event: Event) => {
            this.name = (event.target as HTMLSelectElement).value;
            this.message = '';
          }}
        >
          ${this.#given.map(
            ({ name }) => html`<option value=${name} ?selected=${name === this.name}>${plainName(name)}</option>`,
          )}
        </select>
      </label>
      <label
        >${say.whatIf.value}
        <input
          autofocus
          inputmode="text"
          autocomplete="off"
          spellcheck="false"
          aria-invalid=${this.message ? 'true' : 'false'}
          aria-describedby="own wrong"
          .value=${given?.text ?? ''}
          @input=${() => (this.message = '')}
        />
      </label>
      <p id="own" class="soft">${given ? say.whatIf.own(this.#ownText(given.name, given.text)) : nothing}</p>
      <p id="wrong" class="error" role="alert">${this.message || nothing}</p>
      <div class="actions"><button class="primary">${say.whatIf.show}</button></div>
    </form>`;
  }

  #ownText(name: string, text: string): string {
    const { lesson } = this.#podium!.shown.state!;
    return lesson.given.find((each) => each.name === name)?.text ?? text;
  }

  readonly #onSubmit = (event: Event): void => {
    event.preventDefault();
    const { shown } = this.#podium!;
    try {
      const { text } = readNumber(this.field.value, plainName(this.name));
      const refused = refusal(shown.state!, this.name, text);
      if (refused !== undefined) throw new InputError([{ message: refused }]);
      shown.dispatchEvent(new ValueEvent(this.name, text));
      this.close();
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      this.message = error.message;
      this.field.focus();
    }
  };
}

define('bp-what-if', BpWhatIf);

declare global {
  interface HTMLElementTagNameMap {
    'bp-what-if': BpWhatIf;
  }
}
