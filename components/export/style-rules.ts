import type { Node } from './template-tree.js';

/** One selector of a rule and what it declares. */
export interface StyleRule {
  /** From the outermost element to the one that is styled. */
  readonly steps: readonly Step[];
  readonly weight: number;
  readonly declarations: readonly (readonly [property: string, value: string])[];
}

interface Step {
  readonly tag?: string;
  readonly classes: readonly string[];
  readonly attributes: readonly string[];
  /** The element before must be the parent, not only an ancestor. */
  readonly child: boolean;
}

/**
 * The rules of a style sheet that count for a still: tags, classes, attributes, `:is()`, descendants and children. Rules
 * for media, for pointing and focus, and those of the host are left out.
 */
export function rulesIn(css: string): readonly StyleRule[] {
  return blocksIn(css).flatMap(({ selector, declarations }) =>
    split(selector)
      .flatMap(spread)
      .flatMap((each) => {
        const steps = readSelector(each);
        return steps ? [{ steps, weight: weightOf(steps), declarations }] : [];
      }),
  );
}

/** What `:host` declares: the custom properties that everything inside can use. */
export const hostDeclarations = (css: string): StyleRule['declarations'] =>
  blocksIn(css).flatMap(({ selector, declarations }) => (selector === ':host' ? declarations : []));

/** Whether a rule is about an element. @param path the element last, what it stands in before it */
export function applies({ steps }: StyleRule, path: readonly Node[]): boolean {
  const from = (step: number, at: number): boolean => {
    if (step < 0) return true;
    const { child } = steps[step + 1] ?? { child: true };
    for (let i = at; i >= 0; i--) {
      if (fits(steps[step]!, path[i]!) && from(step - 1, i - 1)) return true;
      if (child) return false;
    }
    return false;
  };
  return from(steps.length - 1, path.length - 1);
}

function fits({ tag, classes, attributes }: Step, node: Node): boolean {
  return (
    (tag === undefined || tag === node.name) &&
    classes.every((each) => node.classes.includes(each)) &&
    attributes.every((each) => node.attributes.has(each))
  );
}

interface Block {
  readonly selector: string;
  readonly declarations: StyleRule['declarations'];
}

/** The rules at the top level; those inside `@media` and `@keyframes` go with their at-rule. */
function blocksIn(css: string): readonly Block[] {
  const text = css.replace(/\/\*.*?\*\//gs, '');
  const blocks: Block[] = [];
  for (let at = 0, open = text.indexOf('{'); open >= 0; open = text.indexOf('{', at)) {
    const selector = text.slice(at, open).trim();
    let depth = 1;
    let end = open + 1;
    for (; depth > 0 && end < text.length; end++) depth += text[end] === '{' ? 1 : text[end] === '}' ? -1 : 0;
    if (!selector.startsWith('@'))
      blocks.push({ selector, declarations: declarationsIn(text.slice(open + 1, end - 1)) });
    at = end;
  }
  return blocks;
}

const declarationsIn = (body: string): StyleRule['declarations'] =>
  body.split(';').flatMap((each) => {
    const at = each.indexOf(':');
    return at < 0
      ? []
      : [
          [
            each.slice(0, at).trim(),
            each
              .slice(at + 1)
              .trim()
              .replace(/\s+/g, ' '),
          ] as const,
        ];
  });

/** At the commas outside parentheses. */
const split = (text: string): readonly string[] => text.split(/,(?![^(]*\))/).map((each) => each.trim());

/** `.a :is(b, c)` as `.a b` and `.a c`. */
function spread(selector: string): readonly string[] {
  const found = /:is\(([^()]*)\)/.exec(selector);
  if (!found) return [selector];
  return split(found[1]!).flatMap((each) => spread(selector.replace(found[0], each)));
}

/** Nothing for a selector about states, siblings or pseudo-elements: a still has none. */
function readSelector(selector: string): readonly Step[] | undefined {
  if (/[:+~]/.test(selector)) return undefined;
  const steps: Step[] = [];
  let child = false;
  for (const part of selector.replaceAll('>', ' > ').split(/\s+/)) {
    if (part === '>') child = true;
    else {
      const [tag] = /^[a-z][\w-]*/i.exec(part) ?? [];
      const classes = [...part.matchAll(/\.([\w-]+)/g)].map(([, name]) => name!);
      const attributes = [...part.matchAll(/\[([\w-]+)\]/g)].map(([, name]) => name!);
      steps.push({ ...(tag !== undefined && { tag }), classes, attributes, child });
      child = false;
    }
  }
  return steps;
}

const weightOf = (steps: readonly Step[]): number =>
  steps.reduce(
    (sum, { tag, classes, attributes }) => sum + 100 * (classes.length + attributes.length) + (tag ? 1 : 0),
    0,
  );
