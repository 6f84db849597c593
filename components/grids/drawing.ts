import { nothing, svg, type SVGTemplateResult } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import { guard } from 'lit/directives/guard.js';
import { plainName, spoken } from '../formula-text.js';
import { textWidth } from '../network/geometry.js';
import { reading, type Reading } from '../network/reading.js';
import type { Scene } from '../scene.js';
import { grids as say } from '../words/grids.js';
import { words } from '../words.js';
import { fonts, shapeText } from './captions.js';
import type { Cell, Cells } from './cells.js';
import type { Frame, Grid, Picture } from './layout.js';
import type { Light } from './light.js';
import { linePaths } from './lines.js';
import { gutter } from './metrics.js';
import { cellOf as placeOf } from './units.js';
import { symbolParts, type Piece } from '../formula/symbol-parts.js';
import type { PlacedEdge } from './ways.js';
import { windowLight, type WindowFrame } from './window-frames.js';

/** Everything a drawing depends on. */
export interface View extends Cells {
  readonly scene: Scene;
  readonly picture: Picture;
  readonly light: Light;
  /** The variables that another view points at. */
  readonly lit: ReadonlySet<string>;
  /** The cell that Tab leads to. */
  readonly tabStop: string | undefined;
  /** Changes with the step, so that its path draws itself again. */
  readonly turn: number;
}

/** Beyond so many paths, numbers on them tell nothing any more. */
const mostBadges = 12;

/** The whole diagram: frames, edges, what the step draws over them, units with their cells, the numbers of paths. */
export function drawing(view: View): SVGTemplateResult {
  const { picture, light, scene, turn, cells } = view;
  const { frames, lines, edges } = windowLight(light, cells, scene.setup, scene.trace.graph);
  const direction = scene.step.phase === 'backward' ? 'back' : 'forth';
  return svg`
    ${guard([picture], () => [...picture.frames.map(frameOf), ...[...picture.grids.values()].map(ground), ...picture.edges.map(edgeOf)])}
    <g class="trails ${direction}-${turn % 2}">
      ${picture.edges.map(({ id, d }) => (edges.has(id) ? trail(d, edges.get(id)!) : nothing))}
      ${linePaths(lines, cells, picture.edges).map(({ d, role }) => trail(d, role))}
    </g>
    ${[...picture.grids.values()].map((grid) => gridOf(grid, view))}
    ${frames.map(windowOf)}
    ${
      light.paths.size <= mostBadges
        ? [...light.paths].map(([via, path]) => (cells.has(via) ? badge(cells.get(via)!, path) : nothing))
        : nothing
    }
  `;
}

const edgeOf = ({ id, d }: PlacedEdge): SVGTemplateResult => svg`<path class="line" d=${d} data-edge=${id}></path>`;

const trail = (d: string, role: string): SVGTemplateResult =>
  svg`<path class="trail ${role}" d=${d}></path><path class="core" d=${role === 'upstream' ? d : ''}></path>`;

const windowOf = ({ x, y, w, h, role }: WindowFrame): SVGTemplateResult =>
  svg`<rect class="window ${role}" x=${x} y=${y} width=${w} height=${h} rx="5"></rect>`;

const frameOf = ({ name, x, y, w, h }: Frame): SVGTemplateResult => svg`<g class="frame">
    <rect x=${x} y=${y} width=${w} height=${h} rx="8"></rect>
    <text class="legend" x=${x + w - 8} y=${y} aria-hidden="true">${say.inside} ${symbolSpans(name).spans}</text>
  </g>`;

/** Between what lies one below the other in a grid, channels or samples: a line where one ends. */
function partings(grid: Grid, cells: readonly Cell[]): readonly SVGTemplateResult[] {
  const height = grid.shape.at(-2);
  if (grid.shape.length < 3 || !height) return [];
  const rows = new Map(cells.map((cell) => [cell.row, cell]));
  return [...rows.values()].flatMap(({ variable, y, row }) => {
    const above = rows.get(row - 1);
    const partOf = (each: string): number => Math.floor(placeOf(grid, each)[0] / height);
    if (!above || partOf(above.variable) === partOf(variable)) return [];
    return [svg`<path class="parting" d="M${grid.x} ${y - gutter / 2}h${grid.w}"></path>`];
  });
}

const ground = ({ name, kind, x, y, w, h }: Grid): SVGTemplateResult =>
  svg`<rect class="ground is-${kind}" data-unit=${name} x=${x - 3} y=${y - 3} width=${w + 6} height=${h + 6} rx="6"></rect>`;

function gridOf(grid: Grid, view: View): SVGTemplateResult {
  const { name, kind, places } = grid;
  const { cells, omissions } = view;
  const own = [...cells.values()].filter((cell) => cell.grid === grid);
  const asked = view.scene.trace.graph.unitOf(view.light.asked) === name;
  return svg`<g class="grid is-${kind} ${asked ? 'of-asked' : ''}" role="group" aria-label=${say.unit(spoken(plainName(name)), shapeText(grid))}
  >${guard([grid], () => caption(grid))}
  ${partings(grid, own)}
  ${own.map((cell) => guard(stateOf(cell, view), () => cellOf(cell, view)))}
  ${
    places[0] * places[1] === own.length
      ? nothing
      : omissions
          .filter(({ id }) => id.startsWith(`${name} `))
          .map((each) => svg`<text class="omission" aria-hidden="true" x=${each.x} y=${each.y}>${each.sign}</text>`)
  }</g>`;
}

/** All that a cell is drawn from: most steps change it for a few of them only. */
function stateOf(cell: Cell, { scene, light, lit, tabStop }: View): unknown[] {
  const { variable, grid, x, y } = cell;
  const marks = [light.cells.get(variable), light.asked === variable, lit.has(variable), tabStop === variable];
  return [grid, variable, x, y, ...marks, ...(Object.values(reading(scene, variable)) as unknown[])];
}

function cellOf({ variable, x, y, w, h }: Cell, { scene, light, lit, tabStop }: View): SVGTemplateResult {
  const number = reading(scene, variable);
  const asked = light.asked === variable;
  const path = light.paths.get(variable);
  const label = [said(number), path !== undefined && words.network.path(path), asked && words.network.asked];
  return svg`<g
    class=${classMap({ cell: true, asked, lit: lit.has(variable), [light.cells.get(variable) ?? 'unlit']: true })}
    data-part=${variable}
  ><rect
    class="box"
    role="button"
    tabindex=${tabStop === variable ? 0 : -1}
    aria-label=${label.filter(Boolean).join(', ')}
    x=${x} y=${y} width=${w} height=${h} rx="4"
  ></rect><text
    class=${classMap({ value: true, tight: isTight(number, w) })}
    aria-hidden="true"
    x=${x + w / 2} y=${y + h / 2 + 0.5}
    lengthAdjust="spacingAndGlyphs" textLength=${squeeze(number, w)}
  >${slot(number)}</text></g>`;
}

const slot = ({ ref, text, waits, provisional, changed }: Reading): SVGTemplateResult => svg`<tspan
    class=${waits ? 'waits' : nothing}
    data-number=${waits ? nothing : ref}
    data-digits=${waits ? nothing : 3}
    ?data-provisional=${provisional}
    ?data-changed=${changed}
  >${waits ? say.waits : text}</tspan>${changed ? svg`<tspan class="changed" dy="-4">▴</tspan>` : nothing}`;

const said = ({ ref, text, waits, changed }: Reading): string =>
  words.network.node(
    spoken(plainName(ref)),
    waits ? words.network.waits : changed ? `${text} ${words.values.edited}` : text,
  );

/** A long number is set smaller, and squeezed where even that would not fit. */
const isTight = (number: Reading, w: number): boolean => widthOf(number, fonts.value) > w - 3;

function squeeze(number: Reading, w: number): number | typeof nothing {
  const size = isTight(number, w) ? fonts.tight : fonts.value;
  return widthOf(number, size) > w - 3 ? Math.round(w - 3) : nothing;
}

/** About how wide a number is, with its mark. */
const widthOf = ({ text, changed }: Reading, size: number): number => 0.95 * textWidth(text, size) + (changed ? 6 : 0);

/** A unit's symbol above its cells, and its shape behind it. */
function caption(grid: Grid): SVGTemplateResult {
  const shape = shapeText(grid);
  const { spans, offset } = symbolSpans(grid.name);
  return svg`<text class="caption" aria-hidden="true" x=${grid.x} y=${grid.y - 8}>${spans}${
    shape ? svg`<tspan class="shape" dx="7" dy=${-offset}>${shape}</tspan>` : nothing
  }</text>`;
}

/** A symbol as it stands in a formula, as far as a line of text can; and how far below its line it ends. */
function symbolSpans(name: string): { readonly spans: SVGTemplateResult; readonly offset: number } {
  const { base, above, below } = symbolParts(name);
  const raised = above.length ? -6 : 0;
  const offset = below.length ? 4 : raised;
  const script = (pieces: readonly Piece[], dy: number): unknown =>
    pieces.length ? svg`<tspan class="script" dy=${dy}>${pieces.map(piece)}</tspan>` : nothing;
  return { spans: svg`${base.map(piece)}${script(above, raised)}${script(below, offset - raised)}`, offset };
}

const piece = ({ text, style }: Piece): SVGTemplateResult => svg`<tspan class=${style}>${text}</tspan>`;

/** A path's number, at the corner of the cell that it goes through. */
const badge = ({ x, y }: Cell, path: number): SVGTemplateResult => svg`<g class="badge"
  ><circle cx=${x + 1} cy=${y + 1} r="6.5"></circle><text aria-hidden="true" x=${x + 1} y=${y + 1.5}>${path}</text></g>`;
