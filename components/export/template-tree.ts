import { nothing, type TemplateResult } from 'lit';
import { getDirectiveClass, isDirectiveResult, isTemplateResult } from 'lit/directive-helpers.js';
import { PartType, type ChildPartInfo, type DirectiveResult, type PartInfo } from 'lit/directive.js';

/** An element of a drawing. */
export interface Node {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly classes: readonly string[];
  readonly children: readonly (Node | string)[];
}

/** What a Lit template renders, as a tree: enough for drawings, which have no listeners and no elements of their own. */
export function treeOf(template: unknown): readonly (Node | string)[] {
  return treeOfMarkup(markup(template));
}

/** A template with its values in place, as well-formed XML. */
function markup(value: unknown): string {
  if (value === nothing || value === null || value === undefined) return '';
  if (isTemplateResult(value)) return filled(value as TemplateResult);
  if (isDirectiveResult(value)) return markup(rendered(value, { type: PartType.CHILD }));
  if (typeof value === 'object' && Symbol.iterator in value)
    return [...(value as Iterable<unknown>)].map(markup).join('');
  return escape(String(value));
}

function filled({ strings, values }: TemplateResult): string {
  let isInTag = false;
  const pieces = values.map((value, i) => {
    const before = strings[i]!;
    const [open, close] = [before.lastIndexOf('<'), before.lastIndexOf('>')];
    if (open !== close) isInTag = open > close;
    return isInTag ? withAttribute(before, value) : before + markup(value);
  });
  return pieces.join('') + strings.at(-1)!;
}

/** A value that an attribute is bound to, or that stands in the middle of an attribute's text. */
function withAttribute(before: string, value: unknown): string {
  const [binding, isBoolean, name = ''] = /\s(\??)([\w:-]+)=$/.exec(before) ?? [];
  const info = { type: PartType.ATTRIBUTE, name, tagName: '', strings: ['', ''] } as const;
  const plain = isDirectiveResult(value) ? rendered(value, info) : value;
  if (binding === undefined) return before + markup(plain);
  const rest = before.slice(0, -binding.length);
  if (isBoolean) return plain ? `${rest} ${name}=""` : rest;
  return plain === nothing || plain === null || plain === undefined ? rest : `${rest} ${name}="${markup(plain)}"`;
}

/** What a directive gives where it is rendered once and for all. */
function rendered(result: DirectiveResult, info: PartInfo | Pick<ChildPartInfo, 'type'>): unknown {
  const Directive = getDirectiveClass(result)!;
  return new Directive(info).render(...(result as { values: unknown[] }).values);
}

const token = /<(\/?)([\w:-]+)((?:\s+[\w:-]+="[^"]*")*)\s*(\/?)>|[^<]+/g;

/** Well-formed markup as a tree. */
export function treeOfMarkup(text: string): readonly (Node | string)[] {
  const top: (Node | string)[] = [];
  const open = [top];
  for (const [whole, close, name, attributes = '', empty] of text.matchAll(token)) {
    if (name === undefined) open.at(-1)!.push(unescape(whole));
    else if (close) open.pop();
    else {
      const pairs = [...attributes.matchAll(/([\w:-]+)="([^"]*)"/g)];
      const children: (Node | string)[] = [];
      const all = new Map(pairs.map(([, key = '', value = '']) => [key, unescape(value)]));
      const classes = all.get('class')?.match(/\S+/g) ?? [];
      open.at(-1)!.push({ name, attributes: all, classes, children });
      if (!empty) open.push(children);
    }
  }
  return top;
}

const signs: readonly (readonly [sign: string, entity: string])[] = [
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
];

/** Text for XML. */
export const escape = (text: string): string =>
  signs.reduce((all, [sign, entity]) => all.replaceAll(sign, entity), text);
const unescape = (text: string): string =>
  signs.reduceRight((all, [sign, entity]) => all.replaceAll(entity, sign), text);
