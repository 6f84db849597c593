import { html, nothing, type TemplateResult } from 'lit';
import type { LineStyle } from './palette.js';

/** A piece of a line with its marker, to stand beside its name. The class `line-…` around it gives the colour. */
export const sample = ({ colour, dash, shape }: LineStyle): TemplateResult =>
  html`<svg class="sample line-${colour}" width="34" height="14" viewBox="0 0 34 14" aria-hidden="true">
    <path class="line" d="M1 7H33" stroke-dasharray=${dash || nothing} />
    <path class="mark" d=${shape} transform="translate(17 7) scale(0.85)" />
  </svg>`;
