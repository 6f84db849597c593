/** Where a key belongs to what has the focus, not to the lesson. */
const fields = 'input, textarea, select, [contenteditable]';
const pressed =
  'button, a[href], summary, input, textarea, select, [contenteditable], [role="button"], [role="slider"]';
const moving = `${fields}, [role="slider"], [role="radio"], [role="application"], [role="img"][tabindex], audio, video`;

/** Whether one types into it. */
export const isField = (target: EventTarget | undefined): boolean =>
  target instanceof Element && target.matches(fields);

/** Whether a key press should be left to the focused element: Space on a button, arrows in a field. */
export function keepsItsMeaning(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing || event.altKey) return true;
  const target = event.composedPath().find((each): each is Element => each instanceof Element);
  if (!target) return false;
  return target.closest('dialog[open]') !== null || hasUseFor(target, event);
}

/** Whether an element does something with a key itself. */
export function hasUseFor(target: Element, event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.key.length > 1) return target.matches(moving);
  return event.key === ' ' ? target.matches(pressed) : target.matches(fields);
}
