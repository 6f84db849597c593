import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import {
  build,
  derivation,
  evaluate,
  float64,
  opNamed,
  ops,
  sameFormula,
  type DerivationLine,
  type Formula,
  type Line,
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
import { openLine, type Openable } from './openable.js';
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
    const written = line && scene?.trace.graph.lines.get(line.line);
    if (!scene || !line || !written) return nothing;
    const steps = openLine(scene.trace, line.line, line.by)!;
    const start: Formula = { kind: 'derivative', of: written.formula, by: line.by };
    return html`${this.#lines(refTex(line.ref, scene.setup.loss), start, steps)} ${this.#opened(steps, written)}`;
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
  #opened(steps: readonly DerivationLine[], written: Line): TemplateResult[] {
    const used = [...new Set(steps.flatMap(({ ops }) => ops))];
    return used.flatMap((op) => {
      const defined = definitionOf(op, written, this.line!.by);
      if (!defined) return [];
      const { of, by, forward, lines, closing } = defined;
      const last = lines.at(-1)!.formula;
      const closed: Shown = { formula: closing, rules: ['output'], ops: [] };
      return [
        html`<details>
          <summary>${words.derivation.whyOp(opTitle(op))}</summary>
          ${this.#lines(
            typesetNames({ kind: 'derivative', of, by }, '').tex,
            { kind: 'derivative', of: forward, by },
            sameFormula(last, closing) ? lines : [...lines, closed],
            false,
          )}
          ${this.#agreement(defined, last, written)}
        </details>`,
      ];
    });
  }

  /** The definition's derivative and the table's form, compared at the numbers on the page. */
  #agreement({ of, closing }: Definition, derived: Formula, { formula }: Line): TemplateResult | typeof nothing {
    if (formula.kind !== 'call' || of.kind !== 'call' || formula.op !== of.op) return nothing;
    const { numbers } = this.scene!;
    const [input] = formula.args;
    const valueOf = (name: string): number =>
      numbers.double(name === variable && input?.kind === 'name' ? input.name : name) ?? NaN;
    const [a, b] = [derived, closing].map((each) => evaluate(each, valueOf, float64)) as [number, number];
    if (!(Math.abs(a - b) <= 1e-9 * Math.abs(b))) return nothing;
    return html`<p class="agree">${words.derivation.agree} ${numberSlot(this.scene!, this.line!.ref)}</p>`;
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

/** A function's definition, its derivative by the rules, and the form that the table gives. */
interface Definition {
  readonly of: Formula;
  readonly by: string;
  readonly forward: Formula;
  readonly lines: readonly DerivationLine[];
  readonly closing: Formula;
}

/** Nothing for a primitive. A function of a whole vector is opened where it stands, at its own inputs. */
function definitionOf(op: string, { name, formula, outputs = [] }: Line, by: string): Definition | undefined {
  const call = formula.kind === 'call' && formula.op === op ? formula : undefined;
  if (ops.has(op)) {
    const { forward, inputs, defaults, partials } = opNamed(op);
    if (!forward || inputs === 'list') return undefined;
    const others = (each: string, i: number): Formula => call?.args[i] ?? build.number(defaults?.[each] ?? 1);
    const args = inputs.map((each, i) => (i ? others(each, i) : build.name(variable)));
    const of = build.call(op, ...args);
    const defined = forward(...args);
    const lines = derivation(defined, variable);
    return { of, by: variable, forward: defined, lines, closing: partials(args, of, [])[0]! };
  }
  if (!call) return undefined;
  const { args, at } = call;
  const input = args.findIndex((each) => each.kind === 'name' && each.name === by);
  const { forward, partials } = opNamed(op, at);
  if (!forward || input < 0) return undefined;
  const closing = partials(args, build.name(name), outputs.map(build.name))[input]!;
  const defined = forward(...args);
  return { of: call, by, forward: defined, lines: derivation(defined, by), closing };
}

define('bp-why', BpWhy);

declare global {
  interface HTMLElementTagNameMap {
    'bp-why': BpWhy;
  }
}
