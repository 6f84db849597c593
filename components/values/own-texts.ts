import { choicesOf, InputError, setupOf, type Given, type LessonState } from '../../src/index.js';

/** Given numbers as text, by name. */
export const textsOf = (given: readonly Given[]): ReadonlyMap<string, string> =>
  new Map(given.map(({ name, text }) => [name, text]));

/** The texts that the lesson itself gives, under the conventions in force. The last ones are kept: most steps change nothing here. */
export class OwnTexts {
  #of: LessonState | undefined;
  #texts: ReadonlyMap<string, string> = new Map();

  of(state: LessonState): ReadonlyMap<string, string> {
    const before = this.#of;
    const parts = ['lesson', 'program', 'choices'] as const;
    const isOther = !before || parts.some((part) => before[part] !== state[part]);
    // Another iteration may see another batch.
    const isElsewhere = before?.iteration !== state.iteration && hasBatches(state);
    if (isOther || isElsewhere) this.#texts = ownTexts(state);
    this.#of = state;
    return this.#texts;
  }
}

const hasBatches = ({ lesson, choices }: LessonState): boolean =>
  Boolean(lesson.batches) || choicesOf(lesson, choices).some((choice) => choice.batches);

function ownTexts(state: LessonState): ReadonlyMap<string, string> {
  try {
    return textsOf(setupOf({ ...state, edits: {} }).given);
  } catch (error) {
    // The reader's own program cannot do without the reader's own numbers.
    if (!(error instanceof InputError)) throw error;
    return textsOf(state.lesson.given);
  }
}
