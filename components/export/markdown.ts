import { phraseText } from '../derivation/phrase.js';
import { numberState } from '../number/number-text.js';
import type { Scene } from '../scene.js';
import { writeBlock, type ProseWriter } from './prose.js';
import { sheetOf } from './sheet.js';
import { equationTex } from './tex-equation.js';

/** A step as Markdown with `$…$` and `$$…$$`, in TeX that KaTeX and MathJax read as it is. */
export function stepMarkdown(scene: Scene): string {
  const { heading, other, question, equations, notes, prose } = sheetOf(scene);
  const write = markdownProse(scene);
  const blocks = [
    `### ${markdownText(phraseText(question))}`,
    markdownText(heading),
    ...(other === undefined ? [] : [markdownText(other)]),
    ...equations.flatMap((equation) => [
      ...(equation.label === undefined ? [] : [markdownText(equation.label)]),
      write.mathBlock(equationTex(equation, scene)),
    ]),
    ...notes.map(markdownText),
    ...prose.map((block) => writeBlock(block, write)),
  ];
  return blocks.join('\n\n');
}

/** How Markdown writes running text. */
export const markdownProse = (scene: Scene): ProseWriter => ({
  text: markdownText,
  code: (text) => fenced(text, '`', text.includes('`') ? ' ' : ''),
  math: (tex) => `$${tex}$`,
  number: (ref) => numberState(scene, ref).text,
  emphasis: (inner) => `*${inner}*`,
  strong: (inner) => `**${inner}**`,
  link: (href, inner) => `[${inner}](<${href.replace(/[<>\n]/g, encodeURIComponent)}>)`,
  paragraph: (inner) => inner.replace(/^(\s*)(\d*)(?=[-+#.)])/gm, '$1$2\\'),
  list: (items, ordered) => items.map((item, i) => `${ordered ? `${i + 1}.` : '-'} ${item}`).join('\n'),
  codeBlock: (text) => fenced(text.trimEnd(), '```', '\n'),
  mathBlock: (tex) => `$$\n${tex}\n$$`,
});

/** Between more backticks than stand inside. */
function fenced(text: string, least: string, room: string): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = longest >= least.length ? '`'.repeat(longest + 1) : least;
  return fence + room + text + room + fence;
}

/** Text without what would mean something in Markdown. An underscore inside a name means nothing. */
export const markdownText = (text: string): string =>
  text
    .replace(/[\\`*<>$]|\[(?=[[^])|\](?=[[(:])/g, '\\$&')
    .replace(/(?<![\p{L}\d])_|_(?![\p{L}\d])/gu, '\\_')
    .replace(/&(?=#?\w+;)/g, '&amp;');
