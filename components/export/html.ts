import { symbol, type TypesetFormula } from '../../src/index.js';
import { plainTex } from '../derivation/marks.js';
import { phraseIn } from '../derivation/phrase.js';
import { numberState } from '../number/number-text.js';
import type { Scene } from '../scene.js';
import { signsTex, type Equation } from './equation.js';
import { writeBlock, type ProseWriter } from './prose.js';
import { sheetOf } from './sheet.js';

/** How a fragment fits into its page. */
export interface HtmlOptions {
  /** Typesets TeX as MathML; what `\href{number:3}{…}` encloses comes out with `href="number:3"`. */
  readonly math: (tex: string) => string;
  /** Of the whole; its first line has the same with `-lesson`. */
  readonly className: string;
  readonly heading: 'h1' | 'h2' | 'h3' | 'h4';
}

/** A step as HTML without scripts and styles: MathML, and every number marked with what it is. */
export function stepHtml(scene: Scene, { math, className, heading }: HtmlOptions): string {
  const { heading: title, other, question, equations, notes, prose } = sheetOf(scene);
  const paragraph = (inner: string): string => `<p>${inner}</p>`;
  const asked = phraseIn(question, (name) => math(symbol(name))).join('');
  const written = htmlProse(scene, math);
  return [
    `<article class="${className}">`,
    `<p class="${className}-lesson">${htmlText(title)}</p>`,
    `<${heading}>${asked}</${heading}>`,
    ...(other === undefined ? [] : [paragraph(htmlText(other))]),
    ...equations.flatMap((equation) => equationLines(equation, scene, math)).map(paragraph),
    ...notes.map((note) => paragraph(htmlText(note))),
    ...prose.map((block) => writeBlock(block, written)),
    '</article>',
  ].join('\n');
}

/** A line for each sign, so that it also fits where there is little room. */
export function equationLines(
  { label, left, rows, result }: Equation,
  scene: Scene,
  math: HtmlOptions['math'],
): readonly string[] {
  const display = (tex: string): string => math(`\\displaystyle ${tex}`);
  const lines = rows.map(({ sign, joint, pieces }) =>
    pieces
      .map((piece, i) => marked(piece, (tex) => (i ? between(display(tex)) : display(`${signsTex[sign]} ${tex}`))))
      .join(joint ? ` ${joint} ` : ' '),
  );
  const [first = '', ...rest] = lines;
  const all = [`${display(left)} ${first}`.trim(), ...rest];
  const end = result && ` ${result.sign} <strong>${number(scene, result.ref)}</strong>`;
  return [...(label === undefined ? [] : [htmlText(label)]), ...all.slice(0, -1), `${all.at(-1)!}${end ?? ''}`];
}

/** A sign at the beginning of a formula would be taken for the sign of a number. */
const between = (math: string): string => math.replace(/(<mstyle[^>]*>)<mo>([+−])/, '$1<mo form="infix">$2');

/** A formula with its numbers marked: of all marks that TeX can make, MathML keeps only addresses. */
function marked({ tex, terms }: TypesetFormula, math: HtmlOptions['math']): string {
  const linked = plainTex(tex, ({ command, argument, body }) =>
    command === 'htmlData' ? `\\href{${argument.replace('term=', 'number:')}}{${body}}` : body,
  );
  return math(linked).replace(
    / href="number:(\d+)"/g,
    (_, term: string) => ` data-number="${htmlText(terms[Number(term)]!)}"`,
  );
}

const number = (scene: Scene, ref: string): string =>
  `<span data-number="${htmlText(ref)}">${htmlText(numberState(scene, ref).text)}</span>`;

/** How HTML writes running text. */
export function htmlProse(scene: Scene, math: HtmlOptions['math']): ProseWriter {
  return {
    text: htmlText,
    code: (text) => `<code>${htmlText(text)}</code>`,
    math,
    number: (ref) => number(scene, ref),
    emphasis: (inner) => `<em>${inner}</em>`,
    strong: (inner) => `<strong>${inner}</strong>`,
    link: (href, inner) => `<a href="${htmlText(href)}" rel="noopener">${inner}</a>`,
    paragraph: (inner) => `<p>${inner}</p>`,
    list: (items, ordered) => {
      const tag = ordered ? 'ol' : 'ul';
      return [`<${tag}>`, ...items.map((item) => `<li>${item}</li>`), `</${tag}>`].join('\n');
    },
    codeBlock: (text) => `<pre><code>${htmlText(text)}</code></pre>`,
    mathBlock: (tex) => `<p>${math(`\\displaystyle ${tex}`)}</p>`,
  };
}

/** Text for HTML. */
export const htmlText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
