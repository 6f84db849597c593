/** What the first step does without. It is loaded once that step is on the screen. */
import '../bp-check.js';
import '../bp-conventions.js';
import '../bp-display.js';
import '../bp-help.js';
import { html, nothing, type TemplateResult } from 'lit';
import type { Scene } from '../scene.js';
import { words } from '../words.js';
import { LazyPart } from './lazy-part.js';

const tensorPart = new LazyPart(() => import('../bp-tensor.js'));
const tablesPart = new LazyPart(() => import('./tables.js'));

/**
 * What stands with the derivation of an element: the other numbers of its vector or matrix after it, or the matrices
 * before it. Only lessons that have any load it.
 */
export function tensor(scene: Scene, lit: readonly string[]): TemplateResult | typeof nothing {
  if (!scene.tensor && !scene.setup.program.claims?.has(scene.step.result)) return nothing;
  const { failed } = tensorPart.want(() => undefined);
  return html`<bp-tensor slot=${scene.state.form} .scene=${scene} .lit=${lit}
    >${failed ? words.lesson.partFailed : nothing}</bp-tensor
  >`;
}

/** What waits behind the buttons of the bar. */
export function sheets(scene: Scene, onToggle: (event: ToggleEvent) => void): TemplateResult {
  return html`<div id="display" .popover=${'auto'} class="card sheet" @beforetoggle=${onToggle}>
      <bp-display .scene=${scene}></bp-display>
    </div>
    <div id="conventions" .popover=${'auto'} class="card sheet" @beforetoggle=${onToggle}>
      <bp-conventions .scene=${scene}></bp-conventions>
    </div>
    <bp-help></bp-help>`;
}

/** What stands under the fold, if the page wants any of it. */
export function tables(scene: Scene, shown: ReadonlySet<string>, done: () => void): unknown {
  if (!wanted.some((name) => shown.has(name))) return nothing;
  const { module, failed } = tablesPart.want(done);
  return module?.tables(scene, shown) ?? (failed ? words.lesson.partFailed : nothing);
}

const wanted = ['plots', 'values', 'gradients', 'published', 'training', 'program'];
