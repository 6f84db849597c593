import { html, nothing, type TemplateResult } from 'lit';
import '../bp-gradients.js';
import '../bp-loss-curve.js';
import '../bp-program.js';
import '../bp-published.js';
import '../bp-values.js';
import type { Scene } from '../scene.js';
import { words } from '../words.js';
import { LazyPart } from './lazy-part.js';

/** Few lessons ask for plots, and those bring a library for level lines. */
const plotsPart = new LazyPart(() => import('../bp-plots.js'));

/** What stands under the fold: plots, given numbers, gradients, the source's numbers, training, the program. */
export function tables(scene: Scene, shown: ReadonlySet<string>): TemplateResult {
  const card = (name: string, content: TemplateResult): TemplateResult | typeof nothing =>
    shown.has(name) ? html`<section class="card">${content}</section>` : nothing;
  return html`
    <aside class="tables" aria-label=${words.lesson.panels}>
      ${shown.has('plots') && scene.state.lesson.plots ? plots(scene) : nothing}
      ${card('values', html`<bp-values .scene=${scene}></bp-values>`)}
      ${card('gradients', html`<bp-gradients .scene=${scene}></bp-gradients>`)}
      ${
        shown.has('published') && scene.state.lesson.published.length
          ? html`<section class="card wide"><bp-published .scene=${scene}></bp-published></section>`
          : nothing
      }
      ${card('training', html`<bp-loss-curve .scene=${scene} .run=${scene.run.training}></bp-loss-curve>`)}
      ${card('program', html`<bp-program .scene=${scene}></bp-program>`)}
    </aside>
  `;
}

function plots(scene: Scene): TemplateResult {
  const { failed } = plotsPart.want(() => undefined);
  return html`<section class="card wide">
    <bp-plots .scene=${scene}>${failed ? words.lesson.partFailed : nothing}</bp-plots>
  </section>`;
}
