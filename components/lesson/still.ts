import { html, nothing, type TemplateResult } from 'lit';
import '../bp-formula.js';
import { phraseHtml, questionOf } from '../derivation/phrase.js';
import { stillLines } from '../derivation/still-lines.js';
import { lineOf } from '../formula/line-of.js';
import '../bp-network.js';
import '../bp-prose.js';
import type { Scene } from '../scene.js';

/**
 * A step in full with nothing to press: to be read, printed, or set in the midst of a sentence.
 * @param shown the parts to show; `formula` is the step's line alone
 */
export function still(scene: Scene, shown: ReadonlySet<string>, isStatic: boolean): TemplateResult {
  return shown.has('formula') ? formula(scene, isStatic) : sheet(scene, shown);
}

function formula(scene: Scene, isStatic: boolean): TemplateResult {
  const line = lineOf(scene, '');
  return html`<bp-formula
    ?still=${isStatic}
    .tex=${line?.tex ?? ''}
    .terms=${line?.terms ?? []}
    .provisional=${line?.provisional ?? []}
    .changed=${line?.changed ?? []}
  ></bp-formula>`;
}

function sheet(scene: Scene, shown: ReadonlySet<string>): TemplateResult {
  const { step, trace } = scene;
  const lines = stillLines(scene, step);
  const row = (tex: string, terms: readonly string[]): TemplateResult =>
    html`<bp-formula display still .tex=${tex} .terms=${terms} .provisional=${unproven(scene, terms)}></bp-formula>`;
  return html`<div class="still">
    ${
      shown.has('derivation')
        ? html`<p class="question">${phraseHtml(questionOf(step, trace))}</p>
            ${lines.symbolic.map(({ tex, terms }, i) => row(`${i === 0 ? lines.left : ''} = ${tex}`, terms))}
            ${lines.numbers ? row(lines.numbers.tex, lines.numbers.terms) : nothing}
            ${row(`${lines.symbolic.length || lines.numbers ? '' : lines.left} ${lines.result}`, [step.result])}`
        : nothing
    }
    ${shown.has('diagram') ? html`<div .inert=${true}><bp-network .scene=${scene}></bp-network></div>` : nothing}
    ${shown.has('prose') ? html`<bp-prose still .scene=${scene}></bp-prose>` : nothing}
  </div>`;
}

const unproven = (scene: Scene, refs: readonly string[]): readonly string[] =>
  refs.filter((ref) => scene.show(ref)?.provisional ?? true);
