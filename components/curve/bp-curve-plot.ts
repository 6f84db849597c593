import { html, LitElement, nothing, svg, type PropertyValues } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { define } from '../define.js';
import { IterationEvent } from '../events/index.js';
import { tokens } from '../styles/tokens.js';
import { words } from '../words.js';
import { linePath, nearest } from './draw.js';
import { frameOf, type Axes, type Frame } from './frame.js';
import { plotStyles } from './plot-styles.js';
import { countText, tickText } from './tick-text.js';
import type { CurvePoint } from './training-run.js';
import { Width } from './width.js';

const say = words.training;

/** A pointer or a key is on this point; for the line of text above the plot. */
export class PeekEvent extends Event {
  constructor(readonly point: CurvePoint | undefined) {
    super('bp-peek', { bubbles: true });
  }
}

/**
 * @summary The loss, or another number, over the updates as a line. Pressing, dragging and keys pick an iteration.
 * @fires bp-iteration - Someone picked a point: that iteration is asked for.
 * @fires bp-peek - Someone points at a point, without picking it. Does not leave the loss curve.
 */
export class BpCurvePlot extends LitElement {
  static override styles = [tokens, plotStyles];

  @property({ attribute: false }) points: readonly CurvePoint[] = [];
  @property({ attribute: false }) axes: Axes = 'both';
  /** What the values are of: `loss`, `w₅`. */
  @property() name: string = say.loss;
  /** The current iteration. */
  @property({ type: Number }) iteration = 0;
  @state() private peek: CurvePoint | undefined;
  @query('.plot') private readonly plot!: HTMLElement;

  #frame: Frame | undefined;
  #path = '';
  #picked: number | undefined;
  readonly #width = new Width(this);
  #drawn = 0;

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('points')) this.peek = undefined;
    const width = this.#width.value;
    const isOther = width !== this.#drawn || changed.has('points') || changed.has('axes');
    if (width && this.points.length && isOther) {
      this.#drawn = width;
      const frame = frameOf(this.points, this.axes, width, parseFloat(getComputedStyle(this).fontSize));
      this.#frame = frame;
      this.#path = linePath(this.points, ({ iteration, value }) => [frame.x(iteration), frame.y(value)]);
    }
  }

  protected override render() {
    const [frame, current] = [this.#frame, this.points[nearest(this.points, this.iteration)]];
    if (!frame || !current) return html`<div class="plot"></div>`;
    return html`<div
      class="plot"
      role="slider"
      tabindex="0"
      aria-label=${say.pick}
      aria-orientation="horizontal"
      aria-valuemin="0"
      aria-valuemax=${this.points.at(-1)!.iteration}
      aria-valuenow=${current.iteration}
      aria-valuetext=${say.at(say.after(current.iteration, countText(current.iteration)), this.name, tickText(Number(current.value.toPrecision(4))))}
      @keydown=${this.#key}
      @pointerdown=${this.#press}
      @pointermove=${this.#move}
      @pointerleave=${() => this.#point(undefined)}
    >
      ${this.#drawing(frame, current)}
    </div>`;
  }

  #drawing(frame: Frame, current: CurvePoint) {
    const { left, right, top, bottom, height } = frame;
    const inside = this.iteration <= this.points.at(-1)!.iteration;
    return html`<svg
      width=${this.#width.value}
      height=${height}
      viewBox="0 0 ${this.#width.value} ${height}"
      aria-hidden="true"
    >
      ${frame.valueTicks.map(
        (value) => svg`<line class="grid" x1=${left} x2=${right} y1=${frame.y(value)} y2=${frame.y(value)} />
          <text class="value" x=${left} dx="-0.6em" y=${frame.y(value)} dy="0.32em">${tickText(value)}</text>`,
      )}
      ${frame.countTicks.map(
        (count) => svg`<line class="tick" x1=${frame.x(count)} x2=${frame.x(count)} y1=${bottom} y2=${bottom + 5} />
          <text class="count" x=${frame.x(count)} y=${bottom} dy="1.5em">${countText(count)}</text>`,
      )}
      <line class="axis" x1=${left} x2=${right} y1=${bottom} y2=${bottom} />
      <text class="title" x=${right} y=${height} dy="-0.3em">${say.axis}</text>
      <path class="line" d=${this.#path} />
      ${
        this.peek && this.peek !== current
          ? svg`<line class="peek" x1=${frame.x(this.peek.iteration)} x2=${frame.x(this.peek.iteration)} y1=${top} y2=${bottom} />
            <circle class="peek" cx=${frame.x(this.peek.iteration)} cy=${frame.y(this.peek.value)} r="4" />`
          : nothing
      }
      ${
        inside
          ? svg`<line class="current" x1=${frame.x(current.iteration)} x2=${frame.x(current.iteration)} y1=${top} y2=${bottom} />
            <circle class="current" cx=${frame.x(current.iteration)} cy=${frame.y(current.value)} r="5.5" />`
          : nothing
      }
    </svg>`;
  }

  #at(event: PointerEvent): CurvePoint | undefined {
    if (!this.#frame) return undefined;
    const x = event.clientX - this.plot.getBoundingClientRect().left;
    return this.points[nearest(this.points, this.#frame.countAt(x))];
  }

  #press(event: PointerEvent): void {
    if (event.button !== 0) return;
    this.plot.setPointerCapture(event.pointerId);
    this.#pick(this.#at(event));
  }

  #move(event: PointerEvent): void {
    const point = this.#at(event);
    if (event.buttons & 1 && this.plot.hasPointerCapture(event.pointerId)) this.#pick(point);
    else if (event.pointerType === 'mouse') this.#point(point);
  }

  #point(point: CurvePoint | undefined): void {
    if (point === this.peek) return;
    if (point) this.peek = point;
    else this.peek = undefined;
    this.dispatchEvent(new PeekEvent(point));
  }

  #pick(point: CurvePoint | undefined): void {
    this.#point(undefined);
    if (!point || point.iteration === (this.#picked ?? this.iteration)) return;
    // While dragging, one event a frame is enough.
    if (this.#picked === undefined) requestAnimationFrame(() => this.#tell());
    this.#picked = point.iteration;
  }

  #tell(): void {
    const iteration = this.#picked;
    this.#picked = undefined;
    if (iteration !== undefined) this.dispatchEvent(new IterationEvent(iteration));
  }

  #key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const to = this.#target(event.key);
    if (to === undefined) return;
    event.preventDefault();
    // The lesson's own arrow keys mean something else.
    event.stopPropagation();
    this.#pick(this.points[Math.min(Math.max(to, 0), this.points.length - 1)]);
  }

  #target(key: string): number | undefined {
    const now = nearest(this.points, this.#picked ?? this.iteration);
    const { iteration } = this.points[now]!;
    switch (key) {
      case 'ArrowRight':
      case 'ArrowUp':
        return now + 1;
      case 'ArrowLeft':
      case 'ArrowDown':
        return now - 1;
      case 'PageUp':
        return Math.max(now + 1, nearest(this.points, iteration * 2));
      case 'PageDown':
        return Math.min(now - 1, nearest(this.points, iteration / 2));
      case 'Home':
        return 0;
      case 'End':
        return this.points.length - 1;
      default:
        return undefined;
    }
  }
}

define('bp-curve-plot', BpCurvePlot);

declare global {
  interface HTMLElementTagNameMap {
    'bp-curve-plot': BpCurvePlot;
  }
}
