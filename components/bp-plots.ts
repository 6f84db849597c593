import { css, html, type TemplateResult } from 'lit';
import type { Plot } from '../src/index.js';
import { define } from './define.js';
import './plots/bp-paths.js';
import './plots/bp-series.js';
import { SceneElement } from './scene-element.js';
import type { Scene } from './scene.js';
import { base } from './styles/base.js';
import { tokens } from './styles/tokens.js';
import { words } from './words.js';

/**
 * @summary The pictures that a lesson asks for: a quantity at every step, or the ways of training through the loss.
 * @fires bp-step - A point or a number was opened: its step is asked for.
 * @fires bp-value - Someone chose another number of steps.
 * @fires bp-convention - Someone made another choice.
 * @fires bp-iteration - Someone asked to stand at another iteration.
 * @cssprop --bp-line - The grid.
 */
export class BpPlots extends SceneElement {
  static override styles = [
    tokens,
    base,
    css`
      section + section {
        margin-top: 2.5em;
        padding-top: 1.5em;
        border-top: 1px solid var(--_line);
      }
    `,
  ];

  protected override render(): TemplateResult {
    const { scene } = this;
    if (!scene) return this.absent();
    const { plots = [] } = scene.state.lesson;
    return html`${plots.map(
      (plot, i) =>
        html`<section aria-labelledby="title-${i}">
          <h2 id="title-${i}">${plot.title}</h2>
          ${drawn(plot, scene)}
        </section>`,
    )}${plots.length ? '' : html`<p>${words.plots.noPlots}</p>`}`;
  }
}

const drawn = (plot: Plot, scene: Scene): TemplateResult =>
  plot.kind === 'series'
    ? html`<bp-series .scene=${scene} .plot=${plot}></bp-series>`
    : html`<bp-paths .scene=${scene} .plot=${plot}></bp-paths>`;

define('bp-plots', BpPlots);

declare global {
  interface HTMLElementTagNameMap {
    'bp-plots': BpPlots;
  }
}
