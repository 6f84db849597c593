import type { ConfirmOptions, LessonState, Step } from '../../../src/index.js';
import { makeScene, type Runs } from '../../make-scene.js';
import type { Scene } from '../../scene.js';
import { proven } from '../prove.js';

/** The steps of a document: those one walks through, each once, even if a walkthrough comes back to it. */
export const stepsOf = (state: LessonState, runs: Runs): readonly Step[] => [...new Set(makeScene(state, runs).walk)];

/** Write something of each of these steps, in order, from proven digits only. `number` counts from 1. */
export async function* writeSteps<T>(
  state: LessonState,
  steps: readonly Step[],
  write: (scene: Scene, number: number) => T,
  runs: Runs,
  options: ConfirmOptions = {},
): AsyncGenerator<T> {
  for (const [i, { ref }] of steps.entries()) {
    yield await proven({ ...state, step: ref }, (scene) => write(scene, i + 1), options, runs);
  }
}
