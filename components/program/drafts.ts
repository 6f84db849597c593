import type { Lesson } from '../../src/index.js';

/** What someone typed and has not used yet. */
export interface Draft {
  readonly text: string;
  /** Values for the names it brings in, as typed. */
  readonly values: Readonly<Record<string, string>>;
}

const drafts = new WeakMap<Lesson, Draft>();

/** Kept outside the element, so that closing its panel loses nothing. */
export const draftOf = (lesson: Lesson): Draft | undefined => drafts.get(lesson);

export function keepDraft(lesson: Lesson, draft: Draft | undefined): void {
  if (draft) drafts.set(lesson, draft);
  else drafts.delete(lesson);
}
