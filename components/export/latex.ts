import { symbol, texNumber } from '../../src/index.js';
import { phraseIn } from '../derivation/phrase.js';
import { numberState } from '../number/number-text.js';
import type { Scene } from '../scene.js';
import { exported as say } from '../words/export.js';
import { writeBlock, type ProseWriter } from './prose.js';
import { sheetOf } from './sheet.js';
import { beyondPdfLatex, latexCode, latexText } from './tex-text.js';
import { equationTex } from './tex-equation.js';

const preamble = String.raw`\documentclass{article}
\usepackage[utf8]{inputenc}
\IfFileExists{lmodern.sty}{\usepackage[T1]{fontenc}\usepackage{lmodern}}{}
\usepackage[margin=2.5cm]{geometry}
\usepackage{amsmath}
\usepackage[hidelinks]{hyperref}
\setlength{\parindent}{0pt}
\setlength{\parskip}{0.7em}
\pagestyle{empty}
\begin{document}`;

/** A step as a LaTeX document of its own. */
export const stepLatex = (scene: Scene): string =>
  checkedLatex([preamble, latexBody(scene), '\\end{document}'].join('\n'));

/** A document, with a remark where pdfLaTeX does not have all its characters. */
export function checkedLatex(document: string): string {
  const beyond = beyondPdfLatex(document);
  return beyond.length ? `% ${say.beyondLatex(beyond)}\n${document}` : document;
}

/** What stands in that document: several steps can share one. */
export function latexBody(scene: Scene): string {
  const { heading, other, question, equations, notes, prose } = sheetOf(scene);
  const write = latexProse(scene);
  const asked = phraseIn(question, (name) => `$${symbol(name)}$`);
  return [
    `\\section*{\\boldmath ${asked.join('')}}`,
    `\\textit{${latexText(heading)}}`,
    ...(other === undefined ? [] : [latexText(other)]),
    ...equations.flatMap((equation) => [
      ...(equation.label === undefined ? [] : [latexText(equation.label)]),
      write.mathBlock(equationTex(equation, scene)),
    ]),
    ...notes.map(latexText),
    ...prose.map((block) => writeBlock(block, write)),
  ].join('\n\n');
}

/** How LaTeX writes running text. */
export const latexProse = (scene: Scene): ProseWriter => ({
  text: latexText,
  code: (text) => `\\texttt{${latexCode(text)}}`,
  math: (tex) => `$${tex}$`,
  number: (ref) => {
    const { shown, text } = numberState(scene, ref);
    return shown ? `$${texNumber(shown.plain).tex}$` : latexText(text);
  },
  emphasis: (inner) => `\\emph{${inner}}`,
  strong: (inner) => `\\textbf{${inner}}`,
  link: (href, inner) => `\\href{${href.replace(/[%#\\{}]/g, '\\$&')}}{${inner}}`,
  paragraph: (inner) => inner,
  list: (items, ordered) => {
    const kind = ordered ? 'enumerate' : 'itemize';
    return [`\\begin{${kind}}`, ...items.map((item) => `\\item ${item}`), `\\end{${kind}}`].join('\n');
  },
  codeBlock: (text) => `\\begin{verbatim}\n${text.trimEnd()}\n\\end{verbatim}`,
  mathBlock: (tex) => `\\[\n${tex}\n\\]`,
});
