/**
 * Every word shown to the reader, in one folder, ready to be translated: a file for each part of the page, which
 * comes with that part. Lessons bring their own prose.
 */
export * as words from './words/index.js';
