import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { namesIn, plainNameOf, type Formula, type Step, type TypesetFormula } from '../../src/index.js';
import '../bp-formula.js';
import { define } from '../define.js';
import { SelectEvent, StepEvent } from '../events/index.js';
import { plainName } from '../formula-text.js';
import { numberStyles } from '../number/number-styles.js';
import { allExact, numberState } from '../number/number-text.js';
import type { Scene } from '../scene.js';
import { base } from '../styles/base.js';
import { tokens } from '../styles/tokens.js';
import { words } from '../words.js';
import { chips, resultOf, shareOf } from './chips.js';
import { chipStyles } from './chip-styles.js';
import { failureNote, notes } from './notes.js';
import { rowStyles } from './row-styles.js';
import { shownPaths, sumsIn } from './sums.js';
import { linesOf, typesetNumbers, type PathLines, type StepLines } from './typeset-step.js';
import { unitName } from './unit.js';

/**
 * The rows of one step: in symbols, in numbers, the result. The derivation keeps a few of these,
 * so that the neighbouring steps are laid out before they are asked for.
 *
 * @summary One step as mathematics, revealed by degrees.
 */
export class BpStepRows extends LitElement {
  static override styles = [tokens, base, numberStyles, chipStyles, rowStyles];

  @property({ attribute: false }) scene!: Scene;
  @property({ attribute: false }) step!: Step;
  @property({ attribute: false }) lit: readonly string[] = [];

  /** Of many paths some are left out, unless they are asked for. */
  @state() private all = false;
  #lines: StepLines | undefined;
  #linesFor: readonly unknown[] = [];

  protected override willUpdate(changes: PropertyValues<this>): void {
    if (changes.has('step') && changes.get('step')?.ref !== this.step.ref) this.all = false;
  }

  protected override render() {
    const { scene, step } = this;
    const lines = this.#typeset();
    const several = step.paths.length > 1;
    return html`<div class="rows" data-reveal=${scene.state.reveal}>
      <div class="equation">
        <div class="left symbolic">${this.#formula({ tex: lines.left, terms: [] })}</div>
        ${lines.lines.map((line) => this.#symbolic(line))}
        ${lines.substituted ? this.#substituted(lines.substituted) : nothing}
        ${lines.substituted || lines.paths.length ? nothing : this.#constant()}
      </div>
      ${
        several
          ? html`<ol class="paths">
                ${lines.paths.map((path, i) => [i === 2 ? this.#rest() : nothing, this.#path(path)])}
              </ol>
              ${this.#sum()}`
          : lines.paths.map(
              ({ factors }) => html`<div class="row factors">${chips(this, factors)}${this.#result()}</div>`,
            )
      }
      ${failureNote(scene, step.result)}${notes(scene, step, sumsIn(step, lines))}
    </div>`;
  }

  /** The structure of a step never changes, so its formulas keep their identity while numbers change. */
  #typeset(): StepLines {
    const { scene, step } = this;
    const from = [step, scene.trace, scene.state.view, this.all];
    if (!this.#lines || from.some((each, i) => each !== this.#linesFor[i])) {
      this.#lines = linesOf(step, scene.trace, scene.state.view, this.#shown());
      this.#linesFor = from;
    }
    return this.#lines;
  }

  #formula({ tex, terms }: TypesetFormula, marks?: Marks): TemplateResult {
    return html`<bp-formula
      display
      .tex=${tex}
      .terms=${terms}
      .lit=${this.lit}
      .provisional=${marks?.provisional ?? none}
      .changed=${marks?.changed ?? none}
      .describe=${this.#describe}
    ></bp-formula>`;
  }

  #symbolic({ tex, terms }: TypesetFormula): TemplateResult {
    return html`<div class="row symbolic blank" part="row">${this.#formula({ tex: `${equals}${tex}`, terms })}</div>`;
  }

  #substituted(formula: Formula): TemplateResult {
    const { tex, terms } = typesetNumbers(
      formula,
      (ref) => this.scene.show(ref),
      (ref) => numberState(this.scene, ref).text,
    );
    const names = namesIn(formula).map((ref) => ({ ref, ...numberState(this.scene, ref) }));
    const marks = {
      provisional: names
        .filter(({ shown, failure }) => !failure && (!shown || shown.provisional))
        .map(({ ref }) => ref),
      changed: names.filter(({ changed }) => changed).map(({ ref }) => ref),
    };
    const sign = allExact(this.scene, namesIn(formula)) ? equals : about;
    return html`<div class="row line" part="row">
      <span class="numbers blank">${this.#formula({ tex: `${sign}${tex}`, terms }, marks)}</span>${this.#result()}
    </div>`;
  }

  /** A derivative that is a constant or another number as it stands: there is nothing to substitute. */
  #constant(): TemplateResult {
    return html`<div class="row line" part="row">${this.#result()}</div>`;
  }

  #path({ path, factors, lines }: PathLines): TemplateResult {
    const unit = unitName(path.via, this.scene.trace);
    const name = plainNameOf(this.scene.state.lesson, path.ref) ?? words.derivation.through(unit);
    return html`<li class="path" part="row" value=${this.step.paths.indexOf(path) + 1}>
      <button
        class="link via symbolic"
        @click=${() => this.dispatchEvent(new StepEvent(path.ref))}
        @pointerenter=${() => this.dispatchEvent(new SelectEvent([path.ref]))}
        @pointerleave=${() => this.dispatchEvent(new SelectEvent([]))}
        @focus=${() => this.dispatchEvent(new SelectEvent([path.ref]))}
        @blur=${() => this.dispatchEvent(new SelectEvent([]))}
      >
        ${name}
      </button>
      ${lines.map((line) => this.#symbolic(line))}
      <div class="row factors">${chips(this, factors)}${factors.length > 1 ? shareOf(this, path.ref) : nothing}</div>
    </li>`;
  }

  #shown(): Step['paths'] {
    return this.all ? this.step.paths : shownPaths(this.step);
  }

  #rest(): TemplateResult | typeof nothing {
    const { length } = this.step.paths;
    if (this.#shown().length === length) return nothing;
    return html`<li class="rest">
      <button class="link" @click=${this.#showAll}>${words.derivation.allPaths(length)}</button>
    </li>`;
  }

  readonly #showAll = async (): Promise<void> => {
    this.all = true;
    await this.updateComplete;
    this.renderRoot.querySelectorAll<HTMLElement>('.via')[2]!.focus();
  };

  /** The terms of all paths, added up. */
  #sum(): TemplateResult {
    const { step, scene } = this;
    if (scene.numbers.failure(step.result)) return html`<div class="row sum" part="row">${this.#result()}</div>`;
    const shown = this.#shown();
    const several = shown.length < step.paths.length;
    return html`<div class="row sum" part="row">
      ${shown.map(({ ref }, i) => html`${i ? html`<span class="sign">+</span>` : nothing}${several && i === 2 ? html`… <span class="sign">+</span>` : nothing}${shareOf(this, ref, true)}`)}
      ${this.#result()}
    </div>`;
  }

  #result(): TemplateResult {
    return resultOf(this.scene, this.step);
  }

  readonly #describe = (ref: string): string => {
    const name = plainName(ref, this.scene.setup.loss);
    return `${name} = ${numberState(this.scene, ref).text}`;
  };
}

interface Marks {
  readonly provisional: readonly string[];
  readonly changed: readonly string[];
}

const none: readonly string[] = [];
/** As ordinary symbols, so that no line breaks right after them. */
const equals = '{=}\\;\\;';
const about = '{\\approx}\\;\\;';

define('bp-step-rows', BpStepRows);

declare global {
  interface HTMLElementTagNameMap {
    'bp-step-rows': BpStepRows;
  }
}
