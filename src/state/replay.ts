import type { Outcomes } from '../trace/evaluate-trace.js';
import { updateOf } from '../trace/reference.js';
import type { ConfirmOptions } from './numbers.js';
import { nextTask } from '../training/next-task.js';

/** Where a replay stands: the given numbers, with the parameters after so many updates. */
export interface Replay<T> {
  readonly iteration: number;
  readonly start: ReadonlyMap<string, T>;
}

const sliceMilliseconds = 12;

/** Replay updates one by one up to an iteration, in time slices. A parameter whose update failed stops it where it is. */
export async function replayTo<T>(
  iteration: number,
  from: Replay<T>,
  evaluate: (start: ReadonlyMap<string, T>) => Outcomes<T>,
  { signal, onProgress }: ConfirmOptions,
): Promise<Replay<T>> {
  let { start } = from;
  let since = performance.now();
  for (let done = from.iteration; done < iteration; done++) {
    if (performance.now() - since > sliceMilliseconds) {
      onProgress?.(done);
      await nextTask();
      signal?.throwIfAborted();
      since = performance.now();
    }
    start = nextStart(start, evaluate(start));
  }
  return { iteration, start };
}

function nextStart<T>(start: ReadonlyMap<string, T>, outcomes: Outcomes<T>): ReadonlyMap<string, T> {
  const next = new Map(start);
  for (const name of start.keys()) {
    const outcome = outcomes.get(updateOf(name));
    if (outcome && 'value' in outcome) next.set(name, outcome.value);
  }
  return next;
}
