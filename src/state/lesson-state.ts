import type { Lesson } from '../lesson/lesson.js';
import { digitRange } from '../numbers/digits.js';
import { isTimed, nameAt, type WrittenProgram } from '../program/expression.js';
import type { Guide } from './guide.js';

/** How much of a step is revealed: the question, the symbolic line, the numbers, the result. */
export const Reveal = { question: 0, symbolic: 1, numbers: 2, result: 3 } as const;
export type Reveal = (typeof Reveal)[keyof typeof Reveal];

/**
 * Everything that determines what a lesson shows, as one immutable value. Undo, links, a second
 * screen and identical replay follow from it. Given numbers always mean iteration 0.
 */
export interface LessonState {
  readonly lesson: Lesson;
  /** The reader's own program, where it differs from the lesson's. */
  readonly program?: { readonly text: string; readonly program: WrittenProgram };
  /** Given numbers that the reader changed, as text, by name. */
  readonly edits: Readonly<Record<string, string>>;
  /** Conventions that are not the lesson's own: choice id by convention id. */
  readonly choices: Readonly<Record<string, string>>;
  /** How many updates have been done. 0 is the beginning; at most {@link lastIteration}. */
  readonly iteration: number;
  /** The current step's reference. */
  readonly step: string;
  readonly reveal: Reveal;
  readonly view: 'expanded' | 'local';
  /** Steps of vectors and matrices: number by number, or as matrices. */
  readonly form: 'scalar' | 'matrix';
  /** Significant digits shown, 3 to 15. */
  readonly digits: number;
  /** Paper mode: every intermediate is rounded to the digits shown, as a person would. */
  readonly paper: boolean;
  /** Where walking begins and ends, by step; the whole walk if left out. An address does not say: a page does. */
  readonly from?: string;
  readonly to?: string;
  /** The walkthrough that leads through the lesson. */
  readonly guide?: Guide;
}

/** The largest iteration a state can name. */
export const lastIteration = 1_000_000;

/** The beginning of a lesson, with the lesson's own values. The step is its introduction's successor, the first one. */
export function initialState(lesson: Lesson): LessonState {
  const first = lesson.program.lines[0]!;
  return {
    lesson,
    edits: {},
    choices: {},
    iteration: 0,
    step: `${first.name === lesson.loss ? 'loss' : 'forward'}/${isTimed(first) ? nameAt(first.name, 1) : first.name}`,
    reveal: Reveal.result,
    view: 'expanded',
    form: 'scalar',
    digits: digitRange.usual,
    paper: false,
  };
}

/** Go to a step, complete unless said otherwise. */
export function goTo(state: LessonState, step: string, reveal: Reveal = Reveal.result): LessonState {
  return { ...state, step, reveal, ...(state.guide && { guide: state.guide.toward(step) }) };
}

/** Change a given number. Setting it to the lesson's own text (or `undefined`) takes the edit back. */
export function withValue(state: LessonState, name: string, text: string | undefined, ownText?: string): LessonState {
  const { [name]: _, ...others } = state.edits;
  return { ...state, edits: text === undefined || text === ownText ? others : { ...others, [name]: text } };
}

/** Make a choice in a convention. The first choice of each is the lesson's own. */
export function withConvention(state: LessonState, convention: string, choice: string): LessonState {
  const own = state.lesson.conventions.find(({ id }) => id === convention)?.choices[0]?.id;
  const { [convention]: _, ...others } = state.choices;
  return { ...state, choices: choice === own ? others : { ...others, [convention]: choice } };
}

/** Stand at an iteration, at the same step. */
export function withIteration(state: LessonState, iteration: number): LessonState {
  return { ...state, iteration: Math.min(Math.max(Math.trunc(iteration), 0), lastIteration) };
}

/** The lesson's own program, values and conventions; place and display stay. */
export function withOwnValues(state: LessonState): LessonState {
  const { program: _, ...rest } = state;
  return { ...rest, edits: {}, choices: {} };
}

/** Whether program, values and conventions are the lesson's own. */
export function hasOwnValues(state: LessonState): boolean {
  return !state.program && Object.keys(state.edits).length === 0 && Object.keys(state.choices).length === 0;
}
