import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { withValue, type LessonState, type SeriesPlot } from '../../src/index.js';
import { clipped } from '../clipped.js';
import { define } from '../define.js';
import { ConventionEvent, StepEvent, ValueEvent } from '../events/index.js';
import { fill } from '../fill.js';
import { plainName } from '../formula-text.js';
import { isLarge } from '../make-scene.js';
import { numberStyles } from '../number/number-styles.js';
import type { Scene } from '../scene.js';
import { base } from '../styles/base.js';
import { tokens } from '../styles/tokens.js';
import { refusal } from '../values/refusal.js';
import { words } from '../words.js';
import './bp-series-plot.js';
import type { PointEvent } from './bp-series-plot.js';
import { ComparedRuns, numbersOf } from './compared.js';
import { Confirmer } from './confirmer.js';
import { lineStyles } from './palette.js';
import { panelStyles } from './panel-styles.js';
import { remarksOf } from './series-remarks.js';
import { sample } from './sample.js';
import { seriesOf, stepsOf, type Series } from './series.js';
import { plotDigits } from './value.js';
import { valueSlot } from './value-slot.js';

const say = words.plots;

/**
 * @summary A quantity at each time step or layer, for each choice of a convention; the reader chooses how many steps there are.
 * @fires bp-step - A point or a number was opened: its step is asked for.
 * @fires bp-value - Someone chose another number of steps.
 * @fires bp-convention - Someone made another choice.
 */
export class BpSeries extends LitElement {
  static override styles = [
    tokens,
    base,
    numberStyles,
    lineStyles,
    panelStyles,
    css`
      bp-series-plot {
        max-width: 72rem;
      }
    `,
  ];

  @property({ attribute: false }) scene: Scene | undefined;
  @property({ attribute: false }) plot: SeriesPlot | undefined;
  /** Where the reader points. */
  @state() private at: number | undefined;
  /** The number of steps while the slider is held. */
  @state() private tried: number | undefined;
  @state() private typed: string | undefined;
  @state() private complaint = '';

  readonly #runs = new ComparedRuns();
  readonly #confirmer = new Confirmer(this);
  #lines: readonly Series[] = [];
  #shown: Scene | undefined;

  protected override willUpdate(): void {
    const { scene, plot } = this;
    if (!scene || !plot) return;
    if (scene.setup !== this.#shown?.setup) {
      this.tried = this.typed = undefined;
      this.complaint = '';
    }
    this.#shown = scene;
    const state = this.#stateOf(scene, plot);
    this.#lines = this.#runs.of(scene, state, plot.compare).map((each) => seriesOf(plot, each));
    this.#prove(state);
  }

  /** With the number of steps that the reader tries out. */
  #stateOf({ state }: Scene, { count }: SeriesPlot): LessonState {
    return count && this.tried !== undefined ? withValue(state, count.name, `${this.tried}`) : state;
  }

  #prove({ lesson, program, edits, choices, iteration, paper, digits }: LessonState): void {
    const key = JSON.stringify([lesson.id, program?.text, edits, choices, iteration, paper && digits]);
    const open = this.#lines.flatMap(({ run, state, points }) => {
      if (!run) return [];
      // Of very many numbers only those that doubles do not know.
      const wanted = isLarge(run.trace) ? points.filter(({ value }) => value.kind === 'unknown') : points;
      return { numbers: numbersOf(run, state), refs: wanted.map(({ ref }) => ref), digits: plotDigits };
    });
    this.#confirmer.want(key, open);
  }

  protected override render() {
    const { scene, plot } = this;
    if (!scene || !plot) return nothing;
    return html`${plot.count ? this.#count(scene, plot.count, plot.axis) : nothing} ${this.#legend(plot)}
      <p class="reading">${this.#reading(scene, plot)}</p>
      <bp-series-plot
        .lines=${this.#lines}
        .scale=${plot.scale}
        .axis=${plot.axis}
        .name=${plainName(plot.of, scene.setup.loss)}
        .current=${scene.step.ref}
        @bp-point=${({ step }: PointEvent) => this.#point(step)}
      ></bp-series-plot>
      ${remarksOf(plot, this.#lines).map((remark) => html`<p class="soft">${remark}</p>`)} ${this.#table(scene, plot)}`;
  }

  #count(scene: Scene, { name, from, to }: NonNullable<SeriesPlot['count']>, axis: string): TemplateResult {
    const given = scene.setup.given.find((each) => each.name === name)?.text ?? '';
    const value = `${this.tried ?? given}`;
    return html`<form novalidate @submit=${(event: Event) => event.preventDefault()}>
      <label for="count">${say.howMany(axis, name)}</label>
      <input
        id="count"
        name="count"
        inputmode="numeric"
        autocomplete="off"
        .value=${live(this.typed ?? value)}
        aria-invalid=${this.complaint ? 'true' : 'false'}
        aria-describedby="complaint"
        @input=${(event: InputEvent) => (this.typed = (event.target as HTMLInputElement).value)}
        @change=${() => this.#commit(this.typed ?? value, name, from, to)}
      />
      <input
        type="range"
        min=${from}
        max=${to}
        .value=${live(value)}
        aria-label=${say.howMany(axis, name)}
        @input=${(event: InputEvent) => this.#try(Number((event.target as HTMLInputElement).value))}
        @change=${(event: Event) => this.#commit((event.target as HTMLInputElement).value, name, from, to)}
      />
      <span id="complaint" class="error" role="alert">${this.complaint}</span>
    </form>`;
  }

  #try(steps: number): void {
    this.tried = steps;
    this.typed = undefined;
    this.complaint = '';
  }

  /** Nothing typed is lost: what cannot be taken stays in the field, with a sentence. */
  #commit(typed: string, name: string, from: number, to: number): void {
    const text = typed.trim();
    const isWhole = /^\d{1,6}$/.test(text) && Number(text) >= from && Number(text) <= to;
    const state = this.scene!.state;
    this.complaint = isWhole ? (refusal(state, name, text) ?? '') : say.notCount(clipped(typed), from, to);
    if (this.complaint) {
      this.typed = typed;
      this.tried = undefined;
    } else if (this.scene!.setup.given.some((each) => each.name === name && each.text === text)) {
      this.tried = this.typed = undefined;
    } else {
      this.dispatchEvent(new ValueEvent(name, `${Number(text)}`));
    }
  }

  #legend({ compare }: SeriesPlot): TemplateResult | typeof nothing {
    if (compare === undefined) return nothing;
    return html`<div class="legend" role="group" aria-label=${say.choice}>
      ${this.#lines.map(
        ({ id, label, style, isInForce }) =>
          html`<button
            type="button"
            class="choice"
            aria-pressed=${isInForce ? 'true' : 'false'}
            @click=${() => this.dispatchEvent(new ConventionEvent(compare, id))}
          >
            ${sample(style)}<span>${label}</span>
          </button>`,
      )}
    </div>`;
  }

  #reading(scene: Scene, plot: SeriesPlot): unknown {
    const points = this.#lines.find(({ isInForce }) => isInForce)?.points ?? [];
    const point = points.find(({ step }) => step === this.at) ?? points.find(({ ref }) => ref === scene.step.ref);
    if (!point) return points.length ? say.hint : nothing;
    const { axis } = plot;
    const said = fill(say.reading, {
      axis: axis.charAt(0).toUpperCase() + axis.slice(1),
      step: point.step,
      name: plainName(point.ref, scene.setup.loss),
      value: valueSlot(point.value, this.tried === undefined ? point.ref : undefined),
    });
    return point.step === this.at ? [...said, ' ', say.opens] : said;
  }

  #table(scene: Scene, plot: SeriesPlot): TemplateResult {
    const name = plainName(plot.of, scene.setup.loss);
    return html`<details>
      <summary>${say.table}</summary>
      <div class="scroll" tabindex="0" role="group" aria-label=${name}>
        <table>
          <thead>
            <tr>
              <th scope="col">${plot.axis}</th>
              ${this.#lines.map(
                ({ label, isInForce }) =>
                  html`<th scope="col" aria-current=${ifDefined(isInForce && label ? 'true' : undefined)}>
                    ${label || name}
                  </th>`,
              )}
            </tr>
          </thead>
          <tbody>
            ${stepsOf(this.#lines).map(
              (step) =>
                html`<tr>
                  <th scope="row">${step}</th>
                  ${this.#lines.map((line) => html`<td>${this.#cell(line, step, scene)}</td>`)}
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </details>`;
  }

  #cell({ points, isInForce }: Series, step: number, scene: Scene): TemplateResult {
    const point = points.find((each) => each.step === step);
    if (!point || !isInForce || this.tried !== undefined) return valueSlot(point?.value);
    const { ref, value } = point;
    return html`<button class="link" type="button" @click=${() => this.dispatchEvent(new StepEvent(ref))}>
      ${valueSlot(value, ref)}<span class="visually-hidden"
        >, ${words.derivation.open(plainName(ref, scene.setup.loss))}</span
      >
    </button>`;
  }

  #point(step: number | undefined): void {
    if (step === undefined) this.at = undefined;
    else this.at = step;
  }
}

define('bp-series', BpSeries);

declare global {
  interface HTMLElementTagNameMap {
    'bp-series': BpSeries;
  }
}
