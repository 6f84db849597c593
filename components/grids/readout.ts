import { html, type TemplateResult } from 'lit';
import { gradientOf } from '../../src/index.js';
import { plainName } from '../formula-text.js';
import { reading } from '../network/reading.js';
import { numberState } from '../number/number-text.js';
import type { Scene } from '../scene.js';
import { grids as say } from '../words/grids.js';
import { isReached } from '../network/reading.js';

/** The line below the diagram: the number pointed at with all its digits, and its gradient once that is found. */
export function readout(scene: Scene, variable: string | undefined): TemplateResult | string {
  if (variable === undefined) return say.hint;
  const { ref, waits } = reading(scene, variable);
  const number = (each: string): string => say.reads(plainName(each, scene.setup.loss), numberState(scene, each).text);
  if (waits) return say.reads(plainName(ref), say.notYet);
  const gradient = gradientOf(variable);
  if (!isReached(scene, gradient, false)) return html`<span class="read">${number(ref)}</span>`;
  return html`<span class="read">${number(ref)}</span> <span class="read">${number(gradient)}</span>`;
}
