import type { Step, Trace } from '../trace/step.js';
import { goTo, Reveal, type LessonState } from './lesson-state.js';

/** Ways through a lesson. `reveal` shows the next piece of the step, and after the last one the next question. */
export type Move = 'first' | 'previous' | 'next' | 'last' | 'reveal';

/** The step a reference leads to: the step itself, or the one that made the value. */
export function stepFor(trace: Trace, ref: string): Step | undefined {
  return trace.find(ref.replace(/@\d+$/, ''));
}

/** The place of a step in the walk; an inner step stands at its outermost ancestor's place. */
export function placeInWalk(trace: Trace, ref: string): number {
  return trace.placeOf(ref) ?? 0;
}

/** The state after a move. At either end it stays as it is. */
export function move(state: LessonState, trace: Trace, to: Move): LessonState {
  const at = placeInWalk(trace, state.step);
  if (to === 'reveal') {
    if (state.reveal < Reveal.result) return { ...state, reveal: (state.reveal + 1) as Reveal };
    return at + 1 < trace.walk.length ? goTo(state, trace.walk[at + 1]!.ref, Reveal.question) : state;
  }
  const last = trace.walk.length - 1;
  const target = { first: 0, previous: Math.max(0, at - 1), next: Math.min(last, at + 1), last }[to];
  // From the middle of a step, or from inside it, forward first completes it.
  const whole = to === 'next' && state.reveal < Reveal.result ? at : target;
  return goTo(state, trace.walk[whole]!.ref);
}
