/** About as many letters as a line of a page holds. */
const lineLength = 64;

/**
 * A long right side in TeX as several lines, broken before a `\cdot` or a sign that stands in no group. LaTeX does not
 * break a displayed formula by itself.
 */
export function brokenLine(tex: string): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of piecesOf(tex)) {
    if (line && lengthOf(line) + lengthOf(piece) > lineLength) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += piece;
  }
  return [...lines, line];
}

/** The text in pieces, each of which begins with the sign before which a line may break. */
function piecesOf(tex: string): readonly string[] {
  const pieces: string[] = [];
  let depth = 0;
  let start = 0;
  for (const { 0: found, index } of tex.matchAll(
    /\\left|\\right|\\begin|\\end|\\[^A-Za-z]|[{}()]| (?:\\cdot|[+-]) /g,
  )) {
    if (/^(?:\\left|\\begin|[{(])$/.test(found)) depth += 1;
    else if (/^(?:\\right|\\end|[})])$/.test(found)) depth -= 1;
    else if (found.startsWith(' ') && depth === 0 && index > 0) {
      pieces.push(tex.slice(start, index + 1));
      start = index + 1;
    }
  }
  return [...pieces, tex.slice(start)];
}

/** About how many letters wide it is: the longer half of a fraction, what stands under a brace where that is longer. */
function lengthOf(tex: string): number {
  const flat = tex
    .replace(/\\underbrace\{((?:[^{}]|\{[^{}]*\})*)\}_\{((?:[^{}]|\{[^{}]*\})*)\}/g, (_, over: string, under: string) =>
      'x'.repeat(Math.ceil(Math.max(bare(over).length, 0.7 * bare(under).length)) + 1),
    )
    .replace(/\\frac\{((?:[^{}]|\{[^{}]*\})*)\}\{((?:[^{}]|\{[^{}]*\})*)\}/g, (_, over: string, under: string) =>
      bare(over).length > bare(under).length ? bare(over) : bare(under),
    );
  return bare(flat).length;
}

const bare = (tex: string): string =>
  tex
    .replace(/\\(?:text|mathbf|mathit|mathrm)\b/g, '')
    .replace(/\\[A-Za-z]+ ?/g, 'x')
    .replace(/[{}\\_^ ]/g, '');
