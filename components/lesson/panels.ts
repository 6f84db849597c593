/** What the first step does without. It is loaded once that step is on the screen. */
import '../bp-check.js';
import '../bp-conventions.js';
import '../bp-display.js';
import '../bp-help.js';

export { tables } from './tables.js';
