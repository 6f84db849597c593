import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import { base } from '../styles/base.js';
import { tokens } from '../styles/tokens.js';
import { words } from '../words/dialog.js';

/** A modal dialog with a heading and a button that closes it. The focus goes back to what had it before. */
export abstract class DialogElement extends LitElement {
  static override styles = [
    tokens,
    base,
    css`
      :host {
        display: contents;
      }
      dialog {
        width: min(var(--_width, 30rem), calc(100vw - 24px));
        max-height: calc(100dvh - 24px);
        padding: 0;
        border: 1px solid var(--_edge);
        border-radius: var(--_radius);
        background: var(--_card);
        color: var(--_ink);
        font: 400 var(--_control) / 1.45 var(--_sans);
      }
      dialog::backdrop {
        background: rgb(0 0 0 / 45%);
      }
      .content {
        padding: 20px clamp(14px, 4vw, 24px) 24px;
      }
      .head {
        display: flex;
        justify-content: space-between;
        align-items: start;
        gap: 1rem;
        margin-bottom: 0.75rem;
      }
      h2 {
        font: 400 var(--_question) / 1.25 var(--_serif);
        letter-spacing: normal;
        text-transform: none;
        color: inherit;
      }
      p {
        margin: 0.35rem 0;
        text-wrap: pretty;
        overflow-wrap: anywhere;
      }
      .soft {
        color: var(--_soft);
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
        margin-top: 1rem;
      }
      a {
        color: var(--_upstream);
      }
    `,
  ];

  @state() protected isOpen = false;
  @query('dialog') private readonly dialog!: HTMLDialogElement;
  #pressed: EventTarget | null = null;
  #before: Element | null | undefined;

  /** What stands over it. */
  protected abstract readonly heading: string;
  /** What stands in it; asked for only while it is open. */
  protected abstract content(): TemplateResult;

  /** Open it. `opener` gets the focus back; without one, whatever has it now. */
  async show(opener?: Element | null): Promise<void> {
    if (this.isOpen) return;
    this.#before = opener;
    this.isOpen = true;
    await this.updateComplete;
    this.dialog.showModal();
    // Where a dialog puts the focus by itself differs between browsers.
    const first = ['[autofocus]', '.content button'].map((each) => this.renderRoot.querySelector<HTMLElement>(each));
    first.find((each) => each !== null)?.focus();
  }

  close(): void {
    if (this.isOpen) this.dialog.close();
  }

  protected override render(): TemplateResult {
    return html`<dialog
      part="dialog"
      aria-labelledby="title"
      @pointerdown=${(event: Event) => (this.#pressed = event.target)}
      @click=${this.#onClick}
      @keydown=${keep}
      @close=${this.#onClose}
    >
      ${
        this.isOpen
          ? html`<div class="content">
              <div class="head">
                <h2 id="title">${this.heading}</h2>
                <button @click=${() => this.close()}>${words.close}</button>
              </div>
              ${this.content()}
            </div>`
          : nothing
      }
    </dialog>`;
  }

  /** The content fills the dialog, so a click on the dialog itself is one beside it; but not where a selection ended. */
  #onClick(event: Event): void {
    if (event.target === this.dialog && this.#pressed === this.dialog) this.close();
  }

  /** Safari gives no focus to a button that is clicked, so a dialog could not give it back by itself. */
  readonly #onClose = (): void => {
    this.isOpen = false;
    if (this.#before instanceof HTMLElement) this.#before.focus();
    this.dispatchEvent(new Event('close'));
  };
}

/** What is typed in a dialog is meant for nothing behind it. */
const keep = (event: Event): void => event.stopPropagation();
