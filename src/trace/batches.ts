import { InputError } from '../complaint.js';
import { elementName, elementOf } from '../program/expression.js';
import type { Given } from '../program/program.js';
import type { BatchRule, Sampling } from './setup.js';
import { shuffled } from './shuffle.js';

/** The given numbers of a batch, and which batch it is. */
export interface Sampled {
  readonly given: readonly Given[];
  readonly sampling: Sampling;
}

/**
 * The numbers of an iteration's batch in place of those of all samples: its rows count from 1, and remember where they
 * come from.
 * @param whole every given number; inputs and targets have samples as their first axis
 * @throws InputError where they do not, or not all alike
 */
export function sampled(whole: readonly Given[], rule: BatchRule, iteration = 0): Sampled {
  const ofSamples = whole.filter(isOfSamples);
  const all = countSamples(ofSamples);
  const place = batchAt(rule, all, iteration);
  const rows = rowsOf(ofSamples, place.samples);
  const first = whole.findIndex(isOfSamples);
  const given = [
    ...whole.slice(0, first).filter((each) => !isOfSamples(each)),
    ...rows,
    ...whole.slice(first).filter((each) => !isOfSamples(each)),
  ];
  return { given, sampling: { ...place, all, whole: ofSamples, rule } };
}

const isOfSamples = ({ role }: Given): boolean => role === 'input' || role === 'target';

/** How many samples there are: as many in every input and target. */
function countSamples(given: readonly Given[]): number {
  const counts = new Map<string, number>();
  for (const { name } of given) {
    const { tensor, index } = elementOf(name);
    counts.set(tensor, Math.max(counts.get(tensor) ?? 0, index[0] ?? 0));
  }
  const [[first, samples] = ['', 0]] = counts;
  const refuse = (message: string, subject: string): never => {
    throw new InputError([{ message, subject }]);
  };
  if (samples === 0 && counts.size === 0)
    refuse('Batches need inputs or targets with samples as their first axis, and there are none.', 'batches');
  for (const [tensor, count] of counts) {
    if (count === 0)
      refuse(
        `\`${tensor}\` is a single number, and with batches every input and target has samples as its first axis: give it one number a sample, or list it under \`constants\`.`,
        tensor,
      );
    if (count !== samples)
      refuse(`\`${first}\` has ${samples} samples and \`${tensor}\` has ${count}: give both as many.`, tensor);
  }
  return samples;
}

/** Which batch an iteration sees, counted from iteration 0: epochs, batches and samples count from 1. */
export function batchAt(
  { size, order, seed }: BatchRule,
  all: number,
  iteration: number,
): Pick<Sampling, 'epoch' | 'batch' | 'batches' | 'samples' | 'isSmaller'> {
  const batches = Math.ceil(all / size);
  const epoch = Math.floor(iteration / batches);
  const batch = iteration % batches;
  const inOrder = order === 'shuffle' ? shuffled(all, seed, epoch) : Array.from({ length: all }, (_, i) => i + 1);
  const samples = inOrder.slice(batch * size, (batch + 1) * size);
  return { epoch: epoch + 1, batch: batch + 1, batches, samples, isSmaller: samples.length < Math.min(size, all) };
}

/** The numbers of these samples, tensor by tensor, numbered from 1. */
export function rowsOf(whole: readonly Given[], samples: readonly number[]): readonly Given[] {
  const tensors = new Map<string, Map<number, Given[]>>();
  for (const each of whole) {
    const { tensor, index } = elementOf(each.name);
    const rows = tensors.get(tensor) ?? new Map<number, Given[]>();
    tensors.set(tensor, rows);
    const row = rows.get(index[0]!) ?? [];
    rows.set(index[0]!, row);
    row.push(each);
  }
  return [...tensors].flatMap(([tensor, rows]) =>
    samples.flatMap((sample, i) =>
      rows.get(sample)!.map((each) => {
        const name = elementName(tensor, [i + 1, ...elementOf(each.name).index.slice(1)]);
        return { ...each, name, from: each.name };
      }),
    ),
  );
}
