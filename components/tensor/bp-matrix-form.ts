import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { namesIn, Reveal, type FactorRole, type Grid, type MatrixForm, type Step } from '../../src/index.js';
import '../bp-formula.js';
import { define } from '../define.js';
import { plainName, spoken } from '../formula-text.js';
import { allExact } from '../number/number-text.js';
import type { Scene } from '../scene.js';
import { base } from '../styles/base.js';
import { tokens } from '../styles/tokens.js';
import { words } from '../words.js';
import './bp-cells.js';
import { inlineTex, inRow, matrixTex } from './matrix-tex.js';
import { matrixStyles } from './matrix-styles.js';
import { noteOn } from './note-on.js';
import { gridsIn, hasFormula, refsIn } from './node-shape.js';
import { piecesOf, type Part, type Piece, type Sign, type Sum } from './pieces.js';
import { axisOf } from './samples.js';

/**
 * @summary A step over a whole tensor as a formula over matrices: in symbols, then with every number in its place.
 */
export class BpMatrixForm extends LitElement {
  static override styles = [tokens, base, matrixStyles];

  @property({ attribute: false }) scene!: Scene;
  @property({ attribute: false }) form!: MatrixForm;
  @property({ attribute: false }) lit: readonly string[] = [];
  #made: { readonly step: Step; readonly refs: ReadonlySet<string> } | undefined;

  protected override render(): TemplateResult {
    const { scene, form } = this;
    const { loss } = scene.setup;
    const letters = scene.setup.program.tensors?.get(form.result.ref)?.written?.indices;
    const { tex, terms } = matrixTex(form, { loss, roleOf: this.#roleOf, over: this.#over }, letters);
    const isFormula = hasFormula(form.right);
    return html`<div class="form" data-reveal=${scene.state.reveal}>
      <div class="symbolic" role="group" aria-label=${words.tensor.formula}>
        <bp-formula display .tex=${tex} .terms=${terms} .lit=${this.lit} .describe=${this.#describe}></bp-formula>
      </div>
      <div class="filled ${isFormula ? 'listed' : ''}" role="group" aria-label=${words.tensor.filled}>
        ${isFormula ? this.#listed() : this.#equation()}
      </div>
    </div>`;
  }

  #equation(): TemplateResult[] {
    const { result, right } = this.form;
    const row = result.cells.findIndex((cells) => cells.includes(this.scene.step.result));
    const at: Part = row < 0 ? {} : { row, column: result.cells[row]!.indexOf(this.scene.step.result) };
    const pieces = piecesOf(right, at).map((piece, i) =>
      this.#piece(piece, html`${i ? nothing : sign(this.#relation(gridsIn(right)))}${piece.before.map(this.#sign)}`),
    );
    return [...pieces, this.#piece(asItIs(result), sign(this.#relation([result])))];
  }

  /** A formula with functions or letters: what goes into it, and what comes out, each with its name. */
  #listed(): TemplateResult[] {
    const { result, right } = this.form;
    const named = (grid: Grid): TemplateResult => {
      const tex = `${inlineTex(grid.ref, this.scene.setup.loss)} ${this.#relation([grid]) === '=' ? '=' : '\\approx'}`;
      return this.#piece(asItIs(grid), html`<bp-formula class="sign" .tex=${tex}></bp-formula>`, true);
    };
    return [...gridsIn(right), result].map(named);
  }

  /** One matrix between its signs, its name and shape under it, the numbers that make the current one marked. */
  #piece(piece: Piece, before: TemplateResult, isNamed = false): TemplateResult {
    const { scene } = this;
    const { grid, cells, turned, after } = piece;
    const ref = grid.row === undefined ? grid.ref : inRow(grid.ref, grid.row);
    const isResult = grid === this.form.result;
    const plain = spoken(plainName(ref, scene.setup.loss));
    const name = turned === 'transposed' ? words.tensor.transposed(plain) : plain;
    const sizes = [cells.length, cells[0]!.length];
    const role = this.#roleOf(grid);
    const tex = inlineTex(ref, scene.setup.loss);
    const transposed = `${/[/^]/.test(tex) ? `(${tex})` : tex}^{\\top}`;
    const note = noteOn(piece);
    return html`<span class="joined ${role ?? ''}"
      ><span class="before">${before}</span
      ><bp-cells
        label=${grid.shape.length ? words.tensor.inShape(name, words.tensor.by(sizes)) : name}
        current=${isResult ? scene.step.result : ''}
        kind=${role ?? 'plain'}
        .most=${8}
        ?bare=${grid.shape.length === 0}
        ?waits=${scene.state.reveal < (isResult ? Reveal.result : Reveal.numbers)}
        .scene=${scene}
        .cells=${cells}
        .made=${isResult ? nowhere : this.#madeIn(piece)}
        .lit=${this.lit.includes(grid.ref) ? [...this.lit, ...cells.flat().filter((each) => each !== undefined)] : this.lit}
      ></bp-cells>
      ${after.length ? html`<span class="after">${after.map(this.#sign)}</span>` : nothing}
      <span class="caption" aria-hidden="true"
        >${isNamed ? nothing : html`<bp-formula .tex=${turned === 'transposed' ? transposed : tex}></bp-formula>`}
        ${grid.shape.length ? html`<span class="shape">${sizes.join('×')}</span>` : nothing}
        ${note ? html`<span class="note">${note}</span>` : nothing}</span
      ></span
    >`;
  }

  /** Where the current number comes from: what its own formula uses, in the row or column that belongs to it. */
  #madeIn({ cells, part }: Piece): ReadonlySet<string> {
    const refs = this.#madeOf();
    const isPart = part.row !== undefined || part.column !== undefined;
    const places = cells.flatMap((cells, row) =>
      cells.flatMap((ref, column) => {
        const isThere = (part.row ?? row) === row && (part.column ?? column) === column;
        return isThere && (ref === undefined ? isPart : refs.has(ref)) ? [`${row},${column}`] : [];
      }),
    );
    return new Set(places);
  }

  /** The numbers in the current number's own formula, and what its factors stand for. */
  #madeOf(): ReadonlySet<string> {
    const { step } = this.scene;
    if (this.#made?.step !== step) {
      const factors = step.paths.flatMap(({ local }) => local);
      const names = factors.flatMap(({ ref, meaning }) => [ref, ...namesIn(meaning)]);
      this.#made = { step, refs: new Set([...namesIn(step.formula), ...names]) };
    }
    return this.#made.refs;
  }

  readonly #roleOf = (grid: Grid): FactorRole | undefined => {
    if (this.scene.step.phase !== 'backward' || grid === this.form.result) return undefined;
    return grid.ref.startsWith('backward/') ? 'upstream' : grid.ref.startsWith('local/') ? 'local' : 'input';
  };

  readonly #over = (sum: Sum): string => axisOf(sum, this.scene.trace);

  readonly #sign = (each: Sign): TemplateResult => {
    if (typeof each === 'object') {
      const what = this.#over(each);
      return html`<span class="sign sum"
        ><span aria-hidden="true">∑<small>${what}</small></span
        >${spokenOnly(words.tensor.sumOver(what))}</span
      >`;
    }
    return each === 'beside' ? spokenOnly(words.tensor.signs['·']) : sign(each, words.tensor.signs[each]);
  };

  /** = where nothing was rounded. */
  #relation(grids: readonly Grid[]): '=' | '≈' {
    return allExact(this.scene, grids.flatMap(refsIn)) ? '=' : '≈';
  }

  readonly #describe = (ref: string): string => plainName(ref, this.scene.setup.loss);
}

const nowhere: ReadonlySet<string> = new Set();

const asItIs = (grid: Grid): Piece => ({ before: [], grid, cells: grid.cells, part: {}, after: [] });

/** A sign as it is seen, and what is read aloud for it. */
const sign = (text: string, said?: string): TemplateResult =>
  said
    ? html`<span class="sign"><span aria-hidden="true">${text}</span>${spokenOnly(said)}</span>`
    : html`<span class="sign">${text}</span>`;

const spokenOnly = (text: string): TemplateResult => html`<span class="visually-hidden">${text}</span>`;

define('bp-matrix-form', BpMatrixForm);

declare global {
  interface HTMLElementTagNameMap {
    'bp-matrix-form': BpMatrixForm;
  }
}
