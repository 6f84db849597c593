/** States one can go back to. A value: every change gives a new one. */
export interface History<State> {
  readonly past: readonly State[];
  readonly present: State;
  readonly future: readonly State[];
}

const longest = 200;

/** A history that begins here. */
export const historyOf = <State>(present: State): History<State> => ({ past: [], present, future: [] });

/** Do something that can be undone. */
export function record<State>({ past, present }: History<State>, next: State): History<State> {
  return { past: [...past, present].slice(-longest), present: next, future: [] };
}

/** Change the present without a trace, as moving through the steps does. */
export const replace = <State>(history: History<State>, present: State): History<State> => ({ ...history, present });

/** The state before the last change, or the same history where there is none. */
export function undo<State>({ past, present, future }: History<State>): History<State> {
  const before = past.at(-1);
  if (before === undefined) return { past, present, future };
  return { past: past.slice(0, -1), present: before, future: [present, ...future] };
}

/** The state that was undone, or the same history where there is none. */
export function redo<State>({ past, present, future }: History<State>): History<State> {
  const [after, ...rest] = future;
  if (after === undefined) return { past, present, future };
  return { past: [...past, present], present: after, future: rest };
}
