import { lessonIn, setupOf, stepFor, traceOf } from '../../src/index.js';
import { phraseIn, questionOf } from '../derivation/phrase.js';
import { openLesson } from '../lesson/load-lesson.js';

/** What stands at an address, in words. */
export interface Where {
  /** The lesson's title. */
  readonly lesson: string;
  /** What the step asks. */
  readonly question: string;
}

/**
 * What the class is looking at, without going there.
 * @param src the address of the page's own lesson file, if it has one
 * @throws where the lesson cannot be had
 */
export async function whereIs(address: string, src: string): Promise<Where> {
  const { lesson, state } = await openLesson({ id: lessonIn(address) ?? '', src, address });
  const trace = traceOf(setupOf(state));
  const step = stepFor(trace, state.step);
  const question = step ? phraseIn(questionOf(step, trace), (name) => name).join('') : state.step;
  return { lesson: lesson.title, question };
}
