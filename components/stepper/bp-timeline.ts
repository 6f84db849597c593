import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, queryAll, state } from 'lit/decorators.js';
import type { Step } from '../../src/index.js';
import { define } from '../define.js';
import { MoveEvent, StepEvent } from '../events/index.js';
import { plainName } from '../formula-text.js';
import type { Scene } from '../scene.js';
import { tokens } from '../styles/tokens.js';
import { words } from '../words.js';
import { runAfter, runBefore, runsOf, timeOf, type Run } from './runs.js';
import { timelineStyles } from './timeline-styles.js';

/**
 * @summary Every step as a mark, in runs of one phase; a slider for pointer and keys.
 * @fires bp-step - Someone scrubbed, or went to another phase.
 * @fires bp-move - Someone moved by one step, or to an end, with a key.
 * @csspart marks - All marks.
 */
export class BpTimeline extends LitElement {
  static override styles = [tokens, timelineStyles];

  @property({ attribute: false }) scene?: Scene;

  /** The mark under the pointer. */
  @state() private pointed: number | undefined;
  @state() private focused = false;

  @query('.slider') private readonly slider!: HTMLElement;
  @query('.tip') private readonly tip!: HTMLElement | null;
  @queryAll('.mark') private readonly marks!: NodeListOf<HTMLElement>;

  #runs: readonly Run[] = [];
  /** Where the drag is. The scene follows later, and meanwhile the same mark is not asked for twice. */
  #dragged: number | undefined;

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('scene');
    if (this.scene && this.scene.walk !== before?.walk) this.#runs = runsOf(this.scene.walk, this.scene.trace);
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.scene) return nothing;
    const { index, walk } = this.scene;
    const count = walk.length;
    return html`
      <div
        class="slider"
        role="slider"
        tabindex="0"
        aria-label=${words.stepper.timeline}
        aria-orientation="horizontal"
        aria-valuemin="1"
        aria-valuemax=${count}
        aria-valuenow=${index + 1}
        aria-valuetext=${words.stepper.position(this.#phase(index), this.#name(index), index + 1, count)}
        @keydown=${this.#onKey}
        @pointerdown=${this.#onDown}
        @pointermove=${this.#onPoint}
        @pointerup=${this.#onUp}
        @pointercancel=${this.#onUp}
        @pointerleave=${this.#onLeave}
        @focus=${() => (this.focused = this.slider.matches(':focus-visible'))}
        @blur=${() => (this.focused = false)}
      >
        <div class="current">
          <span>${this.#phase(index)}, ${this.#name(index)}</span>
          <span class="count">${words.stepper.count(index + 1, count)}</span>
        </div>
        <div class="runs" part="marks">${this.#runs.map((run) => this.#run(run, index))}</div>
        ${this.#tooltip()}
      </div>
    `;
  }

  #run({ phase, start, steps, groups }: Run, index: number): TemplateResult {
    const here = index >= start && index < start + steps.length;
    const { phases, time: atTime } = words.stepper;
    const time = here && groups.length > 1 ? timeOf(this.scene!.walk[index]!, this.scene!.trace) : undefined;
    // A letter or two say nothing.
    const isWide = steps.length * 25 > this.scene!.walk.length;
    let from = start;
    return html`
      <div class="run ${here ? 'here' : ''}">
        <span class="phase"
          >${isWide || here ? phases[phase] : '\u00a0'}${time === undefined ? '' : `, ${atTime(time)}`}</span
        >
        <span class="marks"
          >${groups.map((count) => {
            const marks = steps.slice(from - start, from - start + count).map((_, i) => mark(from + i, index));
            from += count;
            return groups.length > 1 ? html`<span class="group">${marks}</span>` : marks;
          })}</span
        >
      </div>
    `;
  }

  #tooltip(): TemplateResult | typeof nothing {
    const at = this.#tipAt;
    return at === undefined ? nothing : html`<span class="tip" aria-hidden="true">${this.#name(at)}</span>`;
  }

  get #tipAt(): number | undefined {
    return this.pointed ?? (this.focused ? this.scene?.index : undefined);
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('scene') && changed.get('scene')?.walk !== this.scene?.walk) this.#stretch();
    const mark = this.marks[this.#tipAt ?? -1];
    if (!this.tip || !mark) return;
    const bar = this.slider.getBoundingClientRect();
    const { left, width } = mark.getBoundingClientRect();
    const most = bar.width - this.tip.offsetWidth;
    this.tip.style.left = `${Math.max(0, Math.min(left - bar.left + width / 2 - this.tip.offsetWidth / 2, most))}px`;
  }

  /** Each run is as long as it has marks. */
  #stretch(): void {
    this.style.setProperty('--count', String(this.scene?.walk.length ?? 1));
    this.renderRoot.querySelectorAll<HTMLElement>('.run').forEach((element, i) => {
      const { steps, groups } = this.#runs[i] ?? { steps: [], groups: [] };
      element.style.flexGrow = String(steps.length || 1);
      element.querySelectorAll<HTMLElement>('.group').forEach((group, j) => (group.style.flexGrow = String(groups[j])));
    });
  }

  #step(index: number): Step | undefined {
    return this.scene?.walk[index];
  }

  #name(index: number): string {
    const step = this.#step(index);
    return step ? plainName(step.result, this.scene?.setup.loss) : '';
  }

  #phase(index: number): string {
    const step = this.#step(index);
    if (!step) return '';
    const { phases, time: atTime } = words.stepper;
    const time = timeOf(step, this.scene!.trace);
    return time === undefined ? phases[step.phase] : `${phases[step.phase]}, ${atTime(time)}`;
  }

  #goTo(index: number): void {
    const step = this.#step(index);
    if (step) this.dispatchEvent(new StepEvent(step.ref));
  }

  #onKey(event: KeyboardEvent): void {
    if (!this.scene || event.ctrlKey || event.metaKey || event.altKey) return;
    const move = moves[event.key];
    if (move) this.dispatchEvent(new MoveEvent(move));
    else if (event.key === 'PageUp') this.#goTo(runAfter(this.#runs, this.scene.index));
    else if (event.key === 'PageDown') this.#goTo(runBefore(this.#runs, this.scene.index));
    else return;
    // The lesson listens for the same keys.
    event.preventDefault();
    event.stopPropagation();
  }

  #onDown(event: PointerEvent): void {
    if (event.button !== 0) return;
    this.slider.setPointerCapture(event.pointerId);
    this.#dragged = this.scene?.index;
    this.#dragTo(event);
  }

  #onPoint(event: PointerEvent): void {
    if (this.#dragged !== undefined) this.#dragTo(event);
    else this.pointed = this.#markAt(event.clientX);
  }

  #dragTo(event: PointerEvent): void {
    const index = this.#markAt(event.clientX);
    this.pointed = index;
    if (index === this.#dragged) return;
    this.#dragged = index;
    this.#goTo(index);
  }

  #onUp(event: PointerEvent): void {
    this.#dragged = undefined;
    if (event.pointerType !== 'mouse') this.pointed = undefined;
  }

  #onLeave(): void {
    if (this.#dragged === undefined) this.pointed = undefined;
  }

  /** The mark nearest to a place on the screen: gaps between marks belong to one of them. */
  #markAt(x: number): number {
    let nearest = 0;
    let least = Infinity;
    this.marks.forEach((mark, i) => {
      const { left, width } = mark.getBoundingClientRect();
      const distance = Math.abs(x - left - width / 2);
      if (distance < least) [nearest, least] = [i, distance];
    });
    return nearest;
  }
}

const moves: Readonly<Record<string, MoveEvent['to']>> = {
  ArrowRight: 'next',
  ArrowUp: 'next',
  ArrowLeft: 'previous',
  ArrowDown: 'previous',
  Home: 'first',
  End: 'last',
  // A slider has no use for it, and whoever scrubs goes on reading from there.
  ' ': 'reveal',
};

const mark = (place: number, index: number): TemplateResult =>
  html`<span class="mark ${placeOf(place, index)}"></span>`;

const placeOf = (place: number, index: number): string => (place < index ? 'past' : place === index ? 'now' : 'future');

define('bp-timeline', BpTimeline);

declare global {
  interface HTMLElementTagNameMap {
    'bp-timeline': BpTimeline;
  }
}
