import { html, type TemplateResult } from 'lit';
import { formatNumber, trainingLoaded, type Failure, type Shown } from '../../src/index.js';
import type { Scene } from '../scene.js';
import { words } from '../words.js';

/** What there is to show for a reference at the moment. */
export interface NumberState {
  readonly text: string;
  readonly shown: Shown | undefined;
  readonly failure: Failure | undefined;
  readonly changed: boolean;
  /** What a mark on the number means. */
  readonly title: string;
}

/** Look a number up as it is to be shown: its digits, a short word where it has none, or a blank for now. */
export function numberState(scene: Scene, ref: string, digits?: number): NumberState {
  const derivation = words.derivation;
  const [, base = ref, at] = /^(.*)@(\d+)$/.exec(ref) ?? [];
  const shown = scene.show(ref, digits);
  // Numbers after updates cannot be asked for before the training is loaded.
  const numbers = !at ? scene.numbers : at === '0' || trainingLoaded() ? scene.numbersAt(Number(at)) : undefined;
  const failure = shown ? undefined : numbers?.failure(base);
  const changed = scene.changed.has(base);
  const text = shown ? formatNumber(shown.plain) : failure ? derivation.noValue : derivation.unknown;
  const title = failure
    ? failure.message
    : !shown
      ? derivation.notKnown
      : [shown.provisional && derivation.provisional, changed && derivation.changed].filter(Boolean).join(' ');
  return { text, shown, failure, changed, title };
}

/** Whether nothing was rounded in any of these numbers, so that `=` may stand before them. */
export const allExact = (scene: Scene, refs: readonly string[]): boolean =>
  refs.every((ref) => scene.show(ref)?.exact === true);

/** A number slot: every number on the page is one. Its text is the number and nothing else. */
export function numberSlot(scene: Scene, ref: string, digits?: number): TemplateResult {
  const { text, shown, failure, changed, title } = numberState(scene, ref, digits);
  return html`<span
    class="number ${failure ? 'failed' : ''}"
    data-number=${ref}
    ?data-provisional=${!failure && (!shown || shown.provisional)}
    ?data-changed=${changed}
    title=${title}
    >${withPower(text)}</span
  >`;
}

/** Few book faces have all raised digits; mixed from two faces an exponent is hard to read. */
function withPower(text: string): unknown {
  const at = text.search(/[⁻⁰¹²³⁴-⁹]/);
  return at < 0 ? text : html`${text.slice(0, at)}<span class="power">${text.slice(at)}</span>`;
}
