import { symbol } from '../../../src/index.js';
import { phraseIn } from '../../derivation/phrase.js';
import { introductionOf } from '../../prose/sections.js';
import { words } from '../../words.js';
import { exported as say } from '../../words/export.js';
import { equationLines, htmlProse, htmlText, type HtmlOptions } from '../html.js';
import { writeBlock } from '../prose.js';
import { lessonSvg } from '../svg.js';
import { givenGroups } from './given.js';
import { paperSheet } from './paper-sheet.js';
import { remarksOn } from './remarks.js';
import type { WholeFormat } from './whole-text.js';

/** A whole lesson as HTML without scripts and styles: as a step's, one after the other, with the diagram before them. */
export const htmlWhole = ({ math, className }: Omit<HtmlOptions, 'heading'>): WholeFormat => {
  const paragraph = (inner: string): string => `<p>${inner}</p>`;
  return {
    begin: (scene) => {
      const { title, summary } = scene.state.lesson;
      const write = htmlProse(scene, math);
      const lines = (group: ReturnType<typeof givenGroups>[number]): readonly string[] => {
        const singles = group.singles.map((each) => equationLines(each, scene, math).join(' '));
        const matrices = group.tensors.flatMap((each) => equationLines(each, scene, math));
        return [...(singles.length ? [singles.join(', ')] : []), ...matrices];
      };
      return [
        `<article class="${className}">`,
        `<h2>${htmlText(title)}</h2>`,
        paragraph(htmlText(summary)),
        ...remarksOn(scene.state).map(htmlText).map(paragraph),
        ...introductionOf(scene).flatMap(({ blocks }) => blocks.map((block) => writeBlock(block, write))),
        `<h3>${words.values.title}</h3>`,
        ...givenGroups(scene).flatMap((group) => [`<h4>${group.title}</h4>`, ...lines(group).map(paragraph)]),
        lessonSvg(scene),
      ].join('\n');
    },
    phase: (phase) => `<h3>${words.derivation.phases[phase]}</h3>`,
    step: (scene, number) => {
      const { question, equations, notes, prose } = paperSheet(scene, 'everything', number);
      const asked = phraseIn(question, (name) => math(symbol(name))).join('');
      const write = htmlProse(scene, math);
      return [
        `<h4>${number}. ${asked}</h4>`,
        ...equations.flatMap((equation) => equationLines(equation, scene, math)).map(paragraph),
        ...notes.map(htmlText).map(paragraph),
        ...prose.map((block) => writeBlock(block, write)),
      ].join('\n');
    },
    end: ({ state }) => {
      const link = ({ title, url }: { readonly title: string; readonly url: string }): string =>
        `<li><a href="${htmlText(url)}" rel="noopener">${htmlText(title)}</a></li>`;
      return [`<h3>${say.sources}</h3>`, '<ul>', ...state.lesson.sources.map(link), '</ul>', '</article>'].join('\n');
    },
  };
};
