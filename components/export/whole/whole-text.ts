import type { ConfirmOptions, LessonState, Phase, Step } from '../../../src/index.js';
import { proven } from '../prove.js';
import type { Runs } from '../../make-scene.js';
import type { Scene } from '../../scene.js';
import { writeSteps } from './steps.js';

/** How a format writes a whole lesson; every part is a text of its own. */
export interface WholeFormat {
  /** Title, introduction, given numbers. The scene stands at the first step. */
  readonly begin: (scene: Scene) => string;
  /** Where a pass begins. */
  readonly phase: (phase: Phase) => string;
  readonly step: (scene: Scene, number: number) => string;
  /** Sources. */
  readonly end: (scene: Scene) => string;
}

/**
 * A lesson's steps as one text, every digit proven.
 * @throws InputError if some digits cannot be proven
 */
export async function wholeText(
  state: LessonState,
  steps: readonly Step[],
  { begin, phase, step, end }: WholeFormat,
  runs: Runs,
  options: ConfirmOptions = {},
): Promise<string> {
  const outside = (write: (scene: Scene) => string): Promise<string> =>
    proven({ ...state, step: steps[0]!.ref }, write, options, runs);
  const parts = [await outside(begin)];
  let before: Phase | undefined;
  const write = (scene: Scene, number: number): readonly [Phase, string] => [scene.step.phase, step(scene, number)];
  for await (const [now, text] of writeSteps(state, steps, write, runs, options)) {
    if (now !== before) parts.push(phase(now));
    parts.push(text);
    before = now;
  }
  return [...parts, await outside(end)].filter(Boolean).join('\n\n');
}
