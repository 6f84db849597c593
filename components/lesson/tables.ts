import { html, nothing, type TemplateResult } from 'lit';
import '../bp-gradients.js';
import '../bp-loss-curve.js';
import '../bp-program.js';
import '../bp-published.js';
import '../bp-values.js';
import type { Scene } from '../scene.js';
import { words } from '../words.js';

/** What stands under the fold: given numbers, gradients, the source's numbers, training, the program. */
export function tables(scene: Scene): TemplateResult {
  return html`
    <aside class="tables" aria-label=${words.lesson.panels}>
      <section class="card"><bp-values .scene=${scene}></bp-values></section>
      <section class="card"><bp-gradients .scene=${scene}></bp-gradients></section>
      ${
        scene.state.lesson.published.length
          ? html`<section class="card wide"><bp-published .scene=${scene}></bp-published></section>`
          : nothing
      }
      <section class="card"><bp-loss-curve .scene=${scene} .run=${scene.run.training}></bp-loss-curve></section>
      <section class="card"><bp-program .scene=${scene}></bp-program></section>
    </aside>
  `;
}
