/**
 * Whether the page around an element is dark, where it does not say so itself: a page with a `color-scheme` speaks for
 * itself, of any other the background counts.
 */
export function isDarkAround(element: Element): boolean {
  if (getComputedStyle(element).colorScheme !== 'normal') return false;
  for (let each: Element | null = element; each; each = parentOf(each)) {
    const [red, green, blue, alpha] = pixelOf(getComputedStyle(each).backgroundColor);
    // The lightness that the eye sees, as ITU-R BT.709 weighs the colours.
    if (alpha! > 127) return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue! < 128;
  }
  return false;
}

/** A colour in whatever notation, as red, green, blue and alpha from 0 to 255. */
function pixelOf(colour: string): Uint8ClampedArray {
  const context = new OffscreenCanvas(1, 1).getContext('2d')!;
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  return context.getImageData(0, 0, 1, 1).data;
}

const parentOf = (element: Element): Element | null =>
  element.assignedSlot ?? element.parentElement ?? (element.getRootNode() as Partial<ShadowRoot>).host ?? null;

/**
 * Call back when the page may have changed its colours: pages do that with a class, an attribute or a style on their root
 * or body, some by degrees.
 * @returns stops watching
 */
export function watchSurroundings(changed: () => void): () => void {
  const observer = new MutationObserver(() => changed());
  for (const element of [document.documentElement, document.body]) observer.observe(element, { attributes: true });
  const system = matchMedia('(prefers-color-scheme: dark)');
  system.addEventListener('change', changed);
  document.documentElement.addEventListener('transitionend', changed);
  return () => {
    observer.disconnect();
    system.removeEventListener('change', changed);
    document.documentElement.removeEventListener('transitionend', changed);
  };
}
