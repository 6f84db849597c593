import { initialState, type Lesson } from '../../src/index.js';
import { stepHtml } from '../export/html.js';
import { makeScene, Runs } from '../make-scene.js';

/**
 * A lesson's first step as plain HTML, to stand in the page until the tutor is there, and for readers without
 * scripts. Formulas and numbers come from the same computation as in the tutor.
 * @param math typesets TeX as MathML, as {@link stepHtml} asks for it
 */
export const firstStepHtml = (lesson: Lesson, math: (tex: string) => string): string =>
  stepHtml(makeScene(initialState(lesson), new Runs()), { math, className: 'first-step', heading: 'h1' });
