/** The elements that the first step does not need. They are loaded once it is on the screen. */
import '../bp-check.js';
import '../bp-conventions.js';
import '../bp-display.js';
import '../bp-gradients.js';
import '../bp-help.js';
import '../bp-loss-curve.js';
import '../bp-program.js';
import '../bp-published.js';
import '../bp-values.js';
