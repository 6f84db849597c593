/** What the first step does without. It is loaded once that step is on the screen. */
import '../bp-check.js';
import '../bp-conventions.js';
import '../bp-display.js';
import '../bp-help.js';
import { html, nothing, type TemplateResult } from 'lit';
import type { Scene } from '../scene.js';
import { words } from '../words.js';

export { tables } from './tables.js';

let loading: Promise<unknown> | undefined;
let failed = false;

/**
 * What stands with the derivation of an element: the other numbers of its vector or matrix after it, or the matrices
 * before it. Only lessons that have any load it.
 */
export function tensor(scene: Scene, lit: readonly string[]): TemplateResult | typeof nothing {
  if (!scene.tensor && !scene.setup.program.claims?.has(scene.step.result)) return nothing;
  loading ??= import('../bp-tensor.js').catch(() => {
    failed = true;
    loading = undefined;
  });
  return html`<bp-tensor slot=${scene.state.form} .scene=${scene} .lit=${lit}
    >${failed ? words.lesson.partFailed : nothing}</bp-tensor
  >`;
}
