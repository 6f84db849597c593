import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { PathsPlot } from '../../src/index.js';
import { clipped } from '../clipped.js';
import { countText } from '../curve/tick-text.js';
import { define } from '../define.js';
import { ConventionEvent, IterationEvent } from '../events/index.js';
import { plainName } from '../formula-text.js';
import { numberStyles } from '../number/number-styles.js';
import type { Scene } from '../scene.js';
import { base } from '../styles/base.js';
import { tokens } from '../styles/tokens.js';
import { words } from '../words.js';
import './bp-paths-plot.js';
import { ComparedRuns } from './compared.js';
import { Confirmer } from './confirmer.js';
import { lineStyles } from './palette.js';
import { panelStyles } from './panel-styles.js';
import { pathsPanelStyles } from './paths-panel-styles.js';
import { rowOf } from './way-rows.js';
import { wayTable } from './way-table.js';
import { surveyKey, surveyOf, type Survey, type SurveyedWay } from './survey.js';
import { plotDigits } from './value.js';

const say = words.plots;
const mostUpdates = 1000;

/**
 * @summary The loss over two parameters as level lines, and the path of training under each choice of a convention, from the same start.
 * @fires bp-iteration - Someone moved along the paths.
 * @fires bp-convention - Someone made another choice.
 */
export class BpPaths extends LitElement {
  static override styles = [tokens, base, numberStyles, lineStyles, panelStyles, pathsPanelStyles];

  @property({ attribute: false }) scene: Scene | undefined;
  @property({ attribute: false }) plot: PathsPlot | undefined;
  /** How long the paths are; the lesson's own length if the reader has not said. */
  @state() private updates: number | undefined;
  @state() private typed: string | undefined;
  @state() private complaint = '';
  /** Choices whose paths are left out. */
  @state() private hiddenChoices: ReadonlySet<string> = new Set();
  @state() private survey: Survey | undefined;
  @state() private isBusy = false;
  @state() private problem = '';

  readonly #runs = new ComparedRuns();
  readonly #confirmer = new Confirmer(this);
  #key = '';
  #abort = new AbortController();
  #wanted: number | undefined;
  #shown: readonly SurveyedWay[] = [];

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#abort.abort();
    this.#key = '';
  }

  protected override willUpdate(): void {
    const { scene, plot } = this;
    if (!scene || !plot) return;
    const length = this.updates ?? plot.updates;
    const key = surveyKey(scene.state, length);
    if (key !== this.#key) {
      this.#key = key;
      this.#abort.abort();
      this.#abort = new AbortController();
      this.isBusy = true;
      void this.#work(scene, plot, length, this.#abort.signal);
    }
    const ways = this.survey?.ways ?? [];
    const shown = ways.filter(({ id }) => !this.hiddenChoices.has(id));
    // The picture is drawn again only where its paths are others.
    if (shown.length !== this.#shown.length || shown.some((way, i) => way !== this.#shown[i])) this.#shown = shown;
  }

  async #work(scene: Scene, plot: PathsPlot, updates: number, signal: AbortSignal): Promise<void> {
    try {
      const survey = await surveyOf(plot, this.#runs.of(scene, scene.state, plot.compare), updates, signal);
      if (signal.aborted) return;
      this.survey = survey;
      this.problem = '';
    } catch {
      if (signal.aborted) return;
      this.problem = say.waits;
      this.#key = '';
    }
    this.isBusy = false;
  }

  protected override render() {
    const { scene, plot, survey } = this;
    if (!scene || !plot) return nothing;
    if (!survey) return html`<p class="soft" role="status">${this.problem || say.computing}</p>`;
    const iteration = Math.min(scene.state.iteration, this.updates ?? plot.updates);
    return html`${this.#controls(scene, plot, iteration)}
      <div class="drawn" aria-busy=${this.isBusy ? 'true' : 'false'}>
        ${
          survey.picture
            ? html`<bp-paths-plot
                .picture=${survey.picture}
                .ways=${this.#shown}
                .x=${plainName(plot.x.name)}
                .y=${plainName(plot.y.name)}
                .iteration=${iteration}
              ></bp-paths-plot>`
            : nothing
        }
        ${survey.ways.length ? this.#table(scene, plot, survey.ways, iteration) : nothing}
      </div>
      ${survey.remarks.map((remark) => html`<p class="soft">${remark}</p>`)}
      ${this.problem ? html`<p class="error" role="alert">${this.problem}</p>` : nothing}`;
  }

  #controls(scene: Scene, plot: PathsPlot, iteration: number): TemplateResult {
    const length = this.updates ?? plot.updates;
    return html`<form novalidate @submit=${(event: Event) => event.preventDefault()}>
      <label for="iteration">${say.iteration}</label>
      <input
        id="iteration"
        type="range"
        min="0"
        max=${length}
        .value=${live(`${iteration}`)}
        aria-valuetext=${say.after(iteration)}
        @input=${(event: InputEvent) => this.#go(Number((event.target as HTMLInputElement).value))}
      />
      <output for="iteration">${say.after(iteration)}</output>
      <label for="updates">${say.updates}</label>
      <input
        id="updates"
        inputmode="numeric"
        autocomplete="off"
        .value=${live(this.typed ?? `${length}`)}
        aria-invalid=${this.complaint ? 'true' : 'false'}
        aria-describedby="complaint"
        @input=${(event: InputEvent) => (this.typed = (event.target as HTMLInputElement).value)}
        @change=${() => this.#commit(this.typed ?? '')}
      />
      <span id="complaint" class="error" role="alert">${this.complaint}</span>
      ${
        scene.state.iteration > length
          ? html`<p class="soft">${say.beyond(countText(scene.state.iteration), countText(length))}</p>`
          : nothing
      }
    </form>`;
  }

  #commit(typed: string): void {
    const text = typed.trim();
    if (/^\d{1,6}$/.test(text) && Number(text) >= 1 && Number(text) <= mostUpdates) {
      this.updates = Number(text);
      this.typed = undefined;
      this.complaint = '';
    } else {
      this.complaint = say.notUpdates(clipped(typed), countText(mostUpdates));
    }
  }

  /** While the slider is dragged, one event a frame is enough. */
  #go(iteration: number): void {
    if (this.#wanted === undefined) {
      requestAnimationFrame(() => {
        const wanted = this.#wanted!;
        this.#wanted = undefined;
        this.dispatchEvent(new IterationEvent(wanted));
      });
    }
    this.#wanted = iteration;
  }

  #table(scene: Scene, plot: PathsPlot, ways: readonly SurveyedWay[], iteration: number): TemplateResult {
    const rows = ways.map((way) => ({
      way,
      row: rowOf(way, plot, scene.state, iteration),
      isShown: !this.hiddenChoices.has(way.id),
      onToggle: () => this.#toggle(way.id),
      onChoose: () => this.dispatchEvent(new ConventionEvent(plot.compare, way.id)),
    }));
    const { lesson, program, edits, choices, paper, digits } = scene.state;
    this.#confirmer.want(
      JSON.stringify([lesson.id, program?.text, edits, choices, iteration, paper && digits]),
      rows.map(({ row: { numbers, refs } }) => ({ numbers, refs, digits: plotDigits })),
    );
    return wayTable(rows, plot, iteration);
  }

  #toggle(id: string): void {
    const hidden = new Set(this.hiddenChoices);
    if (!hidden.delete(id)) hidden.add(id);
    this.hiddenChoices = hidden;
  }
}

define('bp-paths', BpPaths);

declare global {
  interface HTMLElementTagNameMap {
    'bp-paths': BpPaths;
  }
}
