/** What a key asks for. */
export type KeyAction =
  'reveal' | 'next' | 'previous' | 'first' | 'last' | 'undo' | 'redo' | 'reset' | 'present' | 'help';

/** A key, or several pressed together, as `KeyboardEvent.key` names them; letters in lower case. */
export interface Chord {
  readonly key: string;
  /** Ctrl, or Cmd where that is the custom. */
  readonly ctrl?: true;
  readonly shift?: true;
}

export interface Key {
  readonly action: KeyAction;
  readonly chords: readonly Chord[];
}

/** All keys of a lesson: the help lists them and the lesson obeys them, from the same data. */
export const keys: readonly Key[] = [
  { action: 'reveal', chords: [{ key: ' ' }] },
  { action: 'next', chords: [{ key: 'ArrowRight' }] },
  { action: 'previous', chords: [{ key: 'ArrowLeft' }] },
  { action: 'first', chords: [{ key: 'Home' }] },
  { action: 'last', chords: [{ key: 'End' }] },
  { action: 'undo', chords: [{ key: 'z', ctrl: true }] },
  {
    action: 'redo',
    chords: [
      { key: 'z', ctrl: true, shift: true },
      { key: 'y', ctrl: true },
    ],
  },
  { action: 'reset', chords: [{ key: 'r' }] },
  { action: 'present', chords: [{ key: 'p' }] },
  { action: 'help', chords: [{ key: '?' }] },
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
