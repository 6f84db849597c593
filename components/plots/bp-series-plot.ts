import { html, LitElement, nothing, svg, type PropertyValues } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { formatNumber } from '../../src/index.js';
import { linearTicks } from '../curve/scale.js';
import { Width } from '../curve/width.js';
import { define } from '../define.js';
import { StepEvent } from '../events/index.js';
import { tokens } from '../styles/tokens.js';
import { words } from '../words.js';
import { lineStyles } from './palette.js';
import { seriesStyles } from './series-styles.js';
import { evenScale, powerScale, type ValueScale } from './series-frame.js';
import { stepsOf, type Series, type SeriesPoint } from './series.js';

const say = words.plots;

/** A pointer or a key is at this step; for the line of text above the plot. */
export class PointEvent extends Event {
  constructor(readonly step: number | undefined) {
    super('bp-point', { bubbles: true });
  }
}

interface Frame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  /** Where the axis is; a row for exact zeros lies below it. */
  readonly bottom: number;
  readonly zero: number | undefined;
  readonly height: number;
  readonly scale: ValueScale;
  readonly stepTicks: readonly number[];
  x(step: number): number;
}

/**
 * @summary One quantity at each time step or layer, a line for each choice. Keys and pointer go along it; Enter or a press opens a step.
 * @fires bp-step - Someone opened the step of a point.
 * @fires bp-point - Someone is at a step, without opening it. Does not leave the plot.
 */
export class BpSeriesPlot extends LitElement {
  static override styles = [tokens, lineStyles, seriesStyles];

  @property({ attribute: false }) lines: readonly Series[] = [];
  @property() scale: 'log' | 'linear' = 'log';
  /** What the steps are: `layer`. */
  @property() axis = '';
  /** What is shown: `∂L/∂h`. */
  @property() name = '';
  /** The step of the lesson's own place, if it is one of these. */
  @property() current = '';
  @state() private at: number | undefined;
  @query('.plot') private readonly plot!: HTMLElement;

  #frame: Frame | undefined;
  readonly #width = new Width(this);
  #drawn = 0;

  protected override willUpdate(changed: PropertyValues): void {
    if (this.at !== undefined && !this.#steps.includes(this.at)) this.at = undefined;
    const width = this.#width.value;
    if (width && (width !== this.#drawn || changed.has('lines') || changed.has('scale'))) this.#frame = this.#frameOf();
    this.#drawn = width;
  }

  get #steps(): readonly number[] {
    return stepsOf(this.lines);
  }

  /** The line whose points can be opened. */
  get #inForce(): Series | undefined {
    return this.lines.find(({ isInForce }) => isInForce);
  }

  #frameOf(): Frame | undefined {
    const em = parseFloat(getComputedStyle(this).fontSize);
    const values = this.lines.flatMap(({ points }) => points.map(({ value }) => value));
    const steps = this.#steps;
    if (!steps.length) return undefined;
    const hasZeroRow = this.scale === 'log' && values.some(({ kind }) => kind === 'zero');
    const height = Math.round(em * (this.#width.value < 480 ? 17 : 21)) + (hasZeroRow ? em * 2 : 0);
    const [left, right, top] = [em * 4.4, this.#width.value - em * 1.4, em * 0.9];
    const bottom = height - em * 3.2 - (hasZeroRow ? em * 2 : 0);
    const rows = Math.max(3, Math.round((bottom - top) / (em * 2.6)));
    const [first, last] = [steps[0]!, steps.at(-1)!];
    const columns = Math.max(2, Math.round((right - left) / (em * 3)));
    return {
      ...{ left, right, top, bottom, height },
      zero: hasZeroRow ? bottom + em * 1.5 : undefined,
      scale: this.scale === 'log' ? powerScale(values, rows) : evenScale(values, rows),
      // Where every step has its mark, each has its number.
      stepTicks:
        last - first < columns ? steps : linearTicks(first, last, columns).filter((each) => steps.includes(each)),
      x: (step) =>
        first === last ? (left + right) / 2 : left + em + ((right - left - 2 * em) * (step - first)) / (last - first),
    };
  }

  #y(frame: Frame, { value }: SeriesPoint): number | undefined {
    if (value.kind === 'zero' && frame.zero !== undefined) return frame.zero;
    const place = frame.scale.place(value);
    return place === undefined ? undefined : frame.bottom + (frame.top - frame.bottom) * place;
  }

  protected override render() {
    const frame = this.#frame;
    const steps = this.#steps;
    if (!frame || !steps.length) return html`<div class="plot"></div>`;
    const now = this.at ?? this.#current ?? steps[0]!;
    return html`<div
      class="plot"
      role="slider"
      tabindex="0"
      aria-label=${say.pick(this.name, this.axis)}
      aria-orientation="horizontal"
      aria-valuemin=${steps[0]!}
      aria-valuemax=${steps.at(-1)!}
      aria-valuenow=${now}
      aria-valuetext=${say.point(this.axis, now, this.#textAt(now))}
      @keydown=${this.#key}
      @focus=${() => this.#go(now)}
      @blur=${() => this.#go(undefined)}
      @pointermove=${(event: PointerEvent) => event.pointerType === 'mouse' && this.#go(this.#stepAt(event))}
      @pointerleave=${() => this.#go(undefined)}
      @click=${(event: MouseEvent) => this.#open(this.#stepAt(event))}
    >
      <svg
        width=${this.#width.value}
        height=${frame.height}
        viewBox="0 0 ${this.#width.value} ${frame.height}"
        aria-hidden="true"
      >
        ${this.#axes(frame)} ${this.lines.filter(({ isInForce }) => !isInForce).map((line) => this.#line(frame, line))}
        ${this.lines.filter(({ isInForce }) => isInForce).map((line) => this.#line(frame, line))} ${this.#marks(frame)}
      </svg>
    </div>`;
  }

  #axes(frame: Frame) {
    const { left, right, bottom, top, height, scale, stepTicks, zero } = frame;
    const y = (place: number): number => bottom + (top - bottom) * place;
    return svg`${scale.ticks.map(
      ({ place, text }) => svg`<line class="grid" x1=${left} x2=${right} y1=${y(place)} y2=${y(place)} />
        <text class="value" x=${left} dx="-0.6em" y=${y(place)} dy="0.32em">${text}</text>`,
    )}
    <line class="axis" x1=${left} x2=${right} y1=${bottom} y2=${bottom} />
    ${
      zero === undefined
        ? nothing
        : svg`<line class="zero" x1=${left} x2=${right} y1=${zero} y2=${zero} />
          <text class="value" x=${left} dx="-0.6em" y=${zero} dy="0.32em">0</text>`
    }
    ${stepTicks.map(
      (step) => svg`<line class="tick" x1=${frame.x(step)} x2=${frame.x(step)} y1=${bottom} y2=${bottom + 5} />
        <text class="step" x=${frame.x(step)} y=${(zero ?? bottom) + (zero === undefined ? 0 : 6)} dy="1.6em">${step}</text>`,
    )}
    <text class="title" x=${right} y=${height} dy="-0.3em">${this.axis}</text>`;
  }

  #line(frame: Frame, { points, style, isInForce }: Series) {
    let path = '';
    let isOpen = false;
    for (const point of points) {
      const y = point.value.kind === 'zero' && frame.zero !== undefined ? undefined : this.#y(frame, point);
      if (y !== undefined) path += `${isOpen ? 'L' : 'M'}${frame.x(point.step).toFixed(1)} ${y.toFixed(1)}`;
      isOpen = y !== undefined;
    }
    return svg`<g class="line-${style.colour} ${isInForce ? 'in-force' : ''}">
      <path class="line" d=${path} stroke-dasharray=${style.dash || nothing} />
      ${points.map((point) => {
        const y = this.#y(frame, point);
        if (y === undefined) return nothing;
        const isHollow = point.value.kind === 'zero' || (point.value.kind === 'number' && point.value.isNegative);
        return svg`<path class="mark ${isHollow ? 'hollow' : ''}" d=${style.shape}
          transform="translate(${frame.x(point.step).toFixed(1)} ${y.toFixed(1)}) scale(${isInForce ? 0.9 : 0.62})" />`;
      })}
    </g>`;
  }

  /** Where the lesson stands, and where the reader is. */
  #marks(frame: Frame) {
    return [this.#current, this.at].map((step, i) => {
      const point = this.#inForce?.points.find((each) => each.step === step);
      const y = point && this.#y(frame, point);
      if (step === undefined || y === undefined) return nothing;
      return svg`<line class=${i ? 'at' : 'current'} x1=${frame.x(step)} x2=${frame.x(step)} y1=${frame.top} y2=${frame.bottom} />
        <circle class=${i ? 'at' : 'current'} cx=${frame.x(step)} cy=${y} r="9" />`;
    });
  }

  get #current(): number | undefined {
    return this.#inForce?.points.find(({ ref }) => ref === this.current)?.step;
  }

  #textAt(step: number): string {
    const value = this.#inForce?.points.find((each) => each.step === step)?.value;
    if (!value || value.kind === 'none') return say.none;
    return value.shown ? formatNumber(value.shown.plain) : say.unknown;
  }

  #stepAt(event: MouseEvent): number | undefined {
    const frame = this.#frame;
    if (!frame) return undefined;
    const x = event.clientX - this.plot.getBoundingClientRect().left;
    const byDistance = [...this.#steps].sort((a, b) => Math.abs(frame.x(a) - x) - Math.abs(frame.x(b) - x));
    return byDistance[0];
  }

  #go(step: number | undefined): void {
    if (step === this.at) return;
    if (step === undefined) this.at = undefined;
    else this.at = step;
    this.dispatchEvent(new PointEvent(step));
  }

  #open(step: number | undefined): void {
    const point = this.#inForce?.points.find((each) => each.step === step);
    if (point) this.dispatchEvent(new StepEvent(point.ref));
  }

  #key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const steps = this.#steps;
    const now = this.at ?? this.#current ?? steps[0];
    const place = steps.indexOf(now!);
    const target = {
      ArrowRight: place + 1,
      ArrowUp: place + 1,
      ArrowLeft: place - 1,
      ArrowDown: place - 1,
      Home: 0,
      End: Infinity,
      PageUp: place + 5,
      PageDown: place - 5,
    }[event.key];
    const opens = event.key === 'Enter' || event.key === ' ';
    if (target === undefined && !opens) return;
    event.preventDefault();
    // The lesson's own keys mean something else.
    event.stopPropagation();
    if (opens) this.#open(now);
    else this.#go(steps[Math.min(Math.max(target!, 0), steps.length - 1)]);
  }
}

define('bp-series-plot', BpSeriesPlot);

declare global {
  interface HTMLElementTagNameMap {
    'bp-series-plot': BpSeriesPlot;
  }
}
