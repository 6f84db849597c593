import { words } from './words.js';

/** What a key asks for. */
export type KeyAction = 'reveal' | 'next' | 'previous' | 'first' | 'last' | 'undo' | 'redo' | 'reset' | 'help';

/** A key, or several pressed together, as `KeyboardEvent.key` names them; letters in lower case. */
export interface Chord {
  readonly key: string;
  /** Ctrl, or Cmd where that is the custom. */
  readonly ctrl?: true;
  readonly shift?: true;
  /** The same, one word a keycap. */
  readonly caps: readonly string[];
}

export interface Key {
  readonly action: KeyAction;
  readonly chords: readonly Chord[];
  readonly does: string;
}

/** All keys of a lesson: the help lists them and the lesson obeys them, from the same data. */
export const keys: readonly Key[] = [
  { action: 'reveal', chords: [{ key: ' ', caps: ['Space'] }], does: words.help.reveal },
  { action: 'next', chords: [{ key: 'ArrowRight', caps: ['→'] }], does: words.help.next },
  { action: 'previous', chords: [{ key: 'ArrowLeft', caps: ['←'] }], does: words.help.previous },
  { action: 'first', chords: [{ key: 'Home', caps: ['Home'] }], does: words.help.first },
  { action: 'last', chords: [{ key: 'End', caps: ['End'] }], does: words.help.last },
  { action: 'undo', chords: [{ key: 'z', ctrl: true, caps: ['Ctrl', 'Z'] }], does: words.help.undo },
  {
    action: 'redo',
    chords: [
      { key: 'z', ctrl: true, shift: true, caps: ['Ctrl', 'Shift', 'Z'] },
      { key: 'y', ctrl: true, caps: ['Ctrl', 'Y'] },
    ],
    does: words.help.redo,
  },
  { action: 'reset', chords: [{ key: 'r', caps: ['R'] }], does: words.help.reset },
  { action: 'help', chords: [{ key: '?', caps: ['?'] }], does: words.help.help },
];

/** What a key press asks for, if anything. Whether the focused element needs the key itself is for the caller to say. */
export function actionOf(event: KeyboardEvent): KeyAction | undefined {
  if (event.altKey || event.isComposing) return undefined;
  const ctrl = event.ctrlKey || event.metaKey;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  // Layouts differ in whether `?` needs Shift, so Shift counts only together with Ctrl.
  const meant = (chord: Chord): boolean =>
    chord.key === key && Boolean(chord.ctrl) === ctrl && (!ctrl || Boolean(chord.shift) === event.shiftKey);
  return keys.find(({ chords }) => chords.some(meant))?.action;
}
