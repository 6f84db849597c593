import { nextTask } from './next-task.js';
import type { Training } from './train.js';

/** With more moving numbers than this none is kept. */
const most = 500;

/** What an update changes, at every iteration of a loss curve. */
export class Samples {
  readonly #rows: Float64Array[] = [];

  /** @param names in the order of what is added */
  constructor(private readonly names: readonly string[]) {}

  /** Note the numbers of the next iteration on the curve. */
  add(from: { readonly parameters: Float64Array }): void {
    if (this.names.length <= most) this.#rows.push(from.parameters);
  }

  /** One of them at all iterations. `undefined`: there are too many to keep. */
  of(name: string): readonly number[] | undefined {
    const place = this.names.indexOf(name);
    return this.names.length > most || place < 0 ? undefined : this.#rows.map((row) => row[place]!);
  }
}

/** What is not kept, worked out again from the start in time slices. @throws the signal's reason when it is aborted */
export async function workOut(training: Training, name: string, signal: AbortSignal): Promise<readonly number[]> {
  const place = training.names.indexOf(name);
  const values: number[] = [];
  let since = performance.now();
  for (const { iteration } of [...training.curve]) {
    values.push(training.parametersAt(iteration)[place]!);
    if (performance.now() - since < 8) continue;
    await nextTask();
    signal.throwIfAborted();
    since = performance.now();
  }
  return values;
}
