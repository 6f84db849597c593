import { applies, hostDeclarations, rulesIn, type StyleRule } from './style-rules.js';
import type { Node } from './template-tree.js';

/** What of a style an SVG can carry as attributes, and how SVG draws where nothing is said. All but `display` is inherited. */
const initial: Style = {
  fill: 'black',
  stroke: 'none',
  'stroke-width': '1',
  'stroke-dasharray': 'none',
  'stroke-linecap': 'butt',
  'stroke-linejoin': 'miter',
  'font-family': 'sans-serif',
  'font-size': '16',
  'font-style': 'normal',
  'font-weight': '400',
  'text-anchor': 'start',
  'dominant-baseline': 'auto',
  'paint-order': 'normal',
  display: 'inline',
};

/** Values by property, custom properties among them. What an element takes over is its prototype's. */
export type Style = Readonly<Record<string, string>>;

/** An element with its style, and what it contains. */
export interface StyledNode {
  readonly node: Node;
  readonly style: Style;
  readonly children: readonly (StyledNode | string)[];
}

/**
 * Work out every element's style, as a browser would, from style sheets without a page. Programs that read SVG know few
 * selectors and no custom properties.
 * @param overrides custom properties that stand in for those of `:host`
 */
export function resolveStyles(
  nodes: readonly (Node | string)[],
  css: string,
  overrides: Style,
): readonly (StyledNode | string)[] {
  const rules = rulesIn(css)
    .map((rule, order) => ({ rule, order }))
    .sort((a, b) => a.rule.weight - b.rule.weight || a.order - b.order)
    .map(({ rule }) => rule);
  const style = (each: Node | string, path: readonly Node[], parent: Style): StyledNode | string => {
    if (typeof each === 'string') return each;
    const here = [...path, each];
    const own = styleOf(
      rules.filter((rule) => applies(rule, here)),
      parent,
    );
    return { node: each, style: own, children: each.children.map((child) => style(child, here, own)) };
  };
  return nodes.map((each) => style(each, [], rootOf(css, overrides)));
}

/** The font that the sheet's elements have for running text. */
export const fontOf = (css: string): string => valueIn('var(--_sans)', rootOf(css, {}));

const rootOf = (css: string, overrides: Style): Style => ({
  ...initial,
  ...Object.fromEntries(hostDeclarations(css).filter(([property]) => property.startsWith('--'))),
  ...overrides,
});

/** A style with values of its own before those that it takes over. */
export const derived = (from: Style, own: Style): Style => Object.assign(Object.create(from) as object, own);

function styleOf(rules: readonly StyleRule[], parent: Style): Style {
  const declarations = rules.flatMap((rule) => rule.declarations);
  const custom = declarations.filter(([property]) => property.startsWith('--'));
  const known = custom.length ? derived(parent, Object.fromEntries(custom)) : parent;
  const own: Record<string, string> = { display: 'inline' };
  for (const [property, value] of declarations) {
    if (property === 'font') Object.assign(own, fontParts(valueIn(value, known)));
    else if (property in initial) own[property] = valueIn(value, known);
  }
  return derived(known, own);
}

/** A value without `var()` and `light-dark()`, lengths in the drawing's own unit. */
function valueIn(value: string, style: Style): string {
  const found = /var\((--[\w-]+)(?:,\s*((?:[^()]|\([^()]*\))*))?\)/.exec(value);
  if (found) {
    const [whole, name = '', otherwise = ''] = found;
    return valueIn(
      value.replace(whole, () => style[name] ?? otherwise),
      style,
    );
  }
  return value
    .replace(/light-dark\(\s*([^,]+),[^)]*\)/g, '$1')
    .replace(/(\d)px\b/g, '$1')
    .replace(/^transparent$/, 'none');
}

/** `400 12 system-ui, sans-serif` */
function fontParts(font: string): Style {
  const [, weight = '400', size, family] = /^(?:(\d{3}) )?([\d.]+) (.*)$/.exec(font) ?? [];
  if (size === undefined || family === undefined) return {};
  return { 'font-weight': weight, 'font-size': size, 'font-family': family };
}
