import type { Given, Role } from '../../src/program/program.js';
import { readProgram } from '../../src/program/read-program.js';
import { expand } from '../../src/tensors/expand.js';
import { BatchCourse } from '../../src/state/batch-course.js';
import { sampled } from '../../src/trace/batches.js';
import type { BatchRule, Setup } from '../../src/trace/setup.js';
import type { Course } from '../../src/training/course.js';
import { updateOfCase } from './case-optimiser.js';
import { textOf } from './case-text.js';
import { elementsOf, type Case, type Tensors } from './case.js';

/**
 * A case as a program of ours: its ops written as lines, its tensors as given numbers.
 * @param iteration with batches, whose batch it is; without it, all samples
 */
export async function setupOfCase(file: Case, iteration?: number): Promise<Setup> {
  const { inputs, targets, constants, params, optimizer } = file;
  const loss = lossOf(file);
  const whole: Given[] = [
    ...givenOf(inputs, 'input'),
    ...givenOf(targets ?? {}, 'target'),
    ...givenOf(constants ?? {}, 'constant'),
    ...givenOf(params, 'parameter'),
  ];
  const batches = iteration === undefined ? undefined : file.batches;
  const { given, sampling } = batches ? sampled(whole, batchRule(batches, file), iteration) : { given: whole };
  const frozen = new Set(optimizer?.frozen);
  const trained = Object.entries(params).filter(([tensor]) => optimizer && !frozen.has(tensor));
  const { optimiser, settings, start } = await updateOfCase(file);
  return {
    program: expand(await readProgram(textOf(file), { loss: file.loss }), given),
    loss,
    given: [...given, ...Object.entries(settings).map(([name, text]): Given => ({ name, text, role: 'constant' }))],
    trained: new Set(givenOf(Object.fromEntries(trained), 'parameter').map(({ name }) => name)),
    optimiser,
    start,
    updateOrder: 'old',
    ...(sampling && { sampling }),
  };
}

/** The iterations of a case with batches. */
export async function courseOfCase(file: Case): Promise<Course | undefined> {
  if (!file.batches) return undefined;
  const first = await setupOfCase(file, 0);
  const setups = await Promise.all(file.batches.map((_, iteration) => setupOfCase(file, iteration)));
  return new BatchCourse(first, first.sampling!, (iteration) => setups[iteration % setups.length]!);
}

const batchRule = ([first]: NonNullable<Case['batches']>, { seed }: Case): BatchRule => ({
  size: first!.length,
  order: seed === undefined ? 'given' : 'shuffle',
  seed: seed ?? 0,
});

/** The scalar that is the loss: some cases have it in a tensor of one. */
export const lossOf = ({ loss, expected }: Case): string => loss + elementsOf(expected.forward[loss]!)[0]![0];

const givenOf = (tensors: Tensors, role: Role): Given[] =>
  Object.entries(tensors).flatMap(([tensor, value]) =>
    elementsOf(value).map(([index, text]) => ({ name: tensor + index, text, role })),
  );
