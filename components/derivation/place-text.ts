import type { Scene } from '../scene.js';
import { words } from '../words.js';

/** `Backward, step 19 of 40`; inside a step there is no number. */
export function placeText({ step, walk, index, state: { iteration } }: Scene): string {
  const derivation = words.derivation;
  const phase = derivation.phases[step.phase];
  const walked = walk[index]?.ref;
  const here =
    walked === step.ref || walked === step.within
      ? derivation.place(phase, index + 1, walk.length)
      : derivation.inside(phase);
  return iteration ? `${here}, ${derivation.afterUpdates(iteration)}` : here;
}
