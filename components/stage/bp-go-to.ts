import { css, html, nothing, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import { placeOf, type Step } from '../../src/index.js';
import { define } from '../define.js';
import { DialogElement } from '../dialog/dialog-element.js';
import { plainName } from '../formula-text.js';
import type { Scene } from '../scene.js';
import { stage as say } from '../words/stage.js';
import type { Podium } from './podium.js';

/** @summary Asks for a step by name, and goes there. */
export class BpGoTo extends DialogElement {
  static override styles = [
    ...DialogElement.styles,
    css`
      label {
        color: var(--_soft);
      }
      input {
        display: block;
        width: 100%;
        margin-top: 0.25rem;
        color: var(--_ink);
        font-size: max(16px, var(--_body));
      }
      ul {
        display: grid;
        gap: 0.25rem;
        max-height: 40dvh;
        margin: 0.75rem 0 0;
        padding: 3px;
        overflow: auto;
        list-style: none;
      }
      li button {
        width: 100%;
        text-align: start;
      }
      li span {
        color: var(--_soft);
        margin-inline-start: 0.75em;
      }
    `,
  ];

  protected override readonly heading = say.goTo.title;
  @state() private typed = '';
  @state() private message = '';
  @query('input') private readonly field!: HTMLInputElement;
  #podium: Podium | undefined;

  /** Ask. */
  async ask(podium: Podium): Promise<void> {
    this.#podium = podium;
    this.typed = '';
    this.message = '';
    await this.show();
  }

  get #scene(): Scene {
    return this.#podium!.shown.scene!;
  }

  protected override content(): TemplateResult {
    const { loss } = this.#scene.setup;
    return html`<form @submit=${this.#onSubmit}>
        <label
          >${say.goTo.field}
          <input
            autofocus
            autocomplete="off"
            autocapitalize="off"
            spellcheck="false"
            aria-describedby="hint wrong"
            .value=${this.typed}
            @input=${() => {
              this.typed = this.field.value;
              this.message = '';
            }}
          />
        </label>
        <p id="hint" class="soft">${say.goTo.hint}</p>
        <p id="wrong" class="error" role="alert">${this.message || nothing}</p>
      </form>
      <ul>
        ${this.#found.map(
          ({ ref, result }) =>
            html`<li>
              <button @click=${() => this.#go(ref)}>${ref}<span>${plainName(result, loss)}</span></button>
            </li>`,
        )}
      </ul>`;
  }

  get #found(): readonly Step[] {
    const typed = this.typed.trim().toLowerCase();
    return this.#scene.trace.walk.filter(({ ref }) => ref.toLowerCase().includes(typed));
  }

  readonly #onSubmit = (event: Event): void => {
    event.preventDefault();
    const typed = this.typed.trim();
    const exact = placeOf(this.#scene.trace, typed);
    const [only, ...others] = this.#found;
    if (typed && exact.found) this.#go(exact.step);
    else if (only && others.length === 0) this.#go(only.ref);
    else this.message = say.goTo.unknown(typed);
  };

  #go(ref: string): void {
    this.#podium!.shown.goTo(ref);
    this.close();
  }
}

define('bp-go-to', BpGoTo);

declare global {
  interface HTMLElementTagNameMap {
    'bp-go-to': BpGoTo;
  }
}
