import type { Block, Inline } from '../../src/index.js';

/** How a format writes running text. What it is given is already written, except for text, code and TeX. */
export interface ProseWriter {
  readonly text: (text: string) => string;
  readonly code: (text: string) => string;
  readonly math: (tex: string) => string;
  readonly number: (ref: string) => string;
  readonly emphasis: (inner: string) => string;
  readonly strong: (inner: string) => string;
  readonly link: (href: string, inner: string) => string;
  readonly paragraph: (inner: string) => string;
  readonly list: (items: readonly string[], ordered: boolean) => string;
  readonly codeBlock: (text: string) => string;
  readonly mathBlock: (tex: string) => string;
}

/** A block of prose. */
export function writeBlock(block: Block, write: ProseWriter): string {
  switch (block.kind) {
    case 'paragraph':
      return write.paragraph(writeInline(block.content, write));
    case 'list':
      return write.list(
        block.items.map((item) => writeInline(item, write)),
        block.ordered,
      );
    case 'code':
      return write.codeBlock(block.text);
    case 'math':
      return write.mathBlock(block.tex);
  }
}

function writeInline(inline: Inline, write: ProseWriter): string {
  const inner = (content: Inline): string => writeInline(content, write);
  return inline
    .map((part): string => {
      switch (part.kind) {
        case 'text':
          return write.text(part.text);
        case 'code':
          return write.code(part.text);
        case 'math':
          return write.math(part.tex);
        case 'number':
          return write.number(part.ref);
        case 'emphasis':
          return write.emphasis(inner(part.content));
        case 'strong':
          return write.strong(inner(part.content));
        case 'step':
          return inner(part.content);
        case 'link':
          // A link to another lesson leads somewhere in the tutor only.
          return /^(https?:\/\/|mailto:)/i.test(part.href)
            ? write.link(part.href, inner(part.content))
            : inner(part.content);
      }
    })
    .join('');
}
