import MarkdownIt from 'markdown-it';
import type { Complaint, Place } from '../complaint.js';
import type { Wanted } from './check-reference.js';
import type { Block, Inline, InlinePart } from './lesson.js';

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
  const rest = state.src.slice(state.pos);
  const display = /^\$\$\s*([^$]+?)\s*\$\$/.exec(rest);
  const found = display ?? /^\$(?=\S)([^$]*[^\s$])\$(?!\d)/.exec(rest);
  if (!found) return false;
  if (!silent) {
    const token = state.push('math', '', 0);
    token.content = found[1]!;
    token.markup = display ? '$$' : '$';
  }
  state.pos += found[0].length;
  return true;
});
markdown.inline.ruler.before('link', 'number', (state, silent) => {
  const found = /^\[\[((?:[^[\]]|\[[^[\]]*\])+)\]\]/.exec(state.src.slice(state.pos));
  if (!found) return false;
  if (!silent) state.push('number', '', 0).content = found[1]!.trim();
  state.pos += found[0].length;
  return true;
});

/** The headings of a body, by line. */
export function headingsOf(
  body: string,
): readonly { readonly level: number; readonly line: number; readonly text: string }[] {
  const tokens = markdown.parse(body, {});
  return tokens.flatMap((token, i) =>
    token.type === 'heading_open'
      ? [{ level: Number(token.tag.slice(1)), line: token.map![0] + 1, text: tokens[i + 1]!.content }]
      : [],
  );
}

/** Prose in blocks. Line numbers are counted in `text`. */
export function toBlocks(text: string, context: ProseContext): readonly Block[] {
  const blocks: Block[] = [];
  const tokens = markdown.parse(text, {});
  for (let i = 0; i < tokens.length;) {
    const token = tokens[i]!;
    const end = closing(tokens, i);
    const block = toBlock(tokens.slice(i, end + 1), context);
    if (block) blocks.push(block);
    else context.complain({ message: unsupported(token.type), at: placeOf(token, context) });
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

const placeOf = (token: Token, { file }: ProseContext): Place => ({
  file,
  ...(token.map && { line: token.map[0] + 1 }),
});

function toBlock(tokens: readonly Token[], context: ProseContext): Block | undefined {
  const [first, second] = tokens;
  switch (first!.type) {
    case 'fence':
    case 'code_block':
      return { kind: 'code', text: first!.content.replace(/\n$/, '') };
    case 'paragraph_open': {
      const children = second!.children!;
      if (children.length === 1 && children[0]!.type === 'math' && children[0]!.markup === '$$') {
        return { kind: 'math', tex: children[0]!.content };
      }
      return { kind: 'paragraph', content: toInline(children, placeOf(second!, context), context) };
    }
    case 'bullet_list_open':
    case 'ordered_list_open': {
      const inlines = tokens.filter((token) => token.type === 'inline');
      const isFlat = tokens.slice(1, -1).every((token) => /^(list_item|paragraph)_|^inline$/.test(token.type));
      if (!isFlat || inlines.length !== tokens.filter((token) => token.type === 'list_item_open').length)
        return undefined;
      const items = inlines.map((token) => toInline(token.children!, placeOf(token, context), context));
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
      const ref = decodeURI(href.slice('step:'.length));
      const wrong = context.checkReference(ref, 'step');
      if (wrong !== undefined) complain(wrong, ref);
      return { kind: 'step', ref, content };
    }
    if (href.startsWith('lesson:')) {
      const [id = '', ...step] = href.slice('lesson:'.length).split('/');
      if (!/^[a-z][a-z0-9-]*$/.test(id)) complain(`\`${href}\` names no lesson: write it like \`lesson:mazur\`.`, href);
      return { kind: 'link', href: `#v1/${[id, ...step].join('/')}`, content };
    }
    if (!/^https?:\/\/[^/]/.test(href)) {
      complain(
        `The link \`${href}\` leads nowhere: write \`step:backward/w5\`, \`lesson:mazur\` or a whole address, \`https://…\`.`,
        href,
      );
    }
    return { kind: 'link', href, content };
  };
}
