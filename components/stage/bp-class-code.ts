import { css, html, nothing, type TemplateResult } from 'lit';
import { define } from '../define.js';
import { DialogElement } from '../dialog/dialog-element.js';
import '../qr/bp-qr-code.js';
import { stage as say } from '../words/stage.js';
import type { Podium } from './podium.js';

/** @summary The link to the current step, large enough for the phones of a whole room. */
export class BpClassCode extends DialogElement {
  static override styles = [
    ...DialogElement.styles,
    css`
      :host {
        --_width: 60rem;
      }
      .codes {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 16rem), 1fr));
        gap: 2rem;
        text-align: center;
      }
      bp-qr-code {
        width: min(100%, 60dvh);
        margin: 0 auto 1rem;
      }
      a {
        display: block;
        font-size: clamp(16px, 2.6vh, 30px);
        overflow-wrap: anywhere;
      }
    `,
  ];

  protected override readonly heading = say.code.title;
  #podium: Podium | undefined;

  /** Show the link to what is shown now. */
  async ask(podium: Podium): Promise<void> {
    this.#podium = podium;
    await this.show();
  }

  protected override content(): TemplateResult {
    const { link, followLink, classId } = this.#podium!;
    return html`<div class="codes">
      ${followLink ? this.#code(followLink, say.code.follow) : nothing}
      ${this.#code(link, classId ? say.code.note : say.code.guest)}
    </div>`;
  }

  #code(link: string, note: string): TemplateResult {
    return html`<div>
      <bp-qr-code .text=${link}></bp-qr-code>
      <p>${note}</p>
      <a href=${link} target="_blank" rel="noopener">${link}</a>
    </div>`;
  }
}

define('bp-class-code', BpClassCode);

declare global {
  interface HTMLElementTagNameMap {
    'bp-class-code': BpClassCode;
  }
}
