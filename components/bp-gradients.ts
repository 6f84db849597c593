import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import { classMap } from 'lit/directives/class-map.js';
import './bp-number.js';
import { gradientOf, updateOf } from '../src/index.js';
import { define } from './define.js';
import { SelectEvent, StepEvent } from './events/index.js';
import { plainName } from './formula-text.js';
import { gradientRows, selectionOf, type GradientRow, type Reached } from './gradients/rows.js';
import { styles } from './gradients/styles.js';
import { numberStyles } from './number/number-styles.js';
import { numberSlot } from './number/number-text.js';
import { SceneElement } from './scene-element.js';
import type { Scene } from './scene.js';
import { base } from './styles/base.js';
import { tokens } from './styles/tokens.js';
import { words } from './words.js';

const say = words.gradients;

/**
 * @summary Every parameter with its value, its gradient as soon as the walk has reached it, and its next value after the update.
 * @fires bp-step - A row was pressed: the step of its gradient is asked for.
 * @fires bp-select - A row is pointed at or focused; its variable lights up elsewhere.
 * @cssprop --bp-line - The lines between rows.
 */
export class BpGradients extends SceneElement {
  static override styles = [tokens, base, numberStyles, styles];

  /** Show intermediate variables and inputs, too. */
  @state() private everything = false;

  protected override render() {
    const { scene } = this;
    if (!scene) return this.absent();
    const rows = gradientRows(scene, this.everything);
    return html`<h2 id="title">${say.title}</h2>
      <table role="table" aria-labelledby="title">
        <thead role="rowgroup" class=${rows.every(({ elements }) => elements) ? 'visually-hidden' : ''}>
          <tr role="row">
            ${[this.everything ? say.variable : say.parameter, say.value, say.gradient, say.next].map(
              (title) => html`<th scope="col" role="columnheader">${title}</th>`,
            )}
          </tr>
        </thead>
        <tbody role="rowgroup">
          ${rows.map((row) => (row.elements ? this.#tensor(row, scene) : this.#row(row, scene)))}
        </tbody>
      </table>
      <label class="others">
        <input type="checkbox" .checked=${this.everything} @change=${() => (this.everything = !this.everything)} />
        ${say.everything}
      </label>`;
  }

  /** A row that lights up what it is about while it is pointed at or focused. */
  #tr(row: GradientRow, cells: TemplateResult): TemplateResult {
    const select = (refs: readonly string[]) => () => this.dispatchEvent(new SelectEvent(refs));
    return html`<tr
      role="row"
      class=${classMap({ tensor: row.shape !== undefined, current: row.current, later: row.reached !== 'reached' })}
      aria-current=${ifDefined(row.current ? 'step' : undefined)}
      @pointerenter=${select(selectionOf(row))}
      @pointerleave=${select([])}
      @focusin=${select(selectionOf(row))}
      @focusout=${select([])}
    >
      ${cells}
    </tr>`;
  }

  #row(row: GradientRow, scene: Scene): TemplateResult {
    const name = plainName(row.name);
    const gradient = plainName(row.gradient, scene.setup.loss);
    const open = () => this.dispatchEvent(new StepEvent(row.gradient));
    const cells = html` <th scope="row" role="rowheader">
        <button class="link" title=${gradient} @click=${open}>
          ${name}<span class="visually-hidden">, ${say.open(gradient)}</span>
        </button>
      </th>
      <td role="cell" class="value">
        <span class="name" aria-hidden="true">${say.value}</span>${numberSlot(scene, row.name)}
      </td>
      <td role="cell" class="gradient" @click=${open}>
        <span class="name" aria-hidden="true">${say.gradient}</span
        >${row.reached === 'reached' ? numberSlot(scene, row.gradient) : soft(wait(row.reached))}
      </td>
      ${next(row, scene)}`;
    return this.#tr(row, cells);
  }

  /** A vector or matrix: what is known of it by now, each as a grid of its elements. */
  #tensor(row: GradientRow, scene: Scene): TemplateResult {
    const gradient = plainName(row.gradient, scene.setup.loss);
    const { update } = row;
    const isUpdated = typeof update === 'object' && update.reached === 'reached';
    const cells = html` <th scope="row" role="rowheader">
        <button class="link" title=${gradient} @click=${() => this.dispatchEvent(new StepEvent(row.gradient))}>
          ${plainName(row.name)}<span class="visually-hidden">, ${say.open(gradient)}</span>
        </button>
        <span class="shape">${row.shape!.join(' × ')}</span>
      </th>
      <td role="cell" colspan="3">
        <div class="scroll" tabindex="0" role="group" aria-label=${say.numbersOf(plainName(row.name))}>
          <dl>
            ${this.#grid(say.value, row, scene, (name) => name)}
            ${
              row.reached === 'reached'
                ? this.#grid(say.gradient, row, scene, gradientOf)
                : html`<div>
                    <dt>${say.gradient}</dt>
                    <dd>${soft(wait(row.reached))}</dd>
                  </div>`
            }
            ${
              isUpdated
                ? this.#grid(say.next, row, scene, updateOf)
                : row.reached === 'reached' && update
                  ? html`<div>
                      <dt>${say.next}</dt>
                      <dd>${nextValue(row, scene)}</dd>
                    </div>`
                  : nothing
            }
          </dl>
        </div>
      </td>`;
    return this.#tr(row, cells);
  }

  #grid(title: string, { elements }: GradientRow, scene: Scene, refOf: (name: string) => string): TemplateResult {
    const opens = (ref: string) => () => this.dispatchEvent(new StepEvent(ref));
    return html`<div>
      <dt>${title}</dt>
      <dd>
        <div class="matrix">
          ${elements!.map(
            (row) =>
              html`<div>
                ${row.map((name) =>
                  name === undefined
                    ? html`<span class="left-out">⋯</span>`
                    : html`<span class=${scene.step.result === refOf(name) ? 'here' : ''} @click=${opens(refOf(name))}
                        >${numberSlot(scene, refOf(name))}</span
                      >`,
                )}
              </div>`,
          )}
        </div>
      </dd>
    </div>`;
  }
}

const wait = (reached: Exclude<Reached, 'reached'>): string =>
  ({ now: say.now, next: say.upNext, later: say.notYet })[reached];

function next(row: GradientRow, scene: Scene): TemplateResult {
  const content = nextValue(row, scene);
  return content === undefined
    ? html`<td role="cell" class="empty"></td>`
    : html`<td role="cell" class="next"><span class="name" aria-hidden="true">${say.next}</span>${content}</td>`;
}

function nextValue({ update, reached }: GradientRow, scene: Scene): TemplateResult | undefined {
  if (!update) return undefined;
  if (update === 'frozen') return soft(say.frozen);
  if (update.reached === 'reached') return html`<bp-number .scene=${scene} of=${update.ref}></bp-number>`;
  if (update.reached === 'now') return soft(say.now);
  return reached === 'reached' ? soft(say.afterUpdate) : undefined;
}

const soft = (text: string): TemplateResult => html`<span class="soft">${text}</span>`;

define('bp-gradients', BpGradients);

declare global {
  interface HTMLElementTagNameMap {
    'bp-gradients': BpGradients;
  }
}
