import type { Phase, Step, Trace } from '../../src/index.js';

/** Steps of one phase without a break. Under the superseded update order, backward and update take turns. */
export interface Run {
  readonly phase: Phase;
  /** The place of its first step in the walk, from 0. */
  readonly start: number;
  readonly steps: readonly Step[];
  /** How many steps each time step has, one after the other, where lines are repeated for each; otherwise all of them. */
  readonly groups: readonly number[];
}

/** The time step that a step is about; none where it is about several. What is given for one belongs to it. */
export function timeOf({ phase, first, target }: Step, { graph }: Pick<Trace, 'graph'>): number | undefined {
  if (phase === 'update') return undefined;
  const name = first?.target ?? target;
  const lines = graph.lines.has(name) ? [name] : graph.consumers(name);
  const times = new Set(lines.map((line) => graph.lines.get(line)!.time));
  return times.size === 1 ? [...times][0] : undefined;
}

/** The walk in runs. At each time step the way to the loss goes on from the way forward, in one run. */
export function runsOf(walk: readonly Step[], trace: Pick<Trace, 'graph'>): readonly Run[] {
  const runs: { phase: Phase; time?: number | undefined; start: number; steps: Step[]; groups: number[] }[] = [];
  walk.forEach((step, start) => {
    const { phase } = step;
    const time = timeOf(step, trace);
    const last = runs.at(-1);
    const goesOn = last?.phase === phase || (time !== undefined && last?.time !== undefined && phase === 'loss');
    if (!last || !goesOn) return runs.push({ phase, time, start, steps: [step], groups: [1] });
    last.steps.push(step);
    if (last.time === time) last.groups[last.groups.length - 1]! += 1;
    else last.groups.push(1);
    return (last.time = time);
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
