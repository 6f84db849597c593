/** Reading lesson files, apart because it brings the parsers of YAML and Markdown: `await import('./read-file.js')`. */
export { readInline } from './lesson/read-inline.js';
export { readLesson } from './lesson/read-lesson.js';
export { optimiserOf } from './lesson/read-update.js';
