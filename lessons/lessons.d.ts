/** A lesson file, as the build hands it over: already read, with the prose of its first step. */
declare module '*.md' {
  const lesson: import('../src/lesson/lesson.js').Lesson;
  export default lesson;
  /** The prose of the other steps. */
  export const later: () => Promise<{ readonly default: readonly import('../src/lesson/lesson.js').Section[] }>;
}
