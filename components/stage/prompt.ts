import { html, nothing } from 'lit';
import { Reveal } from '../../src/index.js';
import '../bp-formula.js';
import { fill } from '../fill.js';
import { refTex } from '../formula-text.js';
import type { Scene } from '../scene.js';
import { stage as say } from '../words/stage.js';

/** What the room is asked while the answer is hidden: the very number that the step will give. */
export function prompt({ state, step, setup }: Scene): unknown {
  if (state.reveal !== Reveal.question || state.guide?.pause) return nothing;
  const sentence = step.kind === 'update' ? say.askUpdate : step.kind === 'line' ? say.askValue : say.askGradient;
  const ref = step.kind === 'update' ? step.target : step.result;
  const name = html`<bp-formula still .tex=${refTex(ref, setup.loss)}></bp-formula>`;
  return html`<p class="ask">${fill(sentence, { name, gradient: name })}</p>`;
}
