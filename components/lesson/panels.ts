/** What the first step does without. It is loaded once that step is on the screen. */
import '../bp-check.js';
import '../bp-conventions.js';
import '../bp-display.js';
import '../bp-help.js';
import '../bp-tensor.js';
import { html, type TemplateResult } from 'lit';
import type { Scene } from '../scene.js';

export { tables } from './tables.js';

/**
 * What stands with the derivation of an element: the other numbers of its vector or matrix after it, or the matrices
 * before it.
 */
export const tensor = (scene: Scene, lit: readonly string[]): TemplateResult =>
  html`<bp-tensor slot=${scene.state.form} .scene=${scene} .lit=${lit}></bp-tensor>`;
