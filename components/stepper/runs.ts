import type { Phase, Step, Trace } from '../../src/index.js';

/**
 * Steps of one phase without a break, or of one time step in one pass. Under the superseded update order, backward and
 * update take turns.
 */
export interface Run {
  readonly phase: Phase;
  /** The time step, where lines are repeated for each. */
  readonly time?: number;
  /** Whether it says its phase: the run before has another one, or there is no time step to say. */
  readonly saysPhase: boolean;
  /** The place of its first step in the walk, from 0. */
  readonly start: number;
  readonly steps: readonly Step[];
}

/** The time step that a step is about; none where it is about all of them. */
export function timeOf({ phase, first, target }: Step, { graph }: Pick<Trace, 'graph'>): number | undefined {
  return phase === 'update' ? undefined : graph.lines.get(first?.target ?? target)?.time;
}

/** The walk in runs. */
export function runsOf(walk: readonly Step[], trace: Pick<Trace, 'graph'>): readonly Run[] {
  const runs: (Omit<Run, 'steps'> & { steps: Step[] })[] = [];
  walk.forEach((step, start) => {
    const last = runs.at(-1);
    const time = timeOf(step, trace);
    const { phase } = step;
    const goesOn = time === undefined ? last?.phase === phase : passOf(last?.phase) === passOf(phase);
    if (last && last.time === time && goesOn) return last.steps.push(step);
    const saysPhase = time === undefined || passOf(last?.phase) !== passOf(phase);
    return runs.push({ phase, ...(time !== undefined && { time }), saysPhase, start, steps: [step] });
  });
  return runs;
}

/** At each time step the way to the loss goes on from the way forward. */
const passOf = (phase: Phase | undefined): Phase | undefined => (phase === 'loss' ? 'forward' : phase);

/** The beginning of the run after this place, or the end of the walk. */
export function runAfter(runs: readonly Run[], index: number): number {
  const last = runs.at(-1);
  return runs.find(({ start }) => start > index)?.start ?? (last ? last.start + last.steps.length - 1 : 0);
}

/** The beginning of this run, or of the one before where this place is a beginning already. */
export function runBefore(runs: readonly Run[], index: number): number {
  return runs.findLast(({ start }) => start < index)?.start ?? 0;
}
