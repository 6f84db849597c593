import type { SceneElement } from '../scene-element.js';

/** A lesson, as the parts that follow it know it. */
export interface Leader {
  follow(part: SceneElement): void;
  unfollow(part: SceneElement): void;
}

/** Parts whose lesson is not in the page yet. A lesson that comes into the page asks them to look again. */
export const waiting = new Set<SceneElement>();

/** The lesson a part belongs to; `undefined` if it is not there yet, 'none' if it names none and stands in none. */
export function findLesson(part: SceneElement): Leader | 'none' | undefined {
  const root = part.getRootNode() as Document | ShadowRoot;
  if (!part.htmlFor && !part.closest('bp-lesson')) return 'none';
  const lesson = part.htmlFor ? root.getElementById?.(part.htmlFor) : part.closest('bp-lesson');
  return isLeader(lesson) ? lesson : undefined;
}

const isLeader = (lesson: (Element & Partial<Leader>) | null | undefined): lesson is Element & Leader =>
  lesson?.follow !== undefined;
