import { css, html, LitElement, svg, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { encode } from 'uqr';
import { define } from '../define.js';
import { share as say } from '../words/share.js';

/** Bytes that fit at the weakest correction, which a screen is fine with. */
const most = 2900;
/** Modules of white that the standard asks for on each side (ISO/IEC 18004). */
const quiet = 4;

/**
 * @summary A link as a QR code, drawn in the page: nobody else learns of it.
 */
export class BpQrCode extends LitElement {
  static override styles = css`
    :host {
      display: block;
    }
    svg {
      display: block;
      width: 100%;
      height: auto;
      border-radius: 6px;
      background: #fff;
    }
    p {
      margin: 0;
    }
  `;

  /** What it says, at most 2,900 bytes. */
  @property() text = '';

  protected override render(): TemplateResult {
    const { text } = this;
    if (new TextEncoder().encode(text).length > most) return html`<p>${say.tooLong(most)}</p>`;
    const { data, size } = encode(text, { ecc: text.length > 1000 ? 'L' : 'M', border: quiet });
    const path = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : []))).join('');
    return html`<svg viewBox="0 0 ${size} ${size}" role="img" aria-label=${say.code} shape-rendering="crispEdges">
      ${svg`<rect width=${size} height=${size} fill="#fff"></rect><path d=${path} fill="#000"></path>`}
    </svg>`;
  }
}

define('bp-qr-code', BpQrCode);

declare global {
  interface HTMLElementTagNameMap {
    'bp-qr-code': BpQrCode;
  }
}
