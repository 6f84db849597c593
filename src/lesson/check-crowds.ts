import type { Inline, Section } from './lesson.js';
import { limits } from './limits.js';
import type { ProseContext } from './markdown.js';

/** What all the prose of one step costs to show. */
interface Crowd {
  live: number;
  tex: number;
  pieces: number;
}

/** A step shows all its sections at once, each of its formulas typeset: so many at most. `headings` are those of the sections. */
export function checkCrowds(
  sections: readonly Section[],
  headings: readonly { readonly line: number }[],
  { file, complain }: ProseContext,
): void {
  const crowds = new Map<string, Crowd>();
  for (const [i, { ref, blocks, notes }] of sections.entries()) {
    const crowd = crowds.get(ref) ?? { live: 0, tex: 0, pieces: 0 };
    crowds.set(ref, crowd);
    const wasIn = isWithin(crowd);
    for (const block of [...blocks, ...notes]) {
      crowd.pieces += 1;
      if (block.kind === 'math') count([block], crowd);
      else if (block.kind === 'paragraph') count(block.content, crowd);
      else if (block.kind === 'list') block.items.forEach((item) => count(item, crowd));
    }
    if (!wasIn || isWithin(crowd)) continue;
    const message = `The prose of \`${ref}\` has too much in it to be shown at once (${crowd.live} formulas and live numbers, ${crowd.tex} characters of formulas, ${crowd.pieces} pieces; ${limits.live}, ${limits.tex} and ${limits.pieces} are the most): put some of it with another step.`;
    complain({ message, at: { file, line: headings[i]!.line }, subject: ref });
  }
}

const isWithin = ({ live, tex, pieces }: Crowd): boolean =>
  live <= limits.live && tex <= limits.tex && pieces <= limits.pieces;

function count(inline: Inline, crowd: Crowd): void {
  for (const part of inline) {
    crowd.pieces += 1;
    if (part.kind === 'math') crowd.tex += part.tex.length;
    if (part.kind === 'math' || part.kind === 'number') crowd.live += 1;
    if ('content' in part) count(part.content, crowd);
  }
}
