import { symbol } from '../../../src/index.js';
import { phraseIn } from '../../derivation/phrase.js';
import { introductionOf } from '../../prose/sections.js';
import type { Scene } from '../../scene.js';
import { words } from '../../words.js';
import { exported as say } from '../../words/export.js';
import type { Equation } from '../equation.js';
import { latexProse } from '../latex.js';
import { writeBlock } from '../prose.js';
import { equationTex } from '../tex-equation.js';
import { latexText } from '../tex-text.js';
import { blanksTex, withBlanks } from './blanks.js';
import { givenGroups } from './given.js';
import type { Kind } from './kinds.js';
import { paperSheet } from './paper-sheet.js';
import { remarksOn } from './remarks.js';
import type { WholeFormat } from './whole-text.js';

const preamble = String.raw`\documentclass[11pt,fleqn]{article}
\usepackage[utf8]{inputenc}
\IfFileExists{lmodern.sty}{\usepackage[T1]{fontenc}\usepackage{lmodern}}{}
\usepackage[margin=2.2cm]{geometry}
\usepackage{amsmath}
\usepackage[hidelinks]{hyperref}
\setlength{\parindent}{0pt}
\setlength{\parskip}{0.6em}
\setlength{\mathindent}{1.5em}
\setlength{\abovedisplayskip}{0.4em}
\setlength{\belowdisplayskip}{0.4em}
\newenvironment{unbroken}{\par\addvspace{1em}\noindent\begin{minipage}{\linewidth}\setlength{\parskip}{0.6em}}{\end{minipage}\par}
\raggedbottom
\emergencystretch=2em
\begin{document}`;

/** A whole lesson as a LaTeX document: everything, a worksheet, or its key. */
export const latexWhole = (kind: Kind): WholeFormat => ({
  begin: (scene) => begin(scene, kind),
  phase: (phase) => `\\section*{${words.derivation.phases[phase]}}`,
  step: (scene, number) => {
    const { question, equations, notes, prose } = paperSheet(scene, kind, number);
    const asked = phraseIn(question, (name) => `$${symbol(name)}$`).join('');
    const write = latexProse(scene);
    const [first = '', ...more] = paragraphs(equations, scene, kind);
    const end = equations[0]?.label === undefined ? '' : '\\par\\nopagebreak';
    const blocks = [`\\textbf{\\boldmath ${number}. ${asked}}${end}\n${first}`, ...more];
    return [...together(blocks), ...notes.map(latexText), ...prose.map((block) => writeBlock(block, write))].join(
      '\n\n',
    );
  },
  end: (scene) => [...(kind === 'everything' ? [sources(scene)] : []), '\\end{document}'].join('\n\n'),
});

function begin(scene: Scene, kind: Kind): string {
  const { title, summary } = scene.state.lesson;
  const write = latexProse(scene);
  const introduction = kind === 'everything' ? introductionOf(scene).flatMap(({ blocks }) => blocks) : [];
  return [
    preamble,
    `{\\LARGE\\bfseries ${latexText(title)}\\par}`,
    `{\\large ${latexText(say.kinds[kind])}\\par}`,
    ...(kind === 'everything' ? [latexText(summary)] : []),
    ...remarksOn(scene.state).map(latexText),
    ...introduction.map((block) => writeBlock(block, write)),
    ...(kind === 'key' ? [] : given(scene)),
    ...(kind === 'worksheet' ? [latexText(say.howToFill)] : []),
  ].join('\n\n');
}

/** Four short ones in a line, matrices as many as fit. */
function given(scene: Scene): readonly string[] {
  return [
    `\\section*{${words.values.title}}`,
    ...givenGroups(scene).flatMap(({ title, singles, tensors }) => [
      `\\textbf{${title}}\\nopagebreak`,
      ...(singles.length ? [columns(singles.map((each) => equationTex(each, scene)))] : []),
      ...(tensors.length ? [inLine(tensors, scene)] : []),
    ]),
  ];
}

const columns = (cells: readonly string[]): string =>
  cells.map((tex) => `\\makebox[0.24\\linewidth][l]{$${tex}$}`).join('\\hspace{0pt}%\n');

const inLine = (equations: readonly Equation[], scene: Scene, kind?: Kind): string =>
  `{\\raggedright ${equations.map((each) => `\\mbox{$\\displaystyle ${texOf(each, scene, kind)}$}`).join('\\qquad{} ')}\\par}`;

const texOf = (equation: Equation, scene: Scene, kind?: Kind): string =>
  kind === 'worksheet' ? blanksTex(equationTex(equation, withBlanks(scene))) : equationTex(equation, scene);

/** Each equation under its label; those that may stand beside each other share a paragraph. */
function paragraphs(equations: readonly Equation[], scene: Scene, kind: Kind): readonly string[] {
  const groups: Equation[][] = [];
  for (const each of equations)
    (each.isBeside ? groups.at(-1)! : (groups[groups.push([]) - 1] as Equation[])).push(each);
  return groups.map((group) => {
    const { label } = group[0]!;
    const body = group.length > 1 ? inLine(group, scene, kind) : `\\[\n${texOf(group[0]!, scene, kind)}\n\\]`;
    return label === undefined ? body : `${latexText(label)}\n${body}`;
  });
}

/** A derivation stays on its page; one that would not fit may be broken between two equations. */
function together(blocks: readonly string[]): readonly string[] {
  const unbroken = (texts: readonly string[]): string => `\\begin{unbroken}\n${texts.join('\n\n')}\n\\end{unbroken}`;
  const lines = blocks.reduce((sum, block) => sum + 2 + block.split('\\\\').length, 0);
  return lines <= mostLines ? [unbroken(blocks)] : blocks.map((block) => unbroken([block]));
}

/** About as many lines as surely fit onto a page. */
const mostLines = 26;

function sources({ state }: Scene): string {
  const items = state.lesson.sources.map(
    ({ title, url }) => `\\item ${latexText(title)}\\\\{\\small\\url{${url.replace(/[%#\\{}]/g, '\\$&')}}}`,
  );
  return [`\\section*{${say.sources}}`, '\\begin{itemize}\\raggedright', ...items, '\\end{itemize}'].join('\n');
}
