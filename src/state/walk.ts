import type { Step, Trace } from '../trace/step.js';
import { goTo, Reveal, type LessonState } from './lesson-state.js';

/**
 * Ways through a lesson. `reveal` shows the next piece of the step, and after the last one the next question;
 * `conceal` takes exactly that back.
 */
export type Move = 'first' | 'previous' | 'next' | 'last' | 'reveal' | 'conceal';

/** The step a reference leads to: the step itself, or the one that made the value. */
export function stepFor(trace: Trace, ref: string): Step | undefined {
  return trace.find(ref.replace(/@\d+$/, ''));
}

/** The place of a step in the walk; an inner step stands at its outermost ancestor's place. */
export function placeInWalk(trace: Trace, ref: string): number {
  return trace.placeOf(ref) ?? 0;
}

/** The steps a state walks through: those of its walkthrough, all of the walk, or from one step to another. */
export function walkOf(trace: Trace, { from, to, guide }: Pick<LessonState, 'from' | 'to' | 'guide'>): readonly Step[] {
  if (guide) return guide.walk(trace);
  if (from === undefined && to === undefined) return trace.walk;
  const start = from === undefined ? 0 : placeInWalk(trace, from);
  const end = to === undefined ? trace.walk.length - 1 : placeInWalk(trace, to);
  const key = `${start} ${end}`;
  const parts = partsOf.get(trace) ?? new Map<string, readonly Step[]>();
  partsOf.set(trace, parts);
  const part = parts.get(key) ?? trace.walk.slice(start, end + 1);
  parts.set(key, part);
  return part;
}

/** The same part is the same array, so that what is drawn from it is drawn once. */
const partsOf = new WeakMap<Trace, Map<string, readonly Step[]>>();

/** The place of the current step in {@link walkOf}; a step outside stands at the nearer end. */
export function placeInPart(trace: Trace, state: LessonState): number {
  const walk = walkOf(trace, state);
  if (state.guide) return state.guide.stop;
  return Math.max(0, Math.min(fromStart(trace, walk, state), walk.length - 1));
}

const fromStart = (trace: Trace, walk: readonly Step[], { step }: LessonState): number =>
  placeInWalk(trace, step) - placeInWalk(trace, walk[0]!.ref);

/** The state after a move. At either end it stays as it is. */
export function move(state: LessonState, trace: Trace, to: Move): LessonState {
  if (state.guide) return state.guide.move(state, trace, to);
  const walk = walkOf(trace, state);
  const last = walk.length - 1;
  const at = fromStart(trace, walk, state);
  const after = Math.max(0, at + 1);
  if (to === 'reveal') {
    if (state.reveal < Reveal.result) return { ...state, reveal: (state.reveal + 1) as Reveal };
    return after <= last ? goTo(state, walk[after]!.ref, Reveal.question) : state;
  }
  const before = Math.max(0, Math.min(at, last + 1) - 1);
  if (to === 'conceal') {
    if (state.reveal > Reveal.question) return { ...state, reveal: (state.reveal - 1) as Reveal };
    return at > 0 ? goTo(state, walk[before]!.ref) : state;
  }
  // From the middle of a step, or from inside it, forward first completes it.
  const isWithin = walk[at] !== undefined;
  const next = state.reveal < Reveal.result && isWithin ? at : Math.min(last, after);
  return goTo(state, walk[{ first: 0, previous: before, next, last }[to]]!.ref);
}
