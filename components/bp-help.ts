import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { query } from 'lit/decorators.js';
import { define } from './define.js';
import { keyName } from './key-name.js';
import { keys, type Chord } from './keys.js';
import { base } from './styles/base.js';
import { tokens } from './styles/tokens.js';
import { words } from './words.js';

/**
 * @summary The list of keys, in a dialog. The focus returns to where it was.
 * @csspart dialog - The dialog.
 */
export class BpHelp extends LitElement {
  static override styles = [
    tokens,
    base,
    css`
      :host {
        display: contents;
      }
      dialog {
        width: min(28rem, calc(100vw - 24px));
        padding: 0;
        border: 1px solid var(--_edge);
        border-radius: var(--_radius);
        background: var(--_card);
        color: var(--_ink);
      }
      dialog::backdrop {
        background: rgb(0 0 0 / 45%);
      }
      .content {
        padding: 20px 24px 24px;
      }
      header {
        display: flex;
        justify-content: space-between;
        align-items: center;
        margin-bottom: 10px;
      }
      h2 {
        font: 400 var(--_question) / 1.25 var(--_serif);
        letter-spacing: normal;
        text-transform: none;
        color: inherit;
      }
      dl {
        display: grid;
        grid-template-columns: auto 1fr;
        margin: 0;
      }
      dl > div {
        display: grid;
        grid-column: 1 / -1;
        grid-template-columns: subgrid;
        gap: 1.25em;
        align-items: baseline;
        padding: 7px 0;
        border-top: 1px solid var(--_line);
      }
      dd {
        margin: 0;
      }
      .chord {
        display: block;
        white-space: nowrap;
      }
      .chord + .chord {
        margin-top: 4px;
      }
      kbd {
        display: inline-block;
        min-width: 1.9em;
        padding: 0.15em 0.5em;
        border: 1px solid var(--_edge);
        border-bottom-width: 2px;
        border-radius: 5px;
        font: inherit;
        line-height: 1.3;
        text-align: center;
      }
    `,
  ];

  @query('dialog') private readonly dialog!: HTMLDialogElement;

  protected override render(): TemplateResult {
    return html`
      <dialog part="dialog" aria-labelledby="title" @click=${this.#onClick} @keydown=${this.#onKey}>
        <div class="content">
          <header>
            <h2 id="title">${words.help.title}</h2>
            <button @click=${() => this.close()}>${words.help.close}</button>
          </header>
          <dl>
            ${keys.map(
              ({ action, chords }) => html`
                <div>
                  <dt>${chords.map(caps)}</dt>
                  <dd>${words.help[action]}</dd>
                </div>
              `,
            )}
          </dl>
        </div>
      </dialog>
    `;
  }

  /** Show the keys. */
  open(): void {
    if (this.dialog.open) return;
    this.dialog.showModal();
    // Where a dialog puts the focus by itself differs between browsers.
    this.dialog.querySelector('button')?.focus();
  }

  close(): void {
    this.dialog.close();
  }

  /** Whether the keys are shown. */
  get isOpen(): boolean {
    return this.hasUpdated && this.dialog.open;
  }

  /** The content fills the dialog, so a click on the dialog itself is one beside it. */
  #onClick(event: MouseEvent): void {
    if (event.target === this.dialog) this.close();
  }

  /** While the keys are shown they do nothing but close the list. */
  #onKey(event: KeyboardEvent): void {
    event.stopPropagation();
    if (event.key === '?') this.close();
  }
}

/** One keycap a word. */
function caps({ ctrl, shift, key }: Chord): TemplateResult {
  const names = [ctrl && 'Ctrl', shift && 'Shift', keyName(key)];
  return html`<span class="chord">${names.map((name) => (name ? html`<kbd>${name}</kbd> ` : nothing))}</span>`;
}

define('bp-help', BpHelp);

declare global {
  interface HTMLElementTagNameMap {
    'bp-help': BpHelp;
  }
}
