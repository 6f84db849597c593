/** Reading formulas and programs, apart from the rest because it brings mathjs's parser: `await import('./read.js')`. */
export { readFormula } from './program/read-formula.js';
export { readProgram } from './program/read-program.js';
export { readValue } from './program/read-value.js';
export { checkGiven } from './program/check-program.js';
