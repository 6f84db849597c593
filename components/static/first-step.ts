import { initialState, formatNumber, texNumber, type Inline, type Lesson } from '../../src/index.js';
import { linesOf, typesetNumbers } from '../derivation/typeset-step.js';
import { fill } from '../fill.js';
import { refTex } from '../formula-text.js';
import { makeScene, Runs } from '../make-scene.js';
import { words } from '../words.js';

/**
 * A lesson's first step as plain HTML, to stand in the page until the tutor is there, and for readers without
 * scripts. Formulas and numbers come from the same computation as in the tutor.
 * @param math typesets TeX as MathML
 */
export function firstStepHtml(lesson: Lesson, math: (tex: string) => string): string {
  const scene = makeScene(initialState(lesson), new Runs());
  const { step, trace } = scene;
  const { left, lines, substituted } = linesOf(step, trace, 'expanded');
  const result = scene.show(step.result);
  const numbers =
    substituted &&
    typesetNumbers(
      substituted,
      (ref) => scene.show(ref),
      () => '',
    ).tex;
  const rows = [...lines.map(({ tex }) => tex), ...(numbers === undefined ? [] : [numbers])];
  const last = result ? ` ${result.exact ? '=' : '\\approx'} \\mathbf{${texNumber(result.plain).tex}}` : '';
  const value = (ref: string): string => formatNumber(scene.show(ref)?.plain ?? '');
  const prose = lesson.sections
    .filter(({ ref }) => ref === 'lesson' || ref === step.ref)
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.kind === 'paragraph' ? [`<p>${inlineHtml(block.content, { math, value })}</p>`] : []));
  const question = fill(words.derivation.questions.line, { name: math(refTex(step.target, lesson.loss)) }).join('');
  return [
    '<article class="first-step">',
    `<p class="lesson">${escape(lesson.title)}</p>`,
    `<h1>${question}</h1>`,
    ...rows.map(
      (tex, i) => `<p>${math(`${i === 0 ? `${left} = ` : '= '}${tex}${i === rows.length - 1 ? last : ''}`)}</p>`,
    ),
    ...prose,
    '</article>',
  ].join('\n');
}

interface Writers {
  readonly math: (tex: string) => string;
  readonly value: (ref: string) => string;
}

function inlineHtml(inline: Inline, write: Writers): string {
  return inline
    .map((part): string => {
      switch (part.kind) {
        case 'text':
          return escape(part.text);
        case 'code':
          return `<code>${escape(part.text)}</code>`;
        case 'math':
          return write.math(part.tex);
        case 'number':
          return write.value(part.ref);
        case 'emphasis':
          return `<em>${inlineHtml(part.content, write)}</em>`;
        case 'strong':
          return `<strong>${inlineHtml(part.content, write)}</strong>`;
        case 'step':
          return inlineHtml(part.content, write);
        case 'link':
          return `<a href="${escape(part.href)}" rel="noopener">${inlineHtml(part.content, write)}</a>`;
      }
    })
    .join('');
}

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
