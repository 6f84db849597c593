import { stepFor, type TypesetFormula } from '../../src/index.js';
import { inOneLine, stillLines } from '../derivation/still-lines.js';
import { numberState } from '../number/number-text.js';
import type { Scene } from '../scene.js';

/** A step's formula in one line, and which of its numbers are not proven or were changed by the reader. */
export interface StepLine extends TypesetFormula {
  readonly provisional: readonly string[];
  readonly changed: readonly string[];
}

/**
 * The line of a step.
 * @param ref the step, or a number that it makes; the current step if left out
 * @returns `undefined` where there is no such step
 */
export function lineOf(scene: Scene, ref: string): StepLine | undefined {
  const step = ref ? stepFor(scene.trace, ref) : scene.step;
  if (!step) return undefined;
  const shown = step.first ?? step;
  const line = inOneLine(stillLines(scene, shown), shown.result);
  const states = line.terms.map((term) => ({ term, ...numberState(scene, term) }));
  return {
    ...line,
    provisional: states
      .filter(({ shown, failure }) => !failure && (!shown || shown.provisional))
      .map(({ term }) => term),
    changed: states.filter(({ changed }) => changed).map(({ term }) => term),
  };
}
