import type { LessonState } from '../../../src/index.js';
import { words } from '../../words.js';
import { exported as say } from '../../words/export.js';
import { differences } from '../differences.js';

/** What is not the lesson's own, and after how many updates: sentences at the top of a document. */
export function remarksOn(state: LessonState): readonly string[] {
  const other = differences(state);
  return [
    ...(state.iteration ? [say.numbersAfter(words.derivation.afterUpdates(state.iteration))] : []),
    ...(other.length ? [say.other(other)] : []),
  ];
}
