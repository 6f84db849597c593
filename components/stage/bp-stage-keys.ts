import { css, html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { define } from '../define.js';
import { DialogElement } from '../dialog/dialog-element.js';
import { keyName } from '../key-name.js';
import { stage as say } from '../words/stage.js';
import { stageKeys, type StageAction, type StageKey } from './actions.js';
import { conflictOf, keysOf, storeChoices, storedChoices, type KeyChoices } from './key-map.js';
import type { Podium } from './podium.js';

/** @summary The keys of the stage: what each does, another key for each letter, and no letters at all. */
export class BpStageKeys extends DialogElement {
  static override styles = [
    ...DialogElement.styles,
    css`
      :host {
        --_width: 44rem;
      }
      dl {
        columns: 2 18rem;
        column-gap: 2rem;
        margin: 0.75rem 0 0;
      }
      dl > div {
        display: grid;
        grid-template-columns: 6.5rem 1fr;
        gap: 0.75rem;
        align-items: center;
        padding: 0.2rem 0;
        break-inside: avoid;
      }
      dt {
        display: flex;
        flex-wrap: wrap;
        gap: 0.25rem;
      }
      dd {
        margin: 0;
      }
      kbd,
      dt button {
        min-width: 2em;
        min-height: 28px;
        padding: 0.1em 0.5em;
        border: 1px solid var(--_edge);
        border-bottom-width: 2px;
        border-radius: 5px;
        font: inherit;
        text-align: center;
      }
      .waits {
        border-color: var(--_upstream);
      }
    `,
  ];

  protected override readonly heading = say.keys.title;
  @state() private choices: KeyChoices = storedChoices();
  /** The action that gets another key. */
  @state() private waiting: StageAction | undefined;
  @state() private message = '';
  #podium: Podium | undefined;

  async ask(podium: Podium): Promise<void> {
    this.#podium = podium;
    this.waiting = undefined;
    this.message = '';
    await this.show();
  }

  protected override content(): TemplateResult {
    return html`<label>
        <input
          type="checkbox"
          .checked=${this.choices.letters}
          @change=${(event: Event) =>
            this.#choose({ ...this.choices, letters: (event.target as HTMLInputElement).checked })}
        />
        ${say.keys.letters}
      </label>
      <p class="soft">${say.keys.hint}</p>
      <p class="error" role="alert">${this.message || nothing}</p>
      <dl @keydown=${this.#onKey}>
        ${stageKeys.map(
          (key) =>
            html`<div>
              <dt>${this.#keys(key)}</dt>
              <dd>${say.actions[key.action]}</dd>
            </div>`,
        )}
      </dl>
      <div class="actions">
        <button @click=${() => this.#choose({ letters: true, keys: {} })}>${say.keys.usual}</button>
      </div>`;
  }

  #keys(key: StageKey): unknown {
    const keys = keysOf(key, this.choices);
    if (!key.isLetter) return keys.map((each) => html`<kbd>${keyName(each)}</kbd>`);
    const isWaiting = this.waiting === key.action;
    const shown = keys.map(keyName).join(' ') || say.keys.off;
    return html`<button
      class=${isWaiting ? 'waits' : ''}
      aria-label="${shown}. ${say.keys.change(say.actions[key.action])}"
      ?disabled=${!this.choices.letters}
      @click=${() => (this.waiting = key.action)}
      @blur=${() => (this.waiting = undefined)}
    >
      ${isWaiting ? say.keys.press : shown}
    </button>`;
  }

  /** The next key after a press on a key's button is the new one. */
  readonly #onKey = (event: KeyboardEvent): void => {
    const { waiting: action } = this;
    if (!action || event.key === 'Tab') return;
    event.preventDefault();
    if (event.key === 'Escape') {
      this.message = '';
      return void (this.waiting = undefined);
    }
    const key = event.key.toLowerCase();
    if (key.trim().length !== 1) return void (this.message = say.keys.notSingle);
    const taken = conflictOf(key, action, this.choices);
    if (taken) return void (this.message = say.keys.taken(keyName(key), say.actions[taken]));
    this.waiting = undefined;
    this.#choose({ ...this.choices, keys: { ...this.choices.keys, [action]: key } });
  };

  #choose(choices: KeyChoices): void {
    this.message = '';
    this.choices = choices;
    storeChoices(choices);
    this.#podium!.rekey(choices);
  }
}

define('bp-stage-keys', BpStageKeys);

declare global {
  interface HTMLElementTagNameMap {
    'bp-stage-keys': BpStageKeys;
  }
}
