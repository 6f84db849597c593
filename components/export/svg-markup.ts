import { derived, type Style, type StyledNode } from './resolve-styles.js';
import { escape } from './template-tree.js';

/** What of a drawing's own attributes a still keeps: its shapes, and what each number is. */
const kept = new Set(
  'd x y dx dy x1 x2 y1 y2 cx cy r rx ry width height transform textLength lengthAdjust data-number'.split(' '),
);

const ofShapes = ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-linecap', 'stroke-linejoin'];
const ofTexts = ['fill', 'font-family', 'font-size', 'font-style', 'font-weight', 'text-anchor'];

/** What need not be said in an SVG. */
const unsaid: Style = {
  stroke: 'none',
  'stroke-width': '1',
  'stroke-dasharray': 'none',
  'stroke-linecap': 'butt',
  'stroke-linejoin': 'miter',
  'font-style': 'normal',
  'font-weight': '400',
  'text-anchor': 'start',
};

/**
 * A styled drawing as XML, its styles as attributes. What cannot be seen is left out.
 * @param root what the element around it says for all
 */
export function flatten(nodes: readonly (StyledNode | string)[], root: Style): string {
  const taken = { ...unsaid, ...root };
  // Between shapes white space means nothing.
  return nodes.map((each) => (typeof each === 'string' ? '' : element(each, taken))).join('');
}

function element(styled: StyledNode, taken: Style): string {
  const { node, style, children } = styled;
  // The title of a part tells in the page why a number is dotted; here none is.
  if (style['display'] === 'none' || node.name === 'title') return '';
  if (node.name === 'g') {
    const inside = flatten(children, taken);
    return inside && `<g>\n${inside}</g>\n`;
  }
  if (node.name !== 'text') return isVisible(styled) ? `<${node.name}${attributes(styled, taken, ofShapes)}/>\n` : '';
  // Few programs know `paint-order`: the outline that keeps lines off a text is a text of its own.
  const halo = style['paint-order'] === 'stroke' ? `${text(outline(styled), taken, [...ofShapes, ...ofTexts])}\n` : '';
  return `${halo}${text(styled, taken, ofTexts)}\n`;
}

function isVisible({ node, style }: StyledNode): boolean {
  if (node.name === 'path' && !node.attributes.get('d')) return false;
  return style['fill'] !== 'none' || style['stroke'] !== 'none';
}

/** A text or a piece of one. */
function text(styled: StyledNode, taken: Style, properties: readonly string[]): string {
  const { node, style, children } = styled;
  const inside = children.map((child) =>
    typeof child === 'string' ? escape(child.replace(/\s+/g, ' ')) : text(child, style, properties),
  );
  return `<${node.name}${attributes(styled, taken, properties)}>${inside.join('')}</${node.name}>`;
}

/** The same text in the colour of its outline, without marks on its numbers. */
function outline({ node, style, children }: StyledNode): StyledNode {
  const own = [...node.attributes].filter(([name]) => name !== 'data-number');
  return {
    node: { ...node, attributes: new Map(own) },
    style: derived(style, { fill: style['stroke']! }),
    children: children.map((child) => (typeof child === 'string' ? child : outline(child))),
  };
}

/** An element's own attributes and, of its style, what is not said around it. */
function attributes({ node, style }: StyledNode, taken: Style, properties: readonly string[]): string {
  const own = [...node.attributes].flatMap(([name, value]): [string, string][] => {
    if (!kept.has(name) || (name === 'lengthAdjust' && !node.attributes.has('textLength'))) return [];
    return [[name, name === 'data-number' ? value : rounded(name === 'y' ? lowered(value, node.name, style) : value)]];
  });
  const said = [...new Set(properties)].flatMap((name): [string, string][] => {
    const value = style[name];
    const isMoot = name.startsWith('stroke-') && style['stroke'] === 'none';
    return value === undefined || value === taken[name] || isMoot ? [] : [[name, value]];
  });
  return [...own, ...said].map(([name, value]) => ` ${name}="${escape(value)}"`).join('');
}

/** Few programs know `dominant-baseline`: the line is moved down by as much as centres a line of digits. */
function lowered(y: string, name: string, style: Style): string {
  if (name !== 'text' || style['dominant-baseline'] !== 'central') return y;
  return String(Number(y) + 0.35 * Number(style['font-size']));
}

/** Hundredths of a pixel are enough. */
const rounded = (value: string): string =>
  value.replace(/\d+\.\d{3,}/g, (number) => String(Math.round(Number(number) * 100) / 100));
