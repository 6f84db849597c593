import type { NumberSystem } from '../numbers/number-system.js';
import { evaluateTrace, readGiven, type EvaluateOptions, type Outcomes } from '../trace/evaluate-trace.js';
import { updateOf } from '../trace/reference.js';
import type { Trace } from '../trace/step.js';
import type { ConfirmOptions } from './numbers.js';
import { nextTask } from '../training/next-task.js';

/** Where a replay stands: the parameters and the optimiser's state after so many updates. */
export interface Replay<T> {
  readonly iteration: number;
  readonly moved: ReadonlyMap<string, T>;
}

/** The trace of an iteration: with batches, that of its batch. */
type TraceAt = (iteration: number) => Trace;

const sliceMilliseconds = 12;

/** A replay that begins. */
export function startOf<T>(trace: Trace, system: NumberSystem<T>): Replay<T> {
  const given = readGiven(trace, system);
  return { iteration: 0, moved: new Map(trace.moved.map((name) => [name, given.get(name)!])) };
}

/** Every value of the iteration at which a replay stands. */
export function outcomesOf<T>(
  { iteration, moved }: Replay<T>,
  traceAt: TraceAt,
  system: NumberSystem<T>,
  options?: EvaluateOptions<T>,
): Outcomes<T> {
  const trace = traceAt(iteration);
  return evaluateTrace(trace, new Map([...givenIn(trace, system), ...moved]), system, options);
}

/** What is given is read once: without batches it is the same in every update. */
function givenIn<T>(trace: Trace, system: NumberSystem<T>): ReadonlyMap<string, T> {
  const last = read.get(trace);
  if (last?.system === system) return last.given as ReadonlyMap<string, T>;
  const given = readGiven(trace, system);
  read.set(trace, { system, given });
  return given;
}

const read = new WeakMap<Trace, { readonly system: unknown; readonly given: ReadonlyMap<string, unknown> }>();

/** Replay updates one by one up to an iteration, in time slices. A parameter whose update failed stops it where it is. */
export async function replayTo<T>(
  iteration: number,
  from: Replay<T>,
  traceAt: TraceAt,
  system: NumberSystem<T>,
  { signal, onProgress, ...evaluating }: ConfirmOptions & EvaluateOptions<T>,
): Promise<Replay<T>> {
  let replay = from;
  let since = performance.now();
  while (replay.iteration < iteration) {
    if (performance.now() - since > sliceMilliseconds) {
      onProgress?.(replay.iteration);
      await nextTask();
      signal?.throwIfAborted();
      since = performance.now();
    }
    replay = nextOf(replay, outcomesOf(replay, traceAt, system, evaluating));
  }
  return replay;
}

function nextOf<T>({ iteration, moved }: Replay<T>, outcomes: Outcomes<T>): Replay<T> {
  const next = [...moved].map(([name, value]): [string, T] => {
    const outcome = outcomes.get(updateOf(name));
    return [name, outcome && 'value' in outcome ? outcome.value : value];
  });
  return { iteration: iteration + 1, moved: new Map(next) };
}
