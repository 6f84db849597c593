import { html, LitElement, nothing, svg, type PropertyValues } from 'lit';
import { property, query } from 'lit/decorators.js';
import { linearTicks } from '../curve/scale.js';
import { tickText } from '../curve/tick-text.js';
import { Width } from '../curve/width.js';
import { define } from '../define.js';
import { IterationEvent } from '../events/index.js';
import { tokens } from '../styles/tokens.js';
import { words } from '../words.js';
import type { Level, Range } from './level-lines.js';
import { placeLabels, type Dot } from './level-labels.js';
import { lineStyles } from './palette.js';
import { pathsStyles } from './paths-styles.js';
import type { Way } from './ways.js';

const say = words.plots;

/** What is behind the paths: the ranges of both axes and the level lines between them. */
export interface Picture {
  readonly x: Range;
  readonly y: Range;
  readonly levels: readonly Level[];
}

interface Frame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly height: number;
}

/** How near a press must be to a point of a path, in pixels. */
const reach = 26;

/** How dark the highest loss is, of 1. */
const shade = 0.16;

/** So many markers a path has at most: more would be a band. */
const mostMarkers = 12;

/**
 * @summary The loss over two parameters as level lines, and the paths of training through it. A press on a path goes to its iteration.
 * @fires bp-iteration - Someone pressed a point of a path: that iteration is asked for.
 */
export class BpPathsPlot extends LitElement {
  static override styles = [tokens, lineStyles, pathsStyles];

  @property({ attribute: false }) picture: Picture | undefined;
  @property({ attribute: false }) ways: readonly Way[] = [];
  /** What stands along the axes: `w₁`. */
  @property() x = '';
  @property() y = '';
  /** After how many updates the large markers stand. */
  @property({ type: Number }) iteration = 0;
  @query('svg') private readonly drawing!: SVGSVGElement;

  #frame: Frame | undefined;
  #areas: readonly string[] = [];
  #labels: readonly (Dot | undefined)[] = [];
  readonly #width = new Width(this);
  #drawn = 0;

  protected override willUpdate(changed: PropertyValues): void {
    const width = this.#width.value;
    const isOther = width !== this.#drawn || changed.has('picture') || changed.has('ways');
    if (!width || !this.picture || !isOther) return;
    this.#drawn = width;
    const em = parseFloat(getComputedStyle(this).fontSize);
    const height = Math.round(Math.min(em * 30, Math.max(em * 19, this.#width.value * 0.62)));
    this.#frame = { left: em * 4.2, right: this.#width.value - em, top: em * 1.6, bottom: height - em * 3.2, height };
    const { x, y, levels } = this.picture;
    const rings = levels.map(({ rings }) =>
      rings.map((ring) => ring.map(([a, b]) => this.#dot(along(x, a), along(y, b)))),
    );
    this.#areas = rings.map((each) => each.map((ring) => `${lineThrough(ring)}Z`).join(''));
    const taken = this.ways.flatMap(({ points }) => thin(points, 40).map(([a, b]) => this.#dot(a, b)));
    this.#labels = placeLabels(
      rings.map((each) => each.flat()),
      this.#frame,
      taken,
      em,
    );
  }

  /** A place in the drawing. What is far outside stays near it: drawings end at a few million pixels. */
  #dot(a: number, b: number): Dot {
    const { left, right, top, bottom } = this.#frame!;
    const { x, y } = this.picture!;
    const near = (value: number): number => Math.min(Math.max(value, -20_000), 20_000);
    return [
      near(left + (right - left) * ((a - x.from) / (x.to - x.from))),
      near(bottom + (top - bottom) * ((b - y.from) / (y.to - y.from))),
    ];
  }

  protected override render() {
    const frame = this.#frame;
    if (!frame || !this.picture) return html`<div class="plot"></div>`;
    const { left, right, top, bottom, height } = frame;
    const ordered = [...this.ways].sort((a, b) => Number(a.isInForce) - Number(b.isInForce));
    return html`<div class="plot" role="img" aria-label=${say.picture(this.x, this.y)} @click=${this.#press}>
      <svg width=${this.#width.value} height=${height} viewBox="0 0 ${this.#width.value} ${height}" aria-hidden="true">
        <clipPath id="inside"><rect x=${left} y=${top} width=${right - left} height=${bottom - top} /></clipPath>
        <g clip-path="url(#inside)">
          ${this.#areas.map((area) => svg`<path class="level" d=${area} fill-opacity=${shade / this.#areas.length} />`)}
        </g>
        ${this.#axes(frame)}
        ${this.picture.levels.map(({ value }, i) => {
          const at = this.#labels[i];
          return at
            ? svg`<text class="level-label" x=${at[0]} y=${at[1]} dy="0.32em">${tickText(value)}</text>`
            : nothing;
        })}
        <g clip-path="url(#inside)">${ordered.map((way) => this.#way(way))}</g>
        ${this.#start()}
        <g clip-path="url(#inside)">${ordered.map((way) => this.#marker(way))}</g>
      </svg>
    </div>`;
  }

  #axes({ left, right, top, bottom, height }: Frame) {
    const { x, y } = this.picture!;
    const em = (height - bottom) / 3.2;
    const [columns, rows] = [(right - left) / (em * 5), (bottom - top) / (em * 3)].map((each) =>
      Math.max(2, Math.round(each)),
    );
    const xTicks = linearTicks(x.from, x.to, columns!);
    const yTicks = linearTicks(y.from, y.to, rows!);
    return svg`${xTicks.map((tick) => {
      const at = this.#dot(tick, y.from)[0];
      return svg`<line class="tick" x1=${at} x2=${at} y1=${bottom} y2=${bottom + 5} />
        <text class="step" x=${at} y=${bottom} dy="1.5em">${tickText(tick)}</text>`;
    })}
    ${yTicks.map((tick) => {
      const at = this.#dot(x.from, tick)[1];
      return svg`<line class="tick" x1=${left - 5} x2=${left} y1=${at} y2=${at} />
        <text class="value" x=${left} dx="-0.7em" y=${at} dy="0.32em">${tickText(tick)}</text>`;
    })}
    <rect class="frame" x=${left} y=${top} width=${right - left} height=${bottom - top} />
    <text class="title" x=${right} y=${height} dy="-0.3em">${this.x}</text>
    <text class="y-title" x=${left} y=${top} dy="-0.5em">${this.y}</text>`;
  }

  #way({ points, style, isInForce }: Way) {
    const dots = points.map(([a, b]) => this.#dot(a, b));
    return svg`<g class="line-${style.colour} ${isInForce ? 'in-force' : ''}">
      <path class="line" d=${lineThrough(dots)} stroke-dasharray=${style.dash || nothing} />
      ${thin(dots, mostMarkers).map(
        ([x, y]) =>
          svg`<path class="mark" d=${style.shape} transform="translate(${x.toFixed(1)} ${y.toFixed(1)}) scale(0.55)" />`,
      )}
    </g>`;
  }

  #start() {
    const first = this.ways.find(({ points }) => points.length)?.points[0];
    if (!first) return nothing;
    const [x, y] = this.#dot(...first);
    const { left, right } = this.#frame!;
    const isRight = x > (left + right) / 2;
    return svg`<circle class="start" cx=${x} cy=${y} r="3" />
      <text class="start-label ${isRight ? 'before' : ''}" x=${x} y=${y} dx=${isRight ? -12 : 12} dy="-0.7em">${say.start}</text>`;
  }

  #marker({ points, style, isInForce }: Way) {
    const point = points[Math.min(this.iteration, points.length - 1)];
    if (!point) return nothing;
    const [x, y] = this.#dot(...point);
    return svg`<path class="now line-${style.colour}" d=${style.shape}
      transform="translate(${x.toFixed(1)} ${y.toFixed(1)}) scale(${isInForce ? 1.5 : 1.2})" />`;
  }

  /** The nearest point of a path, if it is near enough. */
  #press(event: MouseEvent): void {
    const { left, top } = this.drawing.getBoundingClientRect();
    const [x, y] = [event.clientX - left, event.clientY - top];
    let [best, nearest] = [reach, -1];
    for (const { points } of this.ways) {
      for (const [iteration, point] of points.entries()) {
        const [a, b] = this.#dot(...point);
        const distance = Math.hypot(a - x, b - y);
        if (distance < best) [best, nearest] = [distance, iteration];
      }
    }
    if (nearest >= 0) this.dispatchEvent(new IterationEvent(nearest));
  }
}

const along = ({ from, to }: Range, share: number): number => from + (to - from) * share;

const lineThrough = (dots: readonly Dot[]): string =>
  dots.map(([x, y], i) => `${i ? 'L' : 'M'}${x.toFixed(1)} ${y.toFixed(1)}`).join('');

/** At most so many of them, evenly. */
function thin<T>(all: readonly T[], most: number): readonly T[] {
  const every = Math.ceil(all.length / most);
  return all.filter((_, i) => i % every === 0);
}

define('bp-paths-plot', BpPathsPlot);

declare global {
  interface HTMLElementTagNameMap {
    'bp-paths-plot': BpPathsPlot;
  }
}
