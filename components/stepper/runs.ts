import type { Phase, Step } from '../../src/index.js';

/** Steps of one phase without a break. Under the superseded update order, backward and update take turns. */
export interface Run {
  readonly phase: Phase;
  /** The place of its first step in the walk, from 0. */
  readonly start: number;
  readonly steps: readonly Step[];
}

export function runsOf(walk: readonly Step[]): readonly Run[] {
  const runs: { phase: Phase; start: number; steps: Step[] }[] = [];
  walk.forEach((step, i) => {
    const last = runs.at(-1);
    if (last?.phase === step.phase) last.steps.push(step);
    else runs.push({ phase: step.phase, start: i, steps: [step] });
  });
  return runs;
}

/** The beginning of the run after this place, or the end of the walk. */
export function runAfter(runs: readonly Run[], index: number): number {
  const last = runs.at(-1);
  return runs.find(({ start }) => start > index)?.start ?? (last ? last.start + last.steps.length - 1 : 0);
}

/** The beginning of this run, or of the one before where this place is a beginning already. */
export function runBefore(runs: readonly Run[], index: number): number {
  return runs.findLast(({ start }) => start < index)?.start ?? 0;
}
