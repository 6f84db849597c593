/** What one can do on the stage. */
export type StageAction =
  | 'reveal'
  | 'conceal'
  | 'next'
  | 'previous'
  | 'first'
  | 'last'
  | 'ask'
  | 'zoom'
  | 'blank'
  | 'laser'
  | 'digits'
  | 'view'
  | 'form'
  | 'whatIf'
  | 'reset'
  | 'goTo'
  | 'code'
  | 'notes'
  | 'follow'
  | 'fullScreen'
  | 'help'
  | 'leave';

/** One thing that one can do, and the keys that do it unless someone chose others. */
export interface StageKey {
  readonly action: StageAction;
  /** As `KeyboardEvent.key` names them, letters in lower case. The first one is shown. */
  readonly keys: readonly string[];
  /** A single character: it can be switched off or moved to another key. */
  readonly isLetter: boolean;
}

const fixed = (action: StageAction, ...keys: string[]): StageKey => ({ action, keys, isLetter: false });
const letter = (action: StageAction, ...keys: string[]): StageKey => ({ action, keys, isLetter: true });

/**
 * All of them, as the bar and the help list them. Clickers send PageDown, PageUp, and a full stop for a dark screen.
 */
export const stageKeys: readonly StageKey[] = [
  fixed('reveal', ' ', 'ArrowRight', 'PageDown'),
  fixed('conceal', 'ArrowLeft', 'PageUp'),
  fixed('next', 'ArrowDown'),
  fixed('previous', 'ArrowUp'),
  fixed('first', 'Home'),
  fixed('last', 'End'),
  letter('ask', 'q'),
  letter('zoom', 'z'),
  letter('blank', 'b', '.'),
  letter('laser', 'l'),
  letter('digits', 'd'),
  letter('view', 'v'),
  letter('form', 'm'),
  letter('whatIf', 'w'),
  letter('reset', 'r'),
  letter('goTo', 'g'),
  letter('code', 'c'),
  letter('notes', 'n'),
  letter('follow', 't'),
  letter('fullScreen', 'f'),
  letter('help', '?', 'h'),
  fixed('leave', 'Escape'),
];
