/** The readers, apart from the rest because they bring the parsers: `await import('./read.js')`. */
export { readFormula } from './program/read-formula.js';
export { readProgram } from './program/read-program.js';
export { checkGiven } from './program/check-program.js';
export { readLesson } from './lesson/read-lesson.js';
