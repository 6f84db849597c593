import { css, html, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import type { BpLesson } from './bp-lesson.js';
import { define } from './define.js';
import { DialogElement } from './dialog/dialog-element.js';
import { linkTo, pageBeside } from './link-to.js';
import './qr/bp-qr-code.js';
import { share as say } from './words/share.js';

/**
 * @summary A dialog with the link to what is shown now, as text and as a QR code, and the ways onto paper and into other pages.
 * @csspart dialog - The dialog.
 */
export class BpShare extends DialogElement {
  static override styles = [
    ...DialogElement.styles,
    css`
      .link {
        display: grid;
        grid-template-columns: 9rem minmax(0, 1fr);
        gap: 1.25rem;
        align-items: start;
      }
      label {
        color: var(--_soft);
        font-size: var(--_label);
      }
      input {
        display: block;
        width: 100%;
        margin: 0.25rem 0 0.6rem;
        color: var(--_ink);
        font-size: var(--_control);
      }
      @media (max-width: 459px) {
        .link {
          grid-template-columns: minmax(0, 1fr);
        }
        bp-qr-code {
          max-width: 12rem;
        }
      }
    `,
  ];

  protected override readonly heading = say.title;
  @state() private outcome: 'copied' | 'refused' | 'missing' | undefined;
  @query('input') private readonly field!: HTMLInputElement;
  #lesson: BpLesson | undefined;
  #opener: HTMLElement | undefined;

  /** Share a lesson as it stands now. */
  async share(lesson: BpLesson, opener: HTMLElement): Promise<void> {
    await lesson.ready;
    this.outcome = undefined;
    this.#lesson = lesson;
    this.#opener = opener;
    await this.show(opener);
  }

  protected override content(): TemplateResult {
    const { outcome } = this;
    const link = linkTo(this.#lesson!);
    return html`<div class="link">
        <bp-qr-code .text=${link}></bp-qr-code>
        <div>
          <p class="soft">${say.opens}</p>
          <label>${say.link}<input readonly .value=${link} /></label>
          <button class="primary" autofocus @click=${() => void this.#copy(link)}>
            ${outcome === 'copied' ? say.copied : say.copy}
          </button>
          <p role="status" class=${outcome === 'copied' ? 'visually-hidden' : 'error'}>${outcome && say[outcome]}</p>
        </div>
      </div>
      <div class="actions">
        <button @click=${() => this.#embed()}>${say.embed}</button>
        <a href=${pageBeside('handout.html', this.#lesson!.address)} target="_blank" rel="noopener">${say.handout}</a>
      </div>`;
  }

  async #copy(link: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(link);
      this.outcome = 'copied';
    } catch {
      this.outcome = 'refused';
      this.field.select();
    }
  }

  #embed(): void {
    import('./bp-embed.js').then(
      ({ embed }) => {
        this.close();
        void embed(this.#lesson!, this.#opener!);
      },
      () => (this.outcome = 'missing'),
    );
  }
}

define('bp-share', BpShare);

/** Open the page's dialog for a lesson; it is made when it is first asked for. */
export function share(lesson: BpLesson, opener: HTMLElement): Promise<void> {
  const dialog = document.querySelector('bp-share') ?? document.body.appendChild(document.createElement('bp-share'));
  return dialog.share(lesson, opener);
}

declare global {
  interface HTMLElementTagNameMap {
    'bp-share': BpShare;
  }
}
