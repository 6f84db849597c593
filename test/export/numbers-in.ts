/** A number in an exported fragment: what it is said to be, and its text as a plain decimal (`-1.9e-174`). */
export interface MarkedNumber {
  readonly ref: string;
  readonly plain: string;
}

/** The numbers that an exported HTML fragment marks with `data-number`, in order. */
export function numbersIn(html: string): MarkedNumber[] {
  return [...html.matchAll(/<(mn|mrow|msup|span) data-number="([^"]*)">/g)].map(
    ({ 0: open, 1: tag, 2: ref, index }) => ({
      ref: unescaped(ref!),
      plain: plainOf(inside(html, tag!, index + open.length)),
    }),
  );
}

/** What an element contains whose content begins there; it may contain elements of its own kind. */
function inside(html: string, tag: string, start: number): string {
  let depth = 1;
  for (const { 0: found, index } of html.slice(start).matchAll(new RegExp(`</?${tag}\\b`, 'g'))) {
    depth += found.startsWith('</') ? -1 : 1;
    if (depth === 0) return html.slice(start, start + index);
  }
  throw new Error(`<${tag}> is not closed.`);
}

const plainOf = (content: string): string =>
  content
    .replace(/<mo>×<\/mo><msup><mn>10<\/mn>(.*)<\/msup>/, 'e$1')
    .replace(/<[^>]*>/g, '')
    .replace(
      / × 10(.*)$/,
      (_, power: string) => `e${[...power].map((each) => '0123456789-'['⁰¹²³⁴⁵⁶⁷⁸⁹⁻'.indexOf(each)]).join('')}`,
    )
    .replaceAll('−', '-');

const unescaped = (text: string): string =>
  text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&amp;', '&');
