/** A lesson file, as the build hands it over: already read, with the prose of its first step only. */
declare module '*.md' {
  const lesson: import('../src/lesson/lesson.js').Lesson;
  export default lesson;
  /** The prose of the other steps, and the published numbers. */
  export const later: () => Promise<{
    readonly default: Pick<import('../src/lesson/lesson.js').Lesson, 'sections' | 'published' | 'walkthroughs'>;
  }>;
}
