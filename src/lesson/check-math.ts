import { limits } from './limits.js';

/**
 * Commands that do more than typeset: those that load or link, that define others, that move what they print or make it
 * any size; and the marks by which the page knows its own numbers, which a lesson must not imitate.
 */
const refused = new RegExp(
  `\\\\(?:${[
    'href|url|includegraphics|html\\w*',
    '(?:[egx]?def|let|futurelet|global|long|(?:re|provide)?newcommand|renewcommand|providecommand|expandafter|noexpand)',
    'rule|m?kern|[hm]skip|[hv]space|raisebox|(?:math)?[lrc]lap|smash',
  ].join('|')})(?![A-Za-z])\\*?|\\\\\\\\\\s*\\[`,
);

/** What is wrong with a formula in TeX, in a sentence, or nothing. */
export function checkMath(tex: string): string | undefined {
  const { formula, braces } = limits;
  if (tex.length > formula) return `This formula has ${tex.length} characters, more than ${formula}: split it.`;
  if (depthOf(tex) > braces)
    return `Braces stand more than ${braces} deep inside each other in this formula: split it.`;
  const [command] = refused.exec(tex) ?? [];
  return command && `\`${command}\` can't stand in a formula: write it without.`;
}

const closes: Readonly<Record<string, string>> = { '}': '{', ']': '[', '\\right': '\\left', '\\end': '\\begin' };

/** How deep braces, brackets that belong to a command, and pairs like `\left` and `\right` stand inside each other. */
function depthOf(tex: string): number {
  const open: string[] = [];
  let most = 0;
  for (const [piece] of tex.matchAll(/\\(?:left|right|begin|end)(?![A-Za-z])|\\[A-Za-z]+\s*\[|\\.|[{}\]]/gs)) {
    const opening = /^(?:\{|\\left|\\begin|.*\[)$/s.test(piece) && piece !== '\\[';
    if (opening) most = Math.max(most, open.push(piece.endsWith('[') ? '[' : piece));
    else if (closes[piece] !== undefined && closes[piece] === open.at(-1)) open.pop();
  }
  return most;
}
