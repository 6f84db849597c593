import type { Lesson } from './lesson.js';

/**
 * The lesson's plain words for a reference. A name given for whole tensors (`local/p/s`) serves their elements
 * (`local/p[3]/s[1]`) that have none of their own.
 */
export const plainNameOf = ({ names }: Lesson, ref: string): string | undefined =>
  names[ref] ?? names[ref.replace(/\[[^\]]*\]/g, '')];
