import MarkdownIt from 'markdown-it';
import type { Complaint, Place } from '../complaint.js';
import type { Wanted } from './check-reference.js';
import { checkMath } from './check-math.js';
import type { Block, Inline, InlinePart } from './lesson.js';
import { limits } from './limits.js';

type Token = ReturnType<InstanceType<typeof MarkdownIt>['parse']>[number];

/** What the prose is checked with while it is read. */
export interface ProseContext {
  readonly file: string;
  readonly complain: (complaint: Complaint) => void;
  /** What is wrong with a reference, if anything. */
  readonly checkReference: (ref: string, wanted: Wanted) => string | undefined;
}

const markdown = new MarkdownIt({ html: false, typographer: true }).disable(['replacements']);
// Every link reaches `toInline`, which says what is wrong with it; by default markdown-it prints odd ones as text.
markdown.validateLink = () => true;
markdown.inline.ruler.before('escape', 'math', (state, silent) => {
  const found = mathAt(state.src, state.pos);
  if (!found) return false;
  if (!silent) {
    const token = state.push('math', '', 0);
    token.content = found.tex;
    token.markup = found.markup;
  }
  state.pos = found.end;
  return true;
});
markdown.inline.ruler.before('link', 'number', (state, silent) => {
  liveNumber.lastIndex = state.pos;
  const [whole, ref] = liveNumber.exec(state.src) ?? [];
  if (whole === undefined) return false;
  if (!silent) state.push('number', '', 0).content = ref!.trim();
  state.pos += whole.length;
  return true;
});

// Only to say that there is one: the parser's own rule fills up every row to as many cells as the first has.
markdown.block.ruler.at('table', (state, start, end, silent) => {
  const row = (line: number): string => state.getLines(line, line + 1, state.blkIndent, false);
  if (start + 1 >= end || !row(start).includes('|')) return false;
  const below = row(start + 1);
  if (!/^[\s|:-]*$/.test(below) || !below.includes('|') || !below.includes('-')) return false;
  if (silent) return true;
  let line = start;
  while (line < end && !state.isEmpty(line)) line += 1;
  state.push('table_open', '', 0).map = [start, line];
  state.line = line;
  return true;
});

/** `[[W[2,1]]]`; as long as references are, so that a text full of brackets is not searched again from each. */
const liveNumber = /\[\[((?:[^[\]]|\[[^[\]]{0,100}\]){1,200})\]\]/y;

/** `$…$`, not around a space and not before a digit; or `$$ … $$`. */
function mathAt(text: string, start: number): { tex: string; markup: string; end: number } | undefined {
  if (text[start] !== '$') return undefined;
  const markup = text[start + 1] === '$' ? '$$' : '$';
  const from = start + markup.length;
  const to = text.indexOf('$', from);
  const inside = text.slice(from, to);
  const tex = inside.trim();
  const end = to + markup.length;
  if (to < 0 || !tex || !text.startsWith(markup, to)) return undefined;
  if (markup === '$' && (tex !== inside || /\d/.test(text[end] ?? ''))) return undefined;
  return { tex, markup, end };
}

/** Only blocks: it finds headings without looking at what their text says. */
const outline = new MarkdownIt({ html: false });
outline.core.ruler.enableOnly(['normalize', 'block']);

/** The headings of a body, by line. */
export function headingsOf(
  body: string,
): readonly { readonly level: number; readonly line: number; readonly text: string }[] {
  const tokens = outline.parse(body, {});
  return tokens.flatMap((token, i) =>
    token.type === 'heading_open'
      ? [{ level: Number(token.tag.slice(1)), line: token.map![0] + 1, text: tokens[i + 1]!.content }]
      : [],
  );
}

/** Prose in blocks. `firstLine` is the number of the text's first line in the file. */
export function toBlocks(text: string, firstLine: number, context: ProseContext): readonly Block[] {
  const blocks: Block[] = [];
  const tokens = markdown.parse(text, {});
  for (let i = 0; i < tokens.length;) {
    const token = tokens[i]!;
    const end = closing(tokens, i);
    const at = (token: Token): Place => ({
      file: context.file,
      ...(token.map && { line: firstLine + token.map[0] }),
    });
    const block = toBlock(tokens.slice(i, end + 1), at, context);
    if (block) blocks.push(block);
    else context.complain({ message: unsupported(token.type), at: at(token) });
    i = end + 1;
  }
  return blocks;
}

/** A single run of text, as it stands in the front matter. */
export function toInlineText(text: string, at: Place, context: ProseContext): Inline {
  return toInline(markdown.parseInline(text, {})[0]!.children!, at, context);
}

function closing(tokens: readonly Token[], start: number): number {
  let depth = 0;
  let i = start;
  do depth += tokens[i++]!.nesting;
  while (depth > 0);
  return i - 1;
}

function toBlock(tokens: readonly Token[], at: (token: Token) => Place, context: ProseContext): Block | undefined {
  const [first, second] = tokens;
  switch (first!.type) {
    case 'fence':
    case 'code_block':
      return { kind: 'code', text: first!.content.replace(/\n$/, '') };
    case 'paragraph_open': {
      const children = second!.children!;
      const content = toInline(children, at(second!), context);
      const [only] = content;
      if (children.length === 1 && children[0]!.markup === '$$' && only?.kind === 'math') return only;
      return { kind: 'paragraph', content };
    }
    case 'bullet_list_open':
    case 'ordered_list_open': {
      const inlines = tokens.filter((token) => token.type === 'inline');
      const isFlat = tokens.slice(1, -1).every((token) => /^(list_item|paragraph)_|^inline$/.test(token.type));
      if (!isFlat || inlines.length !== tokens.filter((token) => token.type === 'list_item_open').length)
        return undefined;
      const items = inlines.map((token) => toInline(token.children!, at(token), context));
      return { kind: 'list', ordered: first!.type === 'ordered_list_open', items };
    }
  }
  return undefined;
}

const described: Readonly<Record<string, string>> = {
  heading_open:
    'Headings inside a section are not supported: write a paragraph, or a section of its own, `## backward/w5`',
  table_open: 'Tables are not supported in prose: write a list',
  blockquote_open: 'Quotations are not supported in prose: write a paragraph',
  hr: 'Rules (`---`) are not supported in prose: take it away',
  bullet_list_open: 'An item of a list must be one paragraph: write longer ones as paragraphs',
  ordered_list_open: 'An item of a list must be one paragraph: write longer ones as paragraphs',
  image: 'Images are not supported in prose: take it away',
};
const unsupported = (type: string): string =>
  `${described[type] ?? 'This is not supported in prose: write a paragraph'}.`;

function toInline(tokens: readonly Token[], start: Place, context: ProseContext): Inline {
  const stack: { parts: InlinePart[]; wrap?: (content: Inline) => InlinePart | undefined }[] = [{ parts: [] }];
  let { line } = start;
  const complain = (message: string, subject?: string): void =>
    context.complain({
      message,
      at: { ...start, ...(line !== undefined && { line }) },
      ...(subject !== undefined && { subject }),
    });
  const push = (part: InlinePart): void => {
    const { parts } = stack.at(-1)!;
    const last = parts.at(-1);
    if (part.kind === 'text' && last?.kind === 'text')
      parts[parts.length - 1] = { kind: 'text', text: last.text + part.text };
    else if (part.kind !== 'text' || part.text) parts.push(part);
  };
  for (const token of tokens) {
    if (token.nesting === 1) {
      if (stack.length > limits.emphasis) {
        complain(`Emphasis and links stand more than ${limits.emphasis} deep inside each other: write it simpler.`);
        return [];
      }
      const href = token.attrGet('href') as string | null;
      stack.push({ parts: [], wrap: href === null ? styled(token.type) : linked(href, context, complain) });
    } else if (token.nesting === -1) {
      const { parts, wrap } = stack.pop()!;
      const whole = wrap?.(parts);
      if (whole) push(whole);
    } else if (token.type === 'softbreak' || token.type === 'hardbreak') {
      if (line !== undefined) line += 1;
      push({ kind: 'text', text: ' ' });
    } else if (token.type === 'text') {
      push({ kind: 'text', text: token.content });
    } else if (token.type === 'code_inline') {
      push({ kind: 'code', text: token.content });
    } else if (token.type === 'math') {
      const wrong = checkMath(token.content);
      if (wrong !== undefined) complain(wrong, token.content);
      push({ kind: 'math', tex: token.content });
    } else if (token.type === 'number') {
      const wrong = context.checkReference(token.content, 'value');
      if (wrong !== undefined) complain(wrong, token.content);
      push({ kind: 'number', ref: token.content });
    } else {
      complain(unsupported(token.type));
    }
  }
  return stack[0]!.parts;
}

const styled =
  (type: string) =>
  (content: Inline): InlinePart | undefined =>
    type === 'em_open'
      ? { kind: 'emphasis', content }
      : type === 'strong_open'
        ? { kind: 'strong', content }
        : undefined;

function linked(href: string, context: ProseContext, complain: (message: string, subject: string) => void) {
  return (content: Inline): InlinePart | undefined => {
    if (href.startsWith('step:')) {
      const ref = decoded(href.slice('step:'.length));
      const wrong = context.checkReference(ref, 'step');
      if (wrong !== undefined) complain(wrong, ref);
      return { kind: 'step', ref, content };
    }
    if (href.startsWith('lesson:')) {
      const [id = '', ...step] = href.slice('lesson:'.length).split('/');
      if (!/^[a-z][a-z0-9-]*$/.test(id)) complain(`\`${href}\` names no lesson: write it like \`lesson:mazur\`.`, href);
      return { kind: 'link', href: `#v1/${[id, ...step].join('/')}`, content };
    }
    if (!/^https?:\/\/[^/]/i.test(href)) {
      complain(
        `The link \`${href}\` leads nowhere: write \`step:backward/w5\`, \`lesson:mazur\` or a whole address, \`https://…\`.`,
        href,
      );
    }
    return { kind: 'link', href, content };
  };
}

/** The parser encodes what stands in a link; what was never a code stays as it is, to be complained about. */
function decoded(text: string): string {
  try {
    return decodeURI(text);
  } catch {
    return text;
  }
}
