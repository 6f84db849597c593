import type { Page } from 'playwright';
import { isRounded, slotsOn } from './shown.js';
import type { Truth } from './lesson-values.js';
import { proven } from './tutor-page.js';

/** The parts of a lesson's page are there, and its digits proven. */
export async function ready(page: Page, ...parts: readonly string[]): Promise<void> {
  await page.locator('bp-derivation').waitFor();
  await page.waitForFunction((names) => names.every((name) => customElements.get(name)), ['bp-values', ...parts]);
  await proven(page);
}

/** The step that the address names. */
const stepOf = (page: Page): Promise<string> =>
  page.evaluate(() => decodeURIComponent(/^#v1\/[^/]+\/([^?]*)/.exec(location.hash)?.[1] ?? ''));

/** Walk from here to the last step by keyboard; `look` is called at every step. */
export async function walk(page: Page, look: (step: string) => Promise<void>): Promise<string> {
  for (let last = ''; ;) {
    await proven(page);
    await look(await stepOf(page));
    await page.keyboard.press('ArrowRight');
    await page.waitForTimeout(20);
    const step = await stepOf(page);
    if (step === last) return step;
    last = step;
  }
}

/** What is shown and wrong: everything on the page that the independent values know. */
export async function wrongOn(page: Page, truth: Truth, seen: Set<string>): Promise<readonly string[]> {
  return (await slotsOn(page)).flatMap(({ ref, text }) => {
    const right = truth.get(ref.replace(/^(forward|loss)\//, ''));
    if (right === undefined || text === '' || text === '?' || text === '·') return [];
    if (isRounded(text, right, 9)) {
      seen.add(ref.replace(/^(forward|loss)\//, ''));
      return [];
    }
    // Diagrams have three digits, what a plot says four.
    return isRounded(text, right, 3) || isRounded(text, right, 4)
      ? []
      : [`${ref} shows ${text}, the independent value is ${right}`];
  });
}

/** Everything visible that reaches beyond the right edge of the page and does not scroll inside something that fits. */
export function overflows(): readonly string[] {
  const wide: string[] = [];
  const limit = document.documentElement.clientWidth + 1;
  const visit = (root: Document | ShadowRoot): void => {
    for (const element of root.querySelectorAll('*')) {
      if (element.shadowRoot) visit(element.shadowRoot);
      const box = element.getBoundingClientRect();
      if (box.width === 0 || box.right <= limit || !element.checkVisibility({ visibilityProperty: true })) continue;
      if (!scrolls(element)) wide.push(`${element.localName}.${element.className} reaches to ${Math.round(box.right)}`);
    }
  };
  const scrolls = (element: Element): boolean => {
    for (let each: Element | null = element; each; each = parentOf(each)) {
      const { overflowX } = getComputedStyle(each);
      if (overflowX !== 'visible' && each.getBoundingClientRect().right <= limit) return true;
      // What is drawn for the eyes of a screen reader alone is clipped to a point.
      if (getComputedStyle(each).clipPath !== 'none' || getComputedStyle(each).position === 'fixed') return true;
    }
    return false;
  };
  const parentOf = (element: Element): Element | null =>
    element.assignedSlot ?? element.parentElement ?? (element.getRootNode() as Partial<ShadowRoot>).host ?? null;
  visit(document);
  return wide.slice(0, 5);
}
