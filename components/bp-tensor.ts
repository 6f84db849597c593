import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { elementName, Reveal, type MatrixForm, type Step } from '../src/index.js';
import { matrixFormOf } from '../src/tensor-views.js';
import './bp-formula.js';
import { define } from './define.js';
import { DisplayEvent } from './events/index.js';
import { plainName, spoken } from './formula-text.js';
import { SceneElement } from './scene-element.js';
import type { Scene } from './scene.js';
import { base } from './styles/base.js';
import { tokens } from './styles/tokens.js';
import './tensor/bp-claims.js';
import './tensor/bp-cells.js';
import type { Cells, Heads } from './tensor/bp-cells.js';
import './tensor/bp-matrix-form.js';
import { inlineTex } from './tensor/matrix-tex.js';
import { countsSamples } from './tensor/samples.js';
import { tensorStyles } from './tensor/tensor-styles.js';
import { words } from './words.js';

/**
 * The vector or matrix that the current step is an element of: all its numbers, or the whole step as a formula over
 * matrices. And what is claimed of the current gradient in closed form.
 *
 * @summary The rest of a tensor's step: a table of its numbers, or the step as matrices, and its closed form.
 * @fires {DisplayEvent} bp-display - Someone switches between numbers and matrices.
 * @fires {StepEvent} bp-step - Someone opens a number.
 * @fires {SelectEvent} bp-select - Someone points at or focuses a number, or leaves it.
 */
export class BpTensor extends SceneElement {
  static override styles = [tokens, base, tensorStyles];

  /** References to highlight. */
  @property({ attribute: false }) lit: readonly string[] = [];
  /** What follows from the step alone, kept while numbers change. */
  #known: Known | undefined;
  #switched = false;

  protected override updated(changes: PropertyValues<this>): void {
    if (!this.#switched || changes.get('scene')?.state.form === this.scene?.state.form) return;
    this.#switched = false;
    // Matrices stand elsewhere than numbers.
    this.renderRoot.querySelector('header')?.scrollIntoView({ block: 'nearest' });
  }

  protected override render(): unknown {
    const { scene } = this;
    if (!scene) return this.absent();
    const { tensor, step, setup, state } = scene;
    const claims = step.kind === 'gradient' ? setup.program.claims?.get(step.result) : undefined;
    return html`${tensor ? html`<section>${this.#header(scene, tensor)} ${state.form === 'matrix' ? this.#matrices(scene, tensor) : this.#table(scene, tensor)}</section>` : nothing}
    ${claims ? html`<bp-claims .scene=${scene} .claims=${claims} .lit=${this.lit}></bp-claims>` : nothing}`;
  }

  #header(scene: Scene, tensor: Step): TemplateResult {
    const say = words.tensor;
    const shape = shapeOf(scene, tensor);
    const samples = countsSamples(scene.trace, tensor.target) && shape.length < 3;
    const what = [say.shape(shape), ...(samples ? [shape.length > 1 ? say.sampleInRow : say.sampleInNumber] : [])];
    const change = (form: 'scalar' | 'matrix'): void => {
      this.#switched = form !== scene.state.form;
      this.dispatchEvent(new DisplayEvent({ form }));
    };
    return html`<header>
      <h3><bp-formula .tex=${inlineTex(tensor.result, scene.setup.loss)}></bp-formula>, ${what.join(', ')}</h3>
      <div class="forms" role="group" aria-label=${say.form}>
        ${(['scalar', 'matrix'] as const).map(
          (form) =>
            html`<button type="button" aria-pressed=${form === scene.state.form} @click=${() => change(form)}>
              ${say.forms[form]}
            </button>`,
        )}
      </div>
    </header>`;
  }

  #table(scene: Scene, tensor: Step, hint: string = words.tensor.chooseNumber): TemplateResult {
    return html`<bp-cells
        label=${words.tensor.all(spoken(plainName(tensor.result, scene.setup.loss)))}
        current=${scene.step.result}
        ?waits=${!isReady(scene)}
        .scene=${scene}
        .cells=${this.#of(scene, tensor).cells}
        .heads=${headsOf(scene, tensor)}
        .lit=${this.lit}
      ></bp-cells>
      <p class="hint ${isReady(scene) ? '' : 'waits'}">${hint}</p>`;
  }

  #matrices(scene: Scene, tensor: Step): TemplateResult {
    const known = this.#of(scene, tensor);
    if (!('form' in known)) known.form = matrixFormOf(scene.trace, scene.step);
    if (!known.form) return this.#table(scene, tensor, words.tensor.noMatrices);
    return html`<bp-matrix-form .scene=${scene} .form=${known.form} .lit=${this.lit}></bp-matrix-form>
      <p class="hint ${isReady(scene) ? '' : 'waits'}">${words.tensor.chooseInMatrix}</p>`;
  }

  #of(scene: Scene, tensor: Step): Known {
    if (this.#known?.step !== scene.step) {
      const cells = this.#known?.step.within === scene.step.within ? this.#known?.cells : undefined;
      this.#known = { step: scene.step, cells: cells ?? cellsOf(scene, tensor) };
    }
    return this.#known;
  }
}

interface Known {
  readonly step: Step;
  readonly cells: Cells;
  /** Worked out when it is first shown. */
  form?: MatrixForm | undefined;
}

const isReady = ({ state }: Scene): boolean => state.reveal === Reveal.result;

const shapeOf = ({ setup }: Scene, { target }: Step): readonly number[] => setup.program.tensors!.get(target)!.shape;

/** The numbers of a tensor's step: rows and columns for a matrix, one column for a vector; further axes one after another. */
function cellsOf(scene: Scene, tensor: Step): Cells {
  const { target, result } = tensor;
  const refOf = (index: readonly number[]): string => result.slice(0, -target.length) + elementName(target, index);
  const shape = shapeOf(scene, tensor);
  const width = shape.length > 1 ? shape.at(-1)! : 1;
  return indicesOf(shape.length > 1 ? shape.slice(0, -1) : shape).map((row) =>
    Array.from({ length: width }, (_, column) => refOf(shape.length > 1 ? [...row, column + 1] : row)),
  );
}

/** Every index of a shape, from 1, the last axis fastest. */
function indicesOf([size, ...rest]: readonly number[]): readonly (readonly number[])[] {
  if (size === undefined) return [[]];
  const inner = indicesOf(rest);
  return Array.from({ length: size }, (_, i) => inner.map((each) => [i + 1, ...each])).flat();
}

function headsOf(scene: Scene, tensor: Step): Heads {
  const shape = shapeOf(scene, tensor);
  const isMatrix = shape.length > 1;
  const rows = shape.length > 2 ? indicesOf(shape.slice(0, -1)) : undefined;
  const samples = !rows && countsSamples(scene.trace, tensor.target);
  return {
    row: (at) => (rows ? rows[at - 1]!.join(',') : samples ? words.tensor.sample(at) : String(at)),
    column: String,
    columns: isMatrix,
  };
}

define('bp-tensor', BpTensor);

declare global {
  interface HTMLElementTagNameMap {
    'bp-tensor': BpTensor;
  }
}
