import { nothing, svg, type SVGTemplateResult } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import { guard } from 'lit/directives/guard.js';
import { plainName, withSmallIndices } from '../formula-text.js';
import type { Scene } from '../scene.js';
import { words } from '../words.js';
import { textWidth, type Point } from './geometry.js';
import type { Picture, PictureEdge, PictureNode } from './layout.js';
import type { Light } from './light.js';
import { rowId } from './parts.js';
import { reading, type Reading } from './reading.js';
import { fonts, isPill } from './sizes.js';

/** Everything a drawing depends on. */
export interface View {
  readonly scene: Scene;
  readonly picture: Picture;
  readonly light: Light;
  /** The ids of parts that another view points at. */
  readonly lit: ReadonlySet<string>;
  /** The part that has the focus, and the one that Tab leads to. */
  readonly focus: string | undefined;
  readonly tabStop: string | undefined;
  /** Changes with the step, so that its path draws itself again. */
  readonly turn: number;
}

const say = words.network;

/** The whole diagram: edges, what the step draws over them, their labels, nodes, the numbers of paths. */
export function drawing(view: View): SVGTemplateResult {
  const { picture, light, scene, turn } = view;
  const lit = picture.edges.filter(({ id }) => light.parts.has(id));
  const direction = scene.step.phase === 'backward' ? 'back' : 'forth';
  return svg`
    ${picture.edges.map((edge) => (edge.d ? guard(edgeState(edge, view), () => edgeLine(edge, view)) : nothing))}
    <g class="trails ${direction}-${turn % 2}">
      ${lit.map(({ id, d }) => trail(d, light.parts.get(id)!))}
    </g>
    ${picture.nodes.map((node) => guard(nodeState(node, view), () => nodeGroup(node, view)))}
    ${picture.edges.map((edge) => (edge.label ? guard(edgeState(edge, view), () => edgeLabel(edge, view)) : nothing))}
    ${picture.edges.map((edge) => (light.paths.has(edge.id) && edge.d ? badge(edge, light.paths.get(edge.id)!, picture.compact) : nothing))}
  `;
}

/** All that an edge's line and label are drawn from: most steps change it for a few of them only. */
function edgeState(edge: PictureEdge, { scene, picture, light, lit, focus, tabStop }: View): unknown[] {
  const { id, by } = edge;
  const number = by === undefined ? [] : fieldsOf(reading(scene, by));
  const lights = [light.parts.get(id), light.paths.get(id), by === light.asked];
  const marks = [...lights, lit.has(id), focus === id, tabStop === id];
  return [edge, picture, ...marks, ...number];
}

/** The same for a node and its rows. */
function nodeState(node: PictureNode, { scene, picture, light, lit, tabStop }: View): unknown[] {
  const rows = node.variables.flatMap((variable) => {
    const id = rowId(node, variable, picture.compact);
    const marks = [light.parts.get(id), light.asked === variable, lit.has(id), tabStop === id];
    return [...marks, ...fieldsOf(reading(scene, variable))];
  });
  return [node, picture, light.nodes.get(node.id), ...rows];
}

/** A reading is a new object for each scene; only what it says counts. */
const fieldsOf = (number: Reading): readonly unknown[] => Object.values(number) as unknown[];

const trail = (d: string, role: string): SVGTemplateResult =>
  svg`<path class="trail ${role}" d=${d}></path><path class="core" d=${role === 'upstream' ? d : ''}></path>`;

function edgeLine(edge: PictureEdge, view: View): SVGTemplateResult {
  const { id, d, from, to, by } = edge;
  const way = say.edge(plainName(from), plainName(to));
  const name = by === undefined ? way : say.weighted(spoken(reading(view.scene, by)), way);
  const path = view.light.paths.get(id);
  return svg`<g class=${classMap({ part: true, lit: view.lit.has(id) })} data-part=${id}
  ><path
    class="hit"
    role="button"
    tabindex=${view.tabStop === id ? 0 : -1}
    aria-label=${[name, path && say.path(path), by === view.light.asked && say.asked].filter(Boolean).join(', ')}
    d=${d}
  ></path><path class="line" d=${d}></path></g>`;
}

function edgeLabel(edge: PictureEdge, view: View): SVGTemplateResult {
  const { id, label, by } = edge as PictureEdge & { readonly by: string };
  const { light, picture } = view;
  const number = reading(view.scene, by);
  const role = light.parts.get(id);
  const asked = by === light.asked;
  const lit = view.lit.has(id);
  const focus = view.focus === id;
  const shown = asked || lit || focus || role !== undefined;
  const name = withSmallIndices(plainName(number.ref));
  const full = !picture.compact || asked || lit || focus;
  const text = full ? `${name} ${number.text}` : name;
  const size = picture.compact ? fonts.compact : fonts.small;
  // In little room a name with its value is wider than its edge: they stand one above the other.
  const tall = full && picture.compact;
  const wide = tall ? Math.max(textWidth(name, size), textWidth(number.text, size)) + 9 : textWidth(text, size);
  const w = tall ? wide : asked || lit ? wide + 12 : Math.min(wide + 8, label!.w);
  const h = tall ? 2 * label!.h : label!.h;
  return svg`<g
    class=${classMap({ label: true, asked, lit, focus, shown, spare: label!.spare, input: role === 'input' })}
    data-part=${id}
  ><rect class="back" x=${label!.x - w / 2} y=${label!.y - h / 2} width=${w} height=${h} rx="5"></rect
  >${
    tall
      ? svg`<text aria-hidden="true" x=${label!.x} y=${label!.y - h / 4 + 1}><tspan class="name">${name}</tspan></text
        ><text aria-hidden="true" x=${label!.x} y=${label!.y + h / 4 - 1}>${slot(number)}</text>`
      : svg`<text aria-hidden="true" x=${label!.x} y=${label!.y} lengthAdjust="spacingAndGlyphs" textLength=${squeeze(text, size, w)}
        ><tspan class="name">${name}</tspan>${full ? svg`<tspan dx="4">${slot(number)}</tspan>` : changedMark(number.changed)}</text>`
  }</g>`;
}

function nodeGroup(node: PictureNode, view: View): SVGTemplateResult {
  const { picture, light } = view;
  const { x, y, w, h, variables, kind } = node;
  const left = x - w / 2;
  const top = y - h / 2;
  const rows = picture.compact ? [variables.at(-1)!] : variables;
  const radius = isPill(node) ? h / 2 : picture.compact ? 10 : 14;
  return svg`<g class="node is-${kind} ${light.nodes.get(node.id) ?? ''} ${rows.length > 1 ? 'two' : ''}"
  ><rect class="box" x=${left} y=${top} width=${w} height=${h} rx=${radius}></rect>
  ${rows.length > 1 ? svg`<path class="between" d="M${left + 8},${y}H${left + w - 8}"></path>` : nothing}
  ${rows.map((variable, i) => rowGroup(node, variable, i, rows.length, view))}</g>`;
}

function rowGroup(node: PictureNode, variable: string, i: number, count: number, view: View): SVGTemplateResult {
  const { picture, light, scene } = view;
  const id = rowId(node, variable, picture.compact);
  const inside = picture.compact
    ? ([...node.variables].reverse().find((each) => !reading(scene, each).waits) ?? variable)
    : variable;
  const number = reading(scene, inside);
  const asked = picture.compact ? node.variables.includes(light.asked) : light.asked === variable;
  const height = node.h / count;
  const top = node.y - node.h / 2 + i * height;
  const inset = node.kind === 'target' ? -2 : 2.5;
  return svg`<g
    class=${classMap({ part: true, asked, lit: view.lit.has(id), [light.parts.get(id) ?? 'unlit']: true })}
    data-part=${id}
  >${number.title ? svg`<title>${number.title}</title>` : nothing}<rect
    class="row"
    role="button"
    tabindex=${view.tabStop === id ? 0 : -1}
    aria-label=${[spoken(number), asked && say.asked].filter(Boolean).join(', ')}
    x=${node.x - node.w / 2 + inset} y=${top + inset} width=${node.w - 2 * inset} height=${height - 2 * inset}
    rx=${isPill(node) ? height / 2 - inset : picture.compact ? 8 : 11}
  ></rect>${rowText(node, inside, number, i, top + height / 2, picture.compact, count)}</g>`;
}

function rowText(
  node: PictureNode,
  variable: string,
  number: Reading,
  i: number,
  middle: number,
  compact: boolean,
  count: number,
): SVGTemplateResult {
  const { x, y, w, h, label, rows, variables } = node;
  const own = number.updated ? withSmallIndices(plainName(number.ref)) : label;
  if (isPill(node)) {
    const size = compact ? fonts.compact : fonts.small;
    return svg`<text aria-hidden="true" x=${x} y=${y} lengthAdjust="spacingAndGlyphs" textLength=${squeeze(`${own} ${number.text}`, size, w - 4)}><tspan class="name">${own}</tspan><tspan dx="4">${slot(number)}</tspan></text>`;
  }
  if (compact) {
    const name = variable === variables.at(-1) ? label : rows[variables.indexOf(variable)]!;
    return svg`<text aria-hidden="true" class="name" x=${x} y=${y - 8} lengthAdjust="spacingAndGlyphs" textLength=${squeeze(name, fonts.compact, w - 4)}>${name}</text
      ><text aria-hidden="true" class="value" x=${x} y=${y + 8} lengthAdjust="spacingAndGlyphs" textLength=${squeeze(number.text, 12, w - 5)}>${slot(number)}</text>`;
  }
  const title =
    i === count - 1
      ? svg`<text aria-hidden="true" class="title name outside" x=${x} y=${y - h / 2 - 10}>${label}</text>`
      : nothing;
  if (count === 1) {
    return svg`${title}<text aria-hidden="true" class="value" x=${x} y=${y} lengthAdjust="spacingAndGlyphs" textLength=${squeeze(number.text, fonts.value, w - 10)}>${slot(number)}</text>`;
  }
  const prefix = rows[i]!;
  const room = w - 18 - textWidth(prefix, fonts.small) - 4;
  return svg`${title}<text aria-hidden="true" class="prefix start" x=${x - w / 2 + 9} y=${middle}>${prefix}</text
    ><text aria-hidden="true" class="value end" x=${x + w / 2 - 9} y=${middle} lengthAdjust="spacingAndGlyphs" textLength=${squeeze(number.text, 14, room)}>${slot(number)}</text>`;
}

const slot = ({ ref, text, waits, provisional, changed }: Reading): SVGTemplateResult => svg`<tspan
    class=${waits ? 'waits' : nothing}
    data-number=${waits ? nothing : ref}
    data-digits=${waits ? nothing : 3}
    ?data-provisional=${provisional}
    ?data-changed=${changed}
  >${text}</tspan>${changedMark(changed)}`;

const changedMark = (changed: boolean): SVGTemplateResult | typeof nothing =>
  changed ? svg`<tspan class="changed" dx="1" dy="-4">▴</tspan>` : nothing;

const spoken = ({ ref, text, waits, changed }: Reading): string =>
  say.node(plainName(ref), waits ? say.waits : changed ? `${text} ${words.values.edited}` : text);

/** The length a text is squeezed to where it would not fit. */
const squeeze = (text: string, size: number, room: number): number | typeof nothing =>
  0.92 * textWidth(text, size) > room ? Math.round(room) : nothing;

/** A path's number, at the end of its first edge. */
function badge({ line }: PictureEdge, path: number, compact: boolean): SVGTemplateResult {
  const [from, to] = line.slice(-2) as [Point, Point];
  const back = (compact ? 3 : 8) / Math.hypot(to.x - from.x, to.y - from.y);
  const [x, y] = [to.x + (from.x - to.x) * back, to.y + (from.y - to.y) * back];
  return svg`<g class="badge"><circle cx=${x} cy=${y} r="7.5"></circle><text aria-hidden="true" x=${x} y=${y}>${path}</text></g>`;
}
