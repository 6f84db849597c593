import { html, type TemplateResult } from 'lit';
import { formatNumber, type Shown } from '../../src/index.js';
import { words } from '../words.js';
import type { PlotValue } from './value.js';

/**
 * A number of a plot as text, with its marks.
 * @param ref given where it is a number of the lesson's own state, which other parts show too
 */
export function shownSlot(shown: Shown, ref?: string): TemplateResult {
  const text =
    shown.bound === undefined
      ? formatNumber(shown.plain)
      : words.plots.closer(formatNumber(shown.bound).replace('1 × ', ''));
  return ref === undefined
    ? html`<span class="number" ?data-provisional=${shown.provisional}>${text}</span>`
    : html`<span class="number" data-number=${ref} ?data-provisional=${shown.provisional}>${text}</span>`;
}

/** The same for a value that may not exist: then a word stands there, and why is said where one points. */
export function valueSlot(value: PlotValue | undefined, ref?: string): TemplateResult {
  if (!value) return html`<span class="soft">–</span>`;
  if (value.kind === 'none') return html`<span class="soft" title=${value.failure.message}>${words.plots.none}</span>`;
  if (!value.shown) return html`<span class="soft">${words.plots.unknown}</span>`;
  return shownSlot(value.shown, ref);
}
