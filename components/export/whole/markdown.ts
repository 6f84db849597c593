import { phraseText } from '../../derivation/phrase.js';
import { introductionOf } from '../../prose/sections.js';
import { words } from '../../words.js';
import { exported as say } from '../../words/export.js';
import { markdownProse, markdownText } from '../markdown.js';
import { writeBlock } from '../prose.js';
import { equationTex } from '../tex-equation.js';
import { givenGroups } from './given.js';
import { paperSheet } from './paper-sheet.js';
import { remarksOn } from './remarks.js';
import type { WholeFormat } from './whole-text.js';

/** A whole lesson as Markdown. */
export const markdownWhole: WholeFormat = {
  begin: (scene) => {
    const { title, summary } = scene.state.lesson;
    const write = markdownProse(scene);
    return [
      `# ${markdownText(title)}`,
      markdownText(summary),
      ...remarksOn(scene.state).map(markdownText),
      ...introductionOf(scene).flatMap(({ blocks }) => blocks.map((block) => writeBlock(block, write))),
      `## ${words.values.title}`,
      ...givenGroups(scene).flatMap(({ title, singles, tensors }) => [
        `**${title}**`,
        ...(singles.length ? [singles.map((each) => `$${equationTex(each, scene)}$`).join(', ')] : []),
        ...tensors.map((each) => write.mathBlock(equationTex(each, scene))),
      ]),
    ].join('\n\n');
  },
  phase: (phase) => `## ${words.derivation.phases[phase]}`,
  step: (scene, number) => {
    const { question, equations, notes, prose } = paperSheet(scene, 'everything', number);
    const write = markdownProse(scene);
    return [
      `### ${number}. ${markdownText(phraseText(question))}`,
      ...equations.flatMap((equation) => [
        ...(equation.label === undefined ? [] : [markdownText(equation.label)]),
        write.mathBlock(equationTex(equation, scene)),
      ]),
      ...notes.map(markdownText),
      ...prose.map((block) => writeBlock(block, write)),
    ].join('\n\n');
  },
  end: ({ state }) =>
    [
      `## ${say.sources}`,
      ...state.lesson.sources.map(
        ({ title, url }) => `- [${markdownText(title)}](<${url.replace(/[<>\n]/g, encodeURIComponent)}>)`,
      ),
    ].join('\n\n'),
};
