import type { Stop, Walkthrough } from '../lesson/lesson.js';
import type { Step, Trace } from '../trace/step.js';
import { revealNames } from './address.js';
import { Reveal, type LessonState } from './lesson-state.js';
import { placeOf } from './place.js';
import type { Move } from './walk.js';

/**
 * A walkthrough and how far it has come. A state that has one is led from stop to stop; immutable like the state.
 */
export class Guide {
  /** @param stop the place of the current stop, from 0 */
  constructor(
    readonly walkthrough: Walkthrough,
    readonly stop: number,
  ) {}

  get #stops(): readonly Stop[] {
    return this.walkthrough.stops;
  }

  /** What stands here instead of a step, while the room thinks. */
  get pause(): Stop['pause'] {
    return this.#stops[this.stop]!.pause;
  }

  /** The part that fills the stage at this stop. */
  get zoom(): Stop['zoom'] {
    return this.#stops[this.stop]!.zoom;
  }

  /** The reference of the step at a stop; a pause keeps the step before it. */
  #stepAt(stop: number): string {
    const before = this.#stops.slice(0, stop + 1).findLast(({ step }) => step !== undefined);
    return (before ?? this.#stops.find(({ step }) => step !== undefined)!).step!;
  }

  /** The steps of all stops, in order. */
  walk(trace: Trace): readonly Step[] {
    const known = walks.get(trace) ?? new Map<Walkthrough, readonly Step[]>();
    walks.set(trace, known);
    const walk = known.get(this.walkthrough) ?? this.#stops.map((_, i) => this.#found(trace, i));
    known.set(this.walkthrough, walk);
    return walk;
  }

  #found(trace: Trace, stop: number): Step {
    return trace.find(placeOf(trace, this.#stepAt(stop)).step)!;
  }

  /** The state after a move. Someone who left the way returns to it: forward to the next stop, back to the one they left. */
  move(state: LessonState, trace: Trace, to: Move): LessonState {
    const last = this.#stops.length - 1;
    const isHere = this.#found(trace, this.stop).ref === state.step;
    const isWithin = isHere && state.reveal < Reveal.result;
    if (to === 'reveal') {
      if (isWithin) return { ...state, reveal: (state.reveal + 1) as Reveal };
      return this.stop < last ? this.at(state, trace, this.stop + 1) : state;
    }
    if (to === 'conceal') {
      const first = this.#firstPiece(this.stop);
      if (isHere && state.reveal > first) return { ...state, reveal: (state.reveal - 1) as Reveal };
      if (!isHere) return this.at(state, trace, this.stop, Reveal.result);
      return this.stop > 0 ? this.at(state, trace, this.stop - 1, Reveal.result) : state;
    }
    const next = isWithin ? this.stop : Math.min(last, this.stop + 1);
    const previous = isHere ? Math.max(0, this.stop - 1) : this.stop;
    return this.at(state, trace, { first: 0, previous, next, last }[to], Reveal.result);
  }

  /** The state at a stop, seen as the walkthrough says: by default from its question on. */
  at(state: LessonState, trace: Trace, stop: number, reveal = this.#firstPiece(stop)): LessonState {
    const { walkthrough } = this;
    return {
      ...state,
      view: lastSaid(walkthrough, stop, 'view') ?? state.view,
      form: lastSaid(walkthrough, stop, 'form') ?? state.form,
      digits: lastSaid(walkthrough, stop, 'digits') ?? state.digits,
      step: this.#found(trace, stop).ref,
      reveal,
      guide: new Guide(walkthrough, stop),
    };
  }

  /** The guide of someone who went to a step by themselves: at the nearest stop there, or where they left. */
  toward(step: string): Guide {
    const places = this.#stops.flatMap((_, i) => (this.#stepAt(i) === step ? [i] : []));
    const near = places.sort((a, b) => Math.abs(a - this.stop) - Math.abs(b - this.stop) || b - a)[0];
    return near === undefined ? this : new Guide(this.walkthrough, near);
  }

  #firstPiece(stop: number): Reveal {
    const { pause, show = 'question' } = this.#stops[stop]!;
    return pause ? Reveal.result : (revealNames.indexOf(show) as Reveal);
  }

  /** As an address says it: `15-minutes:3`, the stop counted from 1. */
  toString(): string {
    return `${this.walkthrough.id}:${this.stop + 1}`;
  }
}

/** What a stop shows holds until another one says otherwise. */
function lastSaid<Key extends 'view' | 'form' | 'digits'>(
  { stops }: Walkthrough,
  stop: number,
  key: Key,
): Stop[Key] | undefined {
  return stops.slice(0, stop + 1).findLast((each) => each[key] !== undefined)?.[key];
}

/** The same walk is the same array, so that what is drawn from it is drawn once. */
const walks = new WeakMap<Trace, Map<Walkthrough, readonly Step[]>>();
