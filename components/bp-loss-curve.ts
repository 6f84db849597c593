import { html, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { formatNumber, roundText } from '../src/index.js';
import './bp-number.js';
import './curve/bp-curve-plot.js';
import './curve/bp-quantity.js';
import type { PeekEvent } from './curve/bp-curve-plot.js';
import type { QuantityEvent } from './curve/bp-quantity.js';
import { milestones } from './curve/draw.js';
import { epochPlace } from './curve/epoch.js';
import { canBeLog, type Axes } from './curve/frame.js';
import { mostUpdates, readUpdates } from './curve/read-updates.js';
import { Quantity } from './curve/quantity.js';
import { storyOf } from './curve/story.js';
import { styles } from './curve/styles.js';
import { countText } from './curve/tick-text.js';
import { Trainer } from './curve/trainer.js';
import type { CurvePoint, TrainingRun } from './curve/training-run.js';
import { clipped } from './clipped.js';
import { define } from './define.js';
import { fill } from './fill.js';
import { plainName } from './formula-text.js';
import { SceneElement } from './scene-element.js';
import type { Scene } from './scene.js';
import { base } from './styles/base.js';
import { tokens } from './styles/tokens.js';
import { words } from './words.js';

const say = words.training;
const quick = [10, 100, 1000, 10_000];
const axes: readonly Axes[] = ['both', 'loss', 'none'];

/**
 * @summary Train thousands of updates and see the loss, or any number that they change, over them; any point of the curve is an iteration to stand at.
 * @fires bp-iteration - Someone picked a point of the curve.
 * @cssprop --bp-loss - The colour of the curve.
 */
export class BpLossCurve extends SceneElement {
  static override styles = [tokens, base, styles];

  /** Where training happens; otherwise the scene's own. Another run stops one that is under way. */
  @property({ attribute: false }) run: TrainingRun | undefined;
  @state() private typed = countText(10_000);
  @state() private axes: Axes = 'both';
  @state() private peek: CurvePoint | undefined;
  @query('input[name="updates"]') private readonly field!: HTMLInputElement;

  readonly #trainer = new Trainer(this, () => this.run ?? this.scene?.run.training);
  readonly #quantity = new Quantity(this);
  #run: TrainingRun | undefined;
  #points: readonly CurvePoint[] = [];

  protected override willUpdate(): void {
    this.#trainer.follow();
    const { run, asked } = this.#trainer;
    if (run !== this.#run) this.peek = undefined;
    this.#run = run;
    if (!run?.names.includes(this.#quantity.name)) this.#quantity.name = '';
    const reached = run?.reached ?? 0;
    const curve = this.#quantity.pointsOf(run, !this.#trainer.progress);
    // As many updates as were last asked for: fewer show the beginning larger.
    const extent = Math.min(asked, reached) || reached;
    const points = extent < reached ? curve.filter(({ iteration }) => iteration <= extent) : curve;
    // The plot draws again only when it is given another list.
    if (!areSame(points, this.#points)) this.#points = points;
  }

  protected override render() {
    const { scene } = this;
    if (!scene) return this.absent();
    return html`<h2>${say.title}</h2>
      ${this.#controls()} ${this.#shown(scene)} ${this.#below(scene)}`;
  }

  #controls(): TemplateResult {
    const { progress, ending, run } = this.#trainer;
    return html`<form novalidate @submit=${this.#submit}>
        <label for="updates">${say.updates}</label>
        <input
          id="updates"
          name="updates"
          inputmode="numeric"
          autocomplete="off"
          .value=${this.typed}
          aria-invalid=${ending?.kind === 'failed' && readUpdates(this.typed) === undefined ? 'true' : 'false'}
          aria-describedby="complaint"
          @input=${() => (this.typed = this.field.value)}
        />
        ${
          progress
            ? html`<button type="button" class="primary" @click=${() => this.#trainer.cancel()}>${say.cancel}</button>`
            : html`<button class="primary">${say.train}</button>`
        }
        <span class="quick" role="group" aria-label=${say.quick}>
          ${quick.map(
            (updates) =>
              html`<button type="button" ?disabled=${!!progress} @click=${() => this.#quick(updates)}>
                ${countText(updates)}
              </button>`,
          )}
        </span>
      </form>
      <div class="progress">
        ${
          progress
            ? html`<progress aria-label=${say.train} max=${progress.total} .value=${progress.done}></progress>
                <span class="soft">${say.done(countText(progress.done), countText(progress.total))}</span>`
            : run?.reached && !ending
              ? html`<span class="soft">${say.trained(countText(run.reached))}</span>`
              : nothing
        }
        <span id="complaint" class=${ending?.kind === 'stopped' ? 'soft' : 'error'} role="alert"
          >${ending?.message}</span
        >
      </div>`;
  }

  #shown(scene: Scene): TemplateResult {
    const { run } = this.#trainer;
    if (!run || run.curve.length < 2) return html`<p class="soft">${say.hint}</p>`;
    const parameters = run.names.filter((name) => scene.setup.trained.has(name));
    return html`<bp-quantity
        .parameters=${parameters}
        .kept=${run.names.filter((name) => !scene.setup.trained.has(name))}
        .name=${this.#quantity.name}
        @bp-quantity=${({ name }: QuantityEvent) => this.#quantity.choose(name)}
      ></bp-quantity>
      ${this.#points.length > 1 ? this.#curve(scene) : html`<p class="soft" role="status">${say.working}</p>`}`;
  }

  /** What is shown, as a reference and in words. */
  #subject({ setup }: Scene): { readonly ref: string; readonly name: string } {
    const { name } = this.#quantity;
    return name ? { ref: name, name: plainName(name) } : { ref: setup.loss, name: say.loss };
  }

  #curve(scene: Scene): TemplateResult {
    const story = storyOf(this.#points)!;
    const { ref, name } = this.#subject(scene);
    const shown = ({ iteration }: CurvePoint): TemplateResult => number(`${ref}@${iteration}`, scene);
    const things = {
      updates: say.count(story.last.iteration, countText(story.last.iteration)),
      name,
      first: shown(story.first),
      last: shown(story.last),
      lowest: shown(story.lowest),
      turn: countText(story.lowest.iteration),
    };
    // Whether a parameter rises or falls is nothing good or bad.
    const kind = !this.#quantity.name ? story.kind : story.kind === 'stays' ? 'rests' : 'moves';
    return html`<p class="story">${fill(say.story[kind], things)}</p>
      <p class="reading">${this.#reading(scene)}</p>
      <bp-curve-plot
        .points=${this.#points}
        .name=${name}
        .axes=${this.axes}
        .iteration=${scene.state.iteration}
        @bp-peek=${(event: PeekEvent) => this.#peeked(event)}
      ></bp-curve-plot>`;
  }

  #below(scene: Scene): TemplateResult {
    const hasCurve = this.#points.length > 1;
    // Chromium keeps radio buttons that were taken away, and all around them, so they only hide.
    return html`<div class="below" ?hidden=${!hasCurve}>
      <fieldset class="axes">
        <legend class="visually-hidden">${say.axes}</legend>
        ${axes.map(
          (each) =>
            html`<label>
              <input type="radio" name="axes" .checked=${this.axes === each} @change=${() => (this.axes = each)} />
              <span>${each === 'loss' && this.#quantity.name ? say.logValue : say.axesNames[each]}</span>
            </label>`,
        )}
      </fieldset>
      ${hasCurve && this.axes !== 'none' && !canBeLog(this.#points) ? html`<p class="soft">${say.noLog}</p>` : nothing}
      ${hasCurve ? this.#table(scene) : nothing}
    </div>`;
  }

  #table(scene: Scene): TemplateResult {
    const { ref, name } = this.#subject(scene);
    return html`<details>
      <summary>${say.table}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">${say.axis}</th>
            <th scope="col">${name}</th>
          </tr>
        </thead>
        <tbody>
          ${milestones(this.#points).map(
            ({ iteration }) =>
              html`<tr>
                <td>${countText(iteration)}</td>
                <td>${number(`${ref}@${iteration}`, scene)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </details>`;
  }

  /** Where the pointer is, otherwise where the lesson stands. */
  #reading(scene: Scene): readonly unknown[] {
    const { ref, name } = this.#subject(scene);
    if (!this.peek) {
      const { iteration } = scene.state;
      return fill(say.here, {
        updates: when(iteration, scene),
        name,
        value: number(`${ref}@${iteration}`, scene),
      });
    }
    // Straight from the tape: looking up every number of every iteration on the way would slow the pointer down.
    const { iteration, value } = this.peek;
    const shown = html`<span data-number="${ref}@${iteration}" data-provisional
      >${formatNumber(roundText(String(value), scene.state.digits))}</span
    >`;
    return fill(say.there, { updates: when(iteration, scene), name, value: shown });
  }

  #peeked({ point }: PeekEvent): void {
    if (point) this.peek = point;
    else this.peek = undefined;
  }

  #submit(event: SubmitEvent): void {
    event.preventDefault();
    const updates = readUpdates(this.typed);
    if (updates === undefined) {
      this.#trainer.refuse(say.notUpdates(clipped(this.typed), countText(mostUpdates)));
      this.field.focus();
    } else if (!this.#trainer.progress) void this.#trainer.train(updates);
  }

  #quick(updates: number): void {
    this.typed = countText(updates);
    void this.#trainer.train(updates);
  }
}

/** After how many updates, and with batches in which epoch. */
function when(iteration: number, { setup }: Scene): string {
  const place = epochPlace(setup, iteration);
  const after = say.after(iteration, countText(iteration));
  return place ? say.inEpoch(after, countText(place.epoch), place.batch, place.batches) : after;
}

/** Compared by their ends: a curve only grows, and another one ends elsewhere. */
const areSame = (a: readonly CurvePoint[], b: readonly CurvePoint[]): boolean =>
  a.length === b.length &&
  [0, a.length - 1].every((i) => a[i]?.iteration === b[i]?.iteration && a[i]?.value === b[i]?.value);

const number = (ref: string, scene: Scene): TemplateResult => html`<bp-number .scene=${scene} of=${ref}></bp-number>`;

define('bp-loss-curve', BpLossCurve);

declare global {
  interface HTMLElementTagNameMap {
    'bp-loss-curve': BpLossCurve;
  }
}
