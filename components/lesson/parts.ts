import type { BpLesson } from '../bp-lesson.js';

/** What every lesson is made of comes as one. */
const everyLesson = (): Promise<unknown> => import('./sheet.js');

/** The parts that may stand alone, and how each is had. */
const parts: Readonly<Record<string, () => Promise<unknown>>> = {
  'bp-network': () => import('../bp-network.js'),
  'bp-stepper': () => import('../bp-stepper.js'),
  'bp-tensor': () => import('../bp-tensor.js'),
  'bp-values': () => import('../bp-values.js'),
  'bp-gradients': () => import('../bp-gradients.js'),
  'bp-published': () => import('../bp-published.js'),
  'bp-loss-curve': () => import('../bp-loss-curve.js'),
  'bp-plots': () => import('../bp-plots.js'),
  'bp-program': () => import('../bp-program.js'),
  'bp-conventions': () => import('../bp-conventions.js'),
  'bp-display': () => import('../bp-display.js'),
  'bp-derivation': everyLesson,
  'bp-prose': everyLesson,
  'bp-formula': everyLesson,
  'bp-number': everyLesson,
  'bp-check': () => import('../bp-check.js'),
};

/** Whether an author arranges the parts of this lesson, instead of leaving it to the lesson. */
export const isLayout = (lesson: BpLesson): boolean => lesson.querySelector(Object.keys(parts).join()) !== null;

/** Load the parts that an author has put into this lesson or pointed at it. */
export function loadPartsOf(lesson: BpLesson): void {
  const root = lesson.getRootNode() as Document | ShadowRoot;
  const pointing = lesson.id ? [...root.querySelectorAll(`[for="${CSS.escape(lesson.id)}"]`)] : [];
  loadParts([...lesson.querySelectorAll('*'), ...pointing]);
}

/** Load what makes these elements parts. One that fails stays what its author put into it. */
export function loadParts(elements: readonly Element[]): void {
  const names = new Set(elements.map(({ localName }) => localName));
  for (const name of names) if (!customElements.get(name)) void parts[name]?.().catch(() => undefined);
}

/** The text of a lesson or a program that stands in the page, inside its element. */
export function textIn(lesson: BpLesson): string | undefined {
  const element = lesson.querySelector(':scope > pre, :scope > script[type="text/plain"]');
  return element?.textContent ?? undefined;
}
