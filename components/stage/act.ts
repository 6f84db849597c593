import { move, Reveal, type LessonState, type Move } from '../../src/index.js';
import type { BpLesson } from '../bp-lesson.js';
import { DisplayEvent, ResetEvent } from '../events/index.js';
import type { StageAction } from './actions.js';

/** The digits that one key goes through. */
const digits = [3, 5, 9, 15] as const;

const moves: Partial<Record<StageAction, Move>> = {
  reveal: 'reveal',
  conceal: 'conceal',
  next: 'next',
  previous: 'previous',
  first: 'first',
  last: 'last',
};

/** Whether an action moves along the lesson. */
export const isMove = (action: StageAction): boolean => action in moves;

/** Do with a lesson what an action asks for. @returns whether it was anything for the lesson */
export function actOn(lesson: BpLesson, action: StageAction): boolean {
  const { state, scene } = lesson;
  if (!state || !scene) return false;
  const to = moves[action];
  if (to) lesson.walk(move(state, scene.trace, to));
  else if (action === 'ask') lesson.walk({ ...state, reveal: Reveal.question });
  else if (action === 'reset') lesson.dispatchEvent(new ResetEvent());
  else {
    const change = displayOf(action, state);
    if (!change) return false;
    lesson.dispatchEvent(new DisplayEvent(change));
  }
  return true;
}

function displayOf(action: StageAction, state: LessonState): DisplayEvent['change'] | undefined {
  if (action === 'digits') return { digits: digits.find((each) => each > state.digits) ?? digits[0] };
  if (action === 'view') return { view: state.view === 'local' ? 'expanded' : 'local' };
  if (action === 'form') return { form: state.form === 'matrix' ? 'scalar' : 'matrix' };
  return undefined;
}
