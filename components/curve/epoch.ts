import type { Setup } from '../../src/index.js';

/** Where an iteration stands in its epoch: both counted from 1. */
export interface EpochPlace {
  readonly epoch: number;
  readonly batch: number;
  readonly batches: number;
}

/** The epoch and batch that the update after an iteration sees. `undefined` where every update sees all samples. */
export function epochPlace({ sampling }: Setup, iteration: number): EpochPlace | undefined {
  if (!sampling) return undefined;
  const { batches } = sampling;
  return { epoch: Math.floor(iteration / batches) + 1, batch: (iteration % batches) + 1, batches };
}
