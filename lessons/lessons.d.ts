/** A lesson file, as the build hands it over: already read. */
declare module '*.md' {
  const lesson: import('../src/lesson/lesson.js').Lesson;
  export default lesson;
}
