import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import {
  build,
  derivation,
  evaluate,
  float64,
  opDerivation,
  opNamed,
  sameFormula,
  type DerivationLine,
  type Formula,
} from '../../src/index.js';
import '../bp-formula.js';
import { define } from '../define.js';
import { plainName, refTex } from '../formula-text.js';
import { numberStyles } from '../number/number-styles.js';
import { numberSlot } from '../number/number-text.js';
import type { Scene } from '../scene.js';
import { base } from '../styles/base.js';
import { tokens } from '../styles/tokens.js';
import { words } from '../words.js';
import { opTitle } from './factor-label.js';
import type { Openable } from './openable.js';
import { typesetNames } from './typeset-step.js';
import { whyStyles } from './why-styles.js';

/**
 * One line's derivative, rule by rule; and for a function like the sigmoid, why its own derivative is what it is.
 *
 * @summary An opened factor: the chain rule inside one line.
 */
export class BpWhy extends LitElement {
  static override styles = [tokens, base, numberStyles, whyStyles];

  @property({ attribute: false }) scene: Scene | undefined;
  @property({ attribute: false }) line: Openable | undefined;

  protected override render() {
    const { scene, line } = this;
    const formula = line && scene?.trace.graph.lines.get(line.line)?.formula;
    if (!scene || !line || !formula) return nothing;
    const steps = derivation(formula, line.by, { output: line.line });
    return html`${this.#lines(refTex(line.ref, scene.setup.loss), { kind: 'derivative', of: formula, by: line.by }, steps)}
    ${this.#opened(steps)}`;
  }

  /** Each line of a derivation with the rules that led to it. */
  #lines(left: string, start: Formula, steps: readonly Shown[], linked = true): TemplateResult {
    const shown: Shown[] = [{ formula: start, rules: [], ops: [] }, ...steps];
    return html`<div class="lines ${linked ? '' : 'stacked'}">
      <bp-formula class="left" display .tex=${left}></bp-formula>
      ${shown.map(({ formula, rules, ops }) => {
        const line = typesetNames(formula, this.scene!.setup.loss);
        const said = rules.map((rule) => words.derivation.rules[rule] ?? rule);
        return html`<bp-formula
            class="right"
            display
            .tex=${`{=}\\;\\;${line.tex}`}
            .terms=${linked ? line.terms : []}
            .describe=${this.#describe}
          ></bp-formula>
          <span class="rule">${[...said, ...ops.map((op) => words.derivation.slopeOf(opTitle(op)))].join('; ')}</span>`;
      })}
    </div>`;
  }

  /** The derivative of each function that was used, from its definition. */
  #opened(steps: readonly DerivationLine[]): TemplateResult[] {
    const used = [...new Set(steps.flatMap(({ ops }) => ops))];
    return used.flatMap((op) => {
      const lines = opDerivation(op, variable);
      if (!lines.length) return [];
      const { forward, partials } = opNamed(op);
      const x = build.name(variable);
      const closing = partials([x], build.call(op, x), [])[0]!;
      const last = lines.at(-1)!.formula;
      const left = typesetNames({ kind: 'derivative', of: build.call(op, x), by: variable }, '').tex;
      const title = words.derivation.whyOp(opTitle(op));
      const closed: Shown = { formula: closing, rules: ['output'], ops: [] };
      return [
        html`<details>
          <summary>${title}</summary>
          ${this.#lines(left, { kind: 'derivative', of: forward!(x), by: variable }, sameFormula(last, closing) ? lines : [...lines, closed], false)}
          ${this.#agreement(op, last, closing)}
        </details>`,
      ];
    });
  }

  /** The definition's derivative and the table's form, compared at the number on the page. */
  #agreement(op: string, derived: Formula, closing: Formula): TemplateResult | typeof nothing {
    const { scene, line } = this;
    const formula = scene!.trace.graph.lines.get(line!.line)?.formula;
    if (formula?.kind !== 'call' || formula.op !== op || formula.args[0]?.kind !== 'name') return nothing;
    const at = scene!.numbers.double(formula.args[0].name);
    if (at === undefined) return nothing;
    const [a, b] = [derived, closing].map((each) => evaluate(each, () => at, float64)) as [number, number];
    if (!(Math.abs(a - b) <= 1e-9 * Math.abs(b))) return nothing;
    return html`<p class="agree">${words.derivation.agree} ${numberSlot(scene!, line!.ref)}</p>`;
  }

  readonly #describe = (ref: string): string => plainName(ref, this.scene!.setup.loss);
}

/** A derivation's line, and one more that is not of the engine: the form in the function's output. */
interface Shown {
  readonly formula: Formula;
  readonly rules: readonly string[];
  readonly ops: readonly string[];
}

/** What stands for a function's input. */
const variable = 'z';

define('bp-why', BpWhy);

declare global {
  interface HTMLElementTagNameMap {
    'bp-why': BpWhy;
  }
}
