import type { ConfirmOptions, LessonState } from '../../src/index.js';
import type { Runs } from '../make-scene.js';
import type { Scene } from '../scene.js';
import type { Library } from './python/python-text.js';
import type { Kind } from './whole/kinds.js';
import type { WholeFormat } from './whole/whole-text.js';

/** A text file's content, of a lesson in its state. */
export type WriteLesson = (state: LessonState, runs: Runs, options?: ConfirmOptions) => Promise<string>;

/** What a format makes of a step, and of a whole lesson. What it does not offer is left out. */
export interface Format {
  readonly step?: (scene: Scene) => string;
  readonly whole?: WriteLesson;
}

/** What can be written of a lesson in the tutor's own page, too. Each is loaded when it is asked for. */
export const textFormats = {
  markdown: async () => ({
    step: (await import('./markdown.js')).stepMarkdown,
    whole: await document((await import('./whole/markdown.js')).markdownWhole),
  }),
  latex: async () => ({ step: (await import('./latex.js')).stepLatex, whole: await latex('everything') }),
  worksheet: async () => ({ whole: await latex('worksheet') }),
  key: async () => ({ whole: await latex('key') }),
  pytorch: () => program('pytorch'),
  numpy: () => program('numpy'),
} satisfies Readonly<Record<string, () => Promise<Format>>>;

/** A format over all the steps that one walks through. */
export async function document(format: WholeFormat): Promise<WriteLesson> {
  const { wholeText } = await import('./whole/whole-text.js');
  const { stepsOf } = await import('./whole/steps.js');
  return (state, runs, options) => wholeText(state, stepsOf(state, runs), format, runs, options);
}

async function latex(kind: Kind): Promise<WriteLesson> {
  const { latexWhole } = await import('./whole/latex.js');
  const { checkedLatex } = await import('./latex.js');
  const write = await document(latexWhole(kind));
  return async (state, runs, options) => checkedLatex(await write(state, runs, options));
}

async function program(library: Library): Promise<Required<Pick<Format, 'whole'>>> {
  const { pythonText } = await import('./python/python-text.js');
  return { whole: (state, runs, options) => pythonText(state, library, runs, options) };
}
