import { html, nothing, type TemplateResult } from 'lit';
import type { Factor, Step } from '../../src/index.js';
import { SelectEvent, StepEvent } from '../events/index.js';
import { plainName } from '../formula-text.js';
import { numberSlot, numberState } from '../number/number-text.js';
import type { Scene } from '../scene.js';
import { words } from '../words.js';
import { factorLabel } from './factor-label.js';

/** What chips need of the element they stand in. */
interface Host extends EventTarget {
  readonly scene: Scene;
  readonly lit: readonly string[];
}

/** The factors of a product as numbers, each with its role and a plain name, joined by ×. */
export function chips(host: Host, factors: readonly Factor[]): TemplateResult[] {
  return factors.map((factor, i) => {
    const after = i < factors.length - 1 ? html`<span class="sign" aria-hidden="true">×</span>` : nothing;
    return html`<span class="joined"><span class="slot numbers blank">${chip(host, factor)}</span>${after}</span>`;
  });
}

function chip(host: Host, factor: Factor): TemplateResult {
  const { scene } = host;
  const { ref, role } = factor;
  return html`<button
    type="button"
    class="chip ${role} ${host.lit.includes(ref) ? 'lit' : ''}"
    @click=${() => host.dispatchEvent(new StepEvent(ref))}
    @pointerenter=${() => host.dispatchEvent(new SelectEvent([ref]))}
    @pointerleave=${() => host.dispatchEvent(new SelectEvent([]))}
    @focus=${() => host.dispatchEvent(new SelectEvent([ref]))}
    @blur=${() => host.dispatchEvent(new SelectEvent([]))}
  >
    <span class="value">${signed(scene, ref)}</span
    ><span class="label">${factorLabel(factor, scene.trace, scene.state.lesson)}</span>
  </button>`;
}

/** A negative factor stands in parentheses, outside the number itself. */
function signed(scene: Scene, ref: string): TemplateResult {
  const negative = scene.show(ref)?.plain.startsWith('-');
  return negative ? html`(${numberSlot(scene, ref)})` : numberSlot(scene, ref);
}

/** What one path adds: its term, or (in the sum) the same with parentheses where it is negative. */
export function shareOf(host: Host, ref: string, inSum = false): TemplateResult {
  const { scene } = host;
  const number = inSum ? signed(scene, ref) : numberSlot(scene, ref);
  return html`<span class="share"
    >${inSum ? nothing : html`<span class="sign result">${relation(scene, ref)}</span>`}<span class="result blank"
      ><button
        type="button"
        class="link"
        title=${words.derivation.open(plainName(ref, scene.setup.loss))}
        @click=${() => host.dispatchEvent(new StepEvent(ref))}
        @pointerenter=${() => host.dispatchEvent(new SelectEvent([ref]))}
        @pointerleave=${() => host.dispatchEvent(new SelectEvent([]))}
        @focus=${() => host.dispatchEvent(new SelectEvent([ref]))}
        @blur=${() => host.dispatchEvent(new SelectEvent([]))}
      >
        ${number}
      </button></span
    ></span
  >`;
}

/** What the step comes to, kept together with its sign when the line breaks. */
export function resultOf(scene: Scene, { result }: Step): TemplateResult {
  return html`<span class="answer" part="result"
    ><span class="sign result">${relation(scene, result)}</span
    ><strong class="result blank">${numberSlot(scene, result)}</strong></span
  >`;
}

/** = where nothing was rounded, otherwise ≈; nothing where there is no value. */
export function relation(scene: Scene, ref: string): string {
  const { shown, failure } = numberState(scene, ref);
  return failure ? '' : shown?.exact ? '=' : '≈';
}
