/** Run some work when the page has nothing better to do, at the latest after half a second. */
export function whenIdle(work: () => void): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(work, { timeout: 500 });
  else setTimeout(work, 50);
}

/**
 * Run some work once what has just changed is on the screen: in the frame after it. Right after its own frame
 * the work would compete with the browser drawing it.
 */
export function afterPaint(work: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(work, 0)));
}
