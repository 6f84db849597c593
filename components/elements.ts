/**
 * The module for other people's pages: `<script type="module" src="backprop-tutor.js">` and `<bp-lesson lesson="mazur">`.
 * What a lesson needs beyond its element is loaded when it comes near the window.
 */
export { BpLesson } from './bp-lesson.js';
export type * from './events/index.js';
export type { BpCheck } from './bp-check.js';
export type { BpConventions } from './bp-conventions.js';
export type { BpDerivation } from './bp-derivation.js';
export type { BpDisplay } from './bp-display.js';
export type { BpFormula } from './bp-formula.js';
export type { BpGradients } from './bp-gradients.js';
export type { BpLossCurve } from './bp-loss-curve.js';
export type { BpNetwork } from './bp-network.js';
export type { BpNumber } from './bp-number.js';
export type { BpPlots } from './bp-plots.js';
export type { BpProgram } from './bp-program.js';
export type { BpProse } from './bp-prose.js';
export type { BpPublished } from './bp-published.js';
export type { BpStepper } from './bp-stepper.js';
export type { BpTensor } from './bp-tensor.js';
export type { BpValues } from './bp-values.js';

// Parts come with the lesson they belong to. One whose lesson is missing has to be there to say so.
addEventListener('load', () => {
  const strays = [...document.querySelectorAll('[for]:not(:defined)')].filter(
    ({ localName, attributes }) =>
      localName.startsWith('bp-') && !document.getElementById(attributes.getNamedItem('for')!.value),
  );
  if (strays.length) void import('./lesson/parts.js').then(({ loadParts }) => loadParts(strays)).catch(() => undefined);
});
