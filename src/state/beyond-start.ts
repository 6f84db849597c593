/** What the beginning of a lesson, in full digits, does without: iterations after 0, and numbers as rounded by hand. */
export { trainingOf } from '../training/training-of.js';
export { PaperNumbers } from './paper-numbers.js';
