import { InputError, type ConfirmOptions, type LessonState } from '../../../src/index.js';
import type { Runs } from '../../make-scene.js';
import { python as words } from '../../words/python.js';
import { expectedNumbers } from './expected.js';

/** The libraries that a file can be written for. */
export type Library = 'pytorch' | 'numpy';

/**
 * A lesson in its state as a Python file that asserts its numbers. Rounding by hand is none of its business: it
 * computes in full.
 * @throws InputError where the library cannot follow the lesson's conventions; after updates that each saw another batch
 */
export async function pythonText(
  state: LessonState,
  library: Library,
  runs: Runs,
  options: ConfirmOptions = {},
): Promise<string> {
  const run = runs.of(state);
  const { trace } = run;
  if (trace.setup.sampling && state.iteration > 0) throw new InputError([{ message: words.noBatches }]);
  const expected = await expectedNumbers(run, state.iteration, options);
  const source = { state, trace, expected };
  if (library === 'pytorch') return (await import('./pytorch.js')).pytorchFile(source);
  return (await import('./numpy.js')).numpyFile(source, run.at(state.iteration));
}
