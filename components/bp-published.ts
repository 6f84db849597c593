import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import { choicesOf, type Choice, type Numbers, type Published } from '../src/index.js';
import { define } from './define.js';
import { ConventionEvent, StepEvent } from './events/index.js';
import { plainName, plainNumber } from './formula-text.js';
import { numberStyles } from './number/number-styles.js';
import { numberSlot } from './number/number-text.js';
import { renderInline } from './prose/inline.js';
import { compare, rowOf, type Comparison, type PublishedRow } from './published/compare.js';
import { confirmRows } from './published/confirm-rows.js';
import { LaterNumbers } from './published/later-numbers.js';
import { styles } from './published/styles.js';
import { SceneElement } from './scene-element.js';
import type { Scene } from './scene.js';
import { base } from './styles/base.js';
import { tokens } from './styles/tokens.js';
import { words } from './words.js';

const say = words.published;

/** A row with everything that is known about it by now. */
interface Compared extends PublishedRow {
  /** `undefined`: the updates it needs are not trained yet. */
  readonly numbers: Numbers | undefined;
  readonly comparison: Comparison | undefined;
  /** The choices under which the printed number comes out, and whether all are in force. */
  readonly switches: readonly Switch[];
  readonly switchedOn: boolean;
}

interface Switch {
  readonly convention: string;
  readonly choice: Choice;
  readonly own: string;
  readonly on: boolean;
}

/**
 * @summary What a source printed against what is computed here, number by number, with the reason where they differ.
 * @fires bp-step - A quantity was pressed: its step is asked for.
 * @fires bp-convention - "Switch on" or "Switch back" was pressed; one event for each convention.
 * @cssprop --bp-loss - The colour of what differs.
 * @cssprop --bp-input - The colour of what agrees.
 */
export class BpPublished extends SceneElement {
  static override styles = [tokens, base, numberStyles, styles];

  /** Show the rows that agree, too. */
  @state() private all = false;
  /** Counts what became known since: later iterations, proven digits. */
  @state() private news = 0;

  readonly #later = new LaterNumbers(this, () => this.news++);
  #leaving = new AbortController();

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.#leaving.signal.aborted) this.#leaving = new AbortController();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#leaving.abort();
  }

  /** Most steps change nothing here, and stepping should be quick. */
  protected override shouldUpdate(changed: PropertyValues<this>): boolean {
    const [before, now] = [changed.get('scene'), this.scene];
    if (changed.size > 1 || !before || !now) return true;
    const marks = this.all && currentRow(before) !== currentRow(now);
    return marks || before.run !== now.run || before.state.digits !== now.state.digits;
  }

  protected override updated(): void {
    const { scene } = this;
    if (!scene) return;
    void confirmRows(this.#rows(scene), this.#leaving.signal).then((changed) => changed && this.news++);
  }

  protected override render() {
    const { scene } = this;
    if (!scene) return this.absent();
    if (!scene.state.lesson.published.length) return nothing;
    const rows = this.#rows(scene);
    const quiet = rows.filter((row) => isQuiet(row, scene));
    const shown = this.all ? rows : rows.filter((row) => !quiet.includes(row));
    return html`<h2 id="title">${say.title}</h2>
      <p class="summary" role="status">${summary(rows)}</p>
      ${hasOtherNumbers(scene) ? html`<p class="soft">${say.otherNumbers}</p>` : nothing}
      ${shown.length ? this.#table(shown, scene) : nothing}
      ${
        quiet.length
          ? html`<button class="more" aria-expanded=${this.all} @click=${() => (this.all = !this.all)}>
              ${this.all ? say.hideAgreeing : say.showAgreeing(quiet.length)}
            </button>`
          : nothing
      }`;
  }

  #table(rows: readonly Compared[], scene: Scene): TemplateResult {
    return html`<table role="table" aria-labelledby="title">
      <thead role="rowgroup">
        <tr role="row">
          ${[say.quantity, say.printed, say.ours, say.difference, say.verdict].map(
            (title) => html`<th scope="col" role="columnheader">${title}</th>`,
          )}
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${rows.map((row) => this.#row(row, scene))}
      </tbody>
    </table>`;
  }

  #rows(scene: Scene): readonly Compared[] {
    return scene.state.lesson.published.map((published) => {
      const row = rowOf(published);
      const numbers = this.#later.at(scene, row.iteration);
      const switches = switchesOf(published, scene);
      return {
        ...row,
        numbers,
        comparison: numbers && compare(row, numbers),
        switches,
        switchedOn: switches.length > 0 && switches.every(({ on }) => on),
      };
    });
  }

  #row(row: Compared, scene: Scene): TemplateResult {
    const { published, comparison } = row;
    const verdict = comparison?.verdict ?? 'waiting';
    const current = currentRow(scene) === published;
    const open = () => this.dispatchEvent(new StepEvent(published.ref));
    return html`<tr role="row" class=${classMap({ [verdict]: true, current })}>
      <th scope="row" role="rowheader">
        <button class="link" @click=${open}>${published.label ?? plainName(published.ref, scene.setup.loss)}</button>
      </th>
      <td role="cell" class="printed">
        <span class="name" aria-hidden="true">${say.printed}</span>${published.printed.replace('-', '−')}
      </td>
      <td role="cell" class="ours" @click=${open}>
        <span class="name" aria-hidden="true">${say.ours}</span>${own(row, scene)}
      </td>
      <td role="cell" class="difference">${difference(row)}</td>
      <td role="cell" class="verdict">${this.#verdict(row, scene)}</td>
    </tr>`;
  }

  /** The verdict, the reason where they differ, and the switch that makes them agree. */
  #verdict(row: Compared, scene: Scene): TemplateResult {
    const { comparison, switches, switchedOn } = row;
    const verdict = comparison?.verdict ?? 'waiting';
    const differs = verdict === 'differs';
    return html`<span class="word">${verdict === 'agrees' && switchedOn ? say.agreesNow : say[verdict]}</span>
      ${differs ? html`<span class="reason">${reason(row, scene)}</span>` : nothing}
      ${
        switches.length && (differs || switchedOn)
          ? html`<button class="switch" @click=${() => this.#switch(row)}>
              ${switchedOn ? say.switchBack : say.switchOn(switches.map(({ choice }) => choice.label).join(', '))}
            </button>`
          : nothing
      }`;
  }

  #switch({ switches, switchedOn }: Compared): void {
    for (const { convention, choice, own } of switches) {
      this.dispatchEvent(new ConventionEvent(convention, switchedOn ? own : choice.id));
    }
  }
}

/** Agrees and always did: it can stay folded away. Stable while conventions are switched, so no row jumps. */
function isQuiet({ published, comparison }: Compared, scene: Scene): boolean {
  if (published.reason || published.reproducedBy) return false;
  return comparison?.verdict === 'agrees' || hasOtherNumbers(scene);
}

/** What the source printed for the current step. */
const currentRow = ({ step, state }: Scene): Published | undefined =>
  state.lesson.published.find(({ ref }) => ref === step.ref || ref === step.result);

const hasOtherNumbers = ({ state }: Scene): boolean => !!state.program || Object.keys(state.edits).length > 0;

function switchesOf({ reproducedBy = {} }: Published, { state: { lesson, choices } }: Scene): readonly Switch[] {
  const inForce = choicesOf(lesson, choices);
  return lesson.conventions.flatMap(({ id, choices: offered }, i) => {
    const choice = offered.find((each) => each.id === reproducedBy[id]);
    return choice ? [{ convention: id, choice, own: offered[0]!.id, on: inForce[i] === choice }] : [];
  });
}

function own({ ref, iteration, numbers, ownDigits }: Compared, scene: Scene): unknown {
  if (!numbers) return html`<span class="soft">…</span>`;
  const failure = numbers.failure(ref);
  if (failure) return html`<span class="soft">${failure.message}</span>`;
  if (!numbers.show(ref, ownDigits)) return html`<span class="soft">${say.none}</span>`;
  return numberSlot(scene, `${ref}@${iteration}`, ownDigits);
}

function difference({ published, comparison }: Compared): unknown {
  if (comparison?.difference === undefined) return nothing;
  return html`<span class="name" aria-hidden="true">${say.difference}</span
    ><span data-difference=${published.ref}>${plainNumber(comparison.difference)}</span>`;
}

function reason(row: Compared, scene: Scene): unknown {
  if (hasOtherNumbers(scene)) return say.edited;
  if (Object.keys(scene.state.choices).length > 0 && !row.switchedOn) return say.otherConvention;
  return row.published.reason ? renderInline(row.published.reason, scene) : say.noReason;
}

function summary(rows: readonly Compared[]): string {
  if (rows.some(({ comparison }) => !comparison)) return say.computing;
  return say.summary(rows.filter(({ comparison }) => comparison?.verdict === 'agrees').length, rows.length);
}

define('bp-published', BpPublished);

declare global {
  interface HTMLElementTagNameMap {
    'bp-published': BpPublished;
  }
}
