import { html, nothing, type TemplateResult } from 'lit';
import { checksOut, namesIn, type Failure, type Formula, type Step } from '../../src/index.js';
import { StepEvent } from '../events/index.js';
import { plainName } from '../formula-text.js';
import type { Scene } from '../scene.js';
import { factorLabel } from './factor-label.js';
import { words } from '../words.js';

/** Why a number is missing: what went wrong here, or where it went wrong first. */
export function failureNote(scene: Scene, ref: string): TemplateResult | typeof nothing {
  const failure = scene.numbers.failure(ref);
  if (!failure) return nothing;
  const sentence = failureSentence(scene, failure, ref);
  if (failure.ref === ref) return html`<p class="note error result">${sentence}</p>`;
  const open = (event: Event): unknown => event.currentTarget?.dispatchEvent(new StepEvent(failure.ref));
  const name = plainName(failure.ref, scene.setup.loss);
  return html`<p class="note error result">
    ${sentence} <button class="link" @click=${open}>${words.derivation.showFailure(name)}</button>
  </p>`;
}

/** The same as a sentence. */
export function failureSentence({ setup }: Scene, failure: Failure, ref: string): string {
  const derivation = words.derivation;
  const name = plainName(failure.ref, setup.loss);
  return failure.ref === ref
    ? derivation.noNumber(name, failure.message)
    : derivation.dependsOn(name) + failure.message;
}

/** A formula shown with numbers, and the reference of what it is said to come to. */
export interface ShownSum {
  readonly formula: Formula;
  readonly result: string;
}

/** Conventions used at a kink, and where the digits shown would not add up on a calculator. */
export function notes(scene: Scene, step: Step, sums: readonly ShownSum[]): TemplateResult | typeof nothing {
  const sentences = noteSentences(scene, step, sums);
  if (!sentences.length) return nothing;
  return html`<div class="result">${sentences.map((sentence) => html`<p class="note">${sentence}</p>`)}</div>`;
}

/** The same as sentences. */
export function noteSentences(scene: Scene, step: Step, sums: readonly ShownSum[]): readonly string[] {
  const rounded = !scene.state.paper && sums.some((sum) => !addsUp(scene, sum));
  return [
    ...scene.numbers.kinks(step.result),
    ...whyZero(scene, step),
    ...(rounded ? [words.derivation.unrounded] : []),
  ];
}

/** A gradient of exactly 0 has a factor that stops everything. */
function whyZero(scene: Scene, { result, paths }: Step): readonly string[] {
  const isZero = (ref: string): boolean => {
    const shown = scene.show(ref);
    return shown?.exact === true && Number(shown.plain) === 0;
  };
  if (paths.length !== 1 || paths[0]!.expanded.length < 2 || !isZero(result)) return [];
  const factor = paths[0]![scene.state.view].find(({ ref }) => isZero(ref));
  return factor ? [words.derivation.exactlyZero(factorLabel(factor, scene.trace, scene.state.lesson))] : [];
}

/** Whether someone who types the shown numbers into a calculator gets the shown result. */
function addsUp(scene: Scene, { formula, result }: ShownSum): boolean {
  const shown = scene.show(result);
  const names = namesIn(formula);
  if (!shown || !names.every((name) => scene.show(name))) return true;
  return checksOut(formula, (name) => scene.show(name)!.plain, shown.plain, scene.state.digits);
}
