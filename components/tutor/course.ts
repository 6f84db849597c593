import { lessons } from '../../lessons/index.js';
import type { Lesson } from '../../src/index.js';

/** What the course page says of a lesson. */
export type About = Pick<Lesson, 'id' | 'title' | 'summary' | 'needs'>;

const read: Readonly<Record<string, About>> = import.meta.glob('../../lessons/*.md', {
  query: '?about',
  import: 'default',
  eager: true,
});

/** The lessons in the order of the course, as their files describe them. */
export const course: readonly About[] = Object.keys(lessons).flatMap(
  (id) => Object.values(read).find((about) => about.id === id) ?? [],
);
