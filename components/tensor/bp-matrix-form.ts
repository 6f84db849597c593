import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import {
  namesIn,
  Reveal,
  type FactorRole,
  type Grid,
  type MatrixForm,
  type MatrixNode,
  type Step,
} from '../../src/index.js';
import '../bp-formula.js';
import { define } from '../define.js';
import { plainName, spoken } from '../formula-text.js';
import type { Scene } from '../scene.js';
import { base } from '../styles/base.js';
import { tokens } from '../styles/tokens.js';
import { words } from '../words.js';
import './bp-cells.js';
import type { Cells } from './bp-cells.js';
import { gridTex, inlineTex, inRow, matrixTex } from './matrix-tex.js';
import { matrixStyles } from './matrix-styles.js';
import { asRow, gridsIn, hasFormula, isNumber, sizeOf } from './node-shape.js';
import { countsSamples } from './samples.js';

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
    const { tex, terms } = matrixTex(form, {
      loss: scene.setup.loss,
      roleOf: this.#roleOf,
      over: this.#over,
    });
    return html`<div class="form" data-reveal=${scene.state.reveal}>
      <div class="symbolic" role="group" aria-label=${words.tensor.formula}>
        <bp-formula display .tex=${tex} .terms=${terms} .lit=${this.lit} .describe=${this.#describe}></bp-formula>
      </div>
      <div class="filled" role="group" aria-label=${words.tensor.filled}>
        ${hasFormula(form.right) ? this.#listed() : this.#pieces(form.right)}
        ${joined(html`<span class="sign">${this.#sign([form.result])}</span>`, this.#matrix(form.result, { isResult: true }))}
      </div>
    </div>`;
  }

  /** What goes into a formula that has no matrices of its own to fill. */
  #listed(): TemplateResult[] {
    const { scene, form } = this;
    return gridsIn(form.right).map((grid) =>
      joined(
        html`<span class="sign"
          ><bp-formula
            .tex=${`${inlineTex(grid.ref, scene.setup.loss)} ${this.#sign([grid]) === '=' ? '=' : '\\approx'}`}
          ></bp-formula
        ></span>`,
        this.#matrix(grid, { unnamed: true }),
      ),
    );
  }

  /** Each matrix together with the sign before it, so that a line begins with a sign. */
  #pieces(node: MatrixNode): TemplateResult[] {
    const pieces: TemplateResult[] = [];
    let before: unknown[] = [sign(this.#sign(gridsIn(node)))];
    const put = (thing: TemplateResult): void => {
      pieces.push(joined(before, thing));
      before = [];
    };
    const all = (nodes: readonly MatrixNode[], between: () => unknown, needsParentheses: boolean): void =>
      nodes.forEach((each, i) => {
        if (i) before.push(between());
        visit(each, {
          beside: sizeOf(node),
          closed: needsParentheses && (each.kind === 'sum' || each.kind === 'difference'),
        });
      });
    const visit = (each: MatrixNode, around: Around): void => {
      if (around.closed) before.push(sign('('));
      switch (each.kind) {
        case 'grid':
          put(this.#matrix(each.grid, around));
          break;
        case 'transpose':
          if (each.of.kind === 'grid') put(this.#matrix(each.of.grid, { ...around, transposed: true }));
          else {
            visit(each.of, { closed: true });
            pieces.push(sign('ᵀ'));
          }
          break;
        case 'product':
          each.factors.forEach((factor, i) => {
            const last = each.factors[i - 1];
            if (last && (isNumber(last) || isNumber(factor))) before.push(sign('·', words.tensor.signs.times));
            else if (last) before.push(spokenOnly(words.tensor.signs.times));
            visit(factor, { closed: factor.kind === 'sum' || factor.kind === 'difference' });
          });
          break;
        case 'hadamard':
          all(each.factors, () => sign('⊙', words.tensor.signs.elementwise), true);
          break;
        case 'sum':
          all(each.terms, () => sign('+', words.tensor.signs.plus), false);
          break;
        case 'difference':
          all(each.terms, () => sign('−', words.tensor.signs.minus), true);
          break;
        case 'over-samples':
          before.push(this.#sumSign(each.over));
          visit(each.of, { closed: each.of.kind === 'sum' || each.of.kind === 'difference' });
          break;
        case 'formula':
          break;
      }
      if (around.closed) pieces.push(sign(')'));
    };
    visit(node, {});
    return pieces;
  }

  #sumSign(over: 'rows' | 'columns' | 'all'): TemplateResult {
    const what = this.#over(over);
    return html`<span class="sign sum"
      ><span aria-hidden="true">∑<small>${what}</small></span
      >${spokenOnly(words.tensor.signs.over(what))}</span
    >`;
  }

  /** One matrix with its name and shape under it, the numbers that make the current one marked. */
  #matrix(grid: Grid, { beside, transposed, isResult, unnamed }: Around & Look): TemplateResult {
    const { scene } = this;
    const { loss } = scene.setup;
    const role = this.#roleOf(grid);
    const turned = transposed || (beside && asRow(grid, beside));
    const cells = turned ? columnsOf(grid.cells) : grid.cells;
    const sizes = [cells.length, cells[0]!.length];
    const plain = spoken(plainName(grid.row === undefined ? grid.ref : inRow(grid.ref, grid.row), loss));
    const name = transposed ? words.tensor.transposed(plain) : plain;
    const { reveal } = scene.state;
    const numbers = html`<bp-cells
      label=${isNumber({ kind: 'grid', grid }) ? name : words.tensor.inShape(name, words.tensor.by(sizes))}
      current=${isResult ? scene.step.result : ''}
      kind=${role ?? 'plain'}
      .most=${8}
      ?bare=${grid.shape.length === 0}
      ?waits=${reveal < (isResult ? Reveal.result : Reveal.numbers)}
      .scene=${scene}
      .cells=${cells}
      .made=${isResult ? nobody : this.#madeOf()}
      .lit=${this.lit.includes(grid.ref) ? [...this.lit, ...grid.cells.flat()] : this.lit}
    ></bp-cells>`;
    const { tex } = gridTex(grid, loss);
    const symbol = inlineTex(grid.row === undefined ? grid.ref : inRow(grid.ref, grid.row), loss);
    const own = tex.startsWith('\\frac') && transposed ? `(${symbol})` : symbol;
    const note = this.#noteOn(grid, Boolean(turned && !transposed));
    return html`<span class="matrix ${role ?? ''}"
      >${numbers}<span class="caption" aria-hidden="true"
        >${unnamed ? nothing : html`<bp-formula .tex=${transposed ? `${own}^{\\top}` : own}></bp-formula>`}
        ${grid.shape.length ? html`<span class="shape">${sizes.join('×')}</span>` : nothing}
        ${note ? html`<span class="note">${note}</span>` : nothing}</span
      ></span
    >`;
  }

  /** Where a matrix is not a tensor just as it stands: a row of it, or its numbers written out several times. */
  #noteOn(grid: Grid, servesEveryRow: boolean): string | undefined {
    if (grid.row !== undefined) return words.tensor.sample(grid.row);
    if (servesEveryRow) return words.tensor.onEveryRow;
    const refs = grid.cells.flat();
    return new Set(refs).size < refs.length && !refs.includes(undefined) ? words.tensor.repeated : undefined;
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

  readonly #roleOf = ({ ref }: Grid): FactorRole | undefined => {
    if (this.scene.step.phase !== 'backward' || ref === this.form.result.ref) return undefined;
    return ref.startsWith('backward/') ? 'upstream' : ref.startsWith('local/') ? 'local' : 'input';
  };

  /** What a sum goes over: rows that are samples are called so. */
  readonly #over = (over: 'rows' | 'columns' | 'all'): string => {
    const [grid] = gridsIn(this.form.right);
    const tensor = grid?.ref.split('/')[1] ?? grid?.ref ?? '';
    return words.tensor.over[over === 'rows' && countsSamples(this.scene.trace, tensor) ? 'samples' : over];
  };

  /** = where nothing was rounded. */
  #sign(grids: readonly Grid[]): '=' | '≈' {
    const isExact = (ref: string | undefined): boolean => ref === undefined || this.scene.show(ref)?.exact === true;
    return grids.every(({ cells }) => cells.every((row) => row.every(isExact))) ? '=' : '≈';
  }

  readonly #describe = (ref: string): string => plainName(ref, this.scene.setup.loss);
}

interface Around {
  /** What it is added to or multiplied with, element by element. */
  readonly beside?: readonly [rows: number, columns: number];
  /** It stands in parentheses. */
  readonly closed?: boolean;
}

interface Look {
  readonly transposed?: boolean;
  readonly isResult?: boolean;
  /** Its name stands before it already. */
  readonly unnamed?: boolean;
}

const nobody: ReadonlySet<string> = new Set();

const columnsOf = (cells: Cells): Cells => cells[0]!.map((_, column) => cells.map((row) => row[column]));

const joined = (before: unknown, thing: TemplateResult): TemplateResult =>
  html`<span class="joined"><span class="before">${before}</span>${thing}</span>`;

/** A sign as it is seen, and what is read aloud for it. */
const sign = (text: string, said?: string): TemplateResult =>
  html`<span class="sign"
    ><span aria-hidden=${said ? 'true' : 'false'}>${text}</span>${said ? spokenOnly(said) : nothing}</span
  >`;

const spokenOnly = (text: string): TemplateResult => html`<span class="visually-hidden">${text}</span>`;

define('bp-matrix-form', BpMatrixForm);

declare global {
  interface HTMLElementTagNameMap {
    'bp-matrix-form': BpMatrixForm;
  }
}
