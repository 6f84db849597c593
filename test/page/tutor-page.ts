import type { Page } from 'playwright';
import { slotsOn } from './shown.js';

/** The lesson is on the screen, with everything that loads after its first step. */
export async function ready(page: Page): Promise<void> {
  await page.locator('bp-derivation').waitFor();
  await page.waitForFunction(() =>
    ['bp-values', 'bp-program', 'bp-help'].every((name) => customElements.get(name) !== undefined),
  );
  await proven(page);
}

/**
 * No visible digit is provisional any more. The source's table proves its own numbers, once it is in view; those of
 * far iterations only on request.
 */
export async function proven(page: Pick<Page, 'waitForFunction'>): Promise<void> {
  await page.waitForFunction(() => {
    const pending = (root: Document | ShadowRoot): boolean =>
      [...root.querySelectorAll('*')].some(
        (element) =>
          element.localName !== 'bp-published' &&
          ((element.matches('[data-provisional]') && element.checkVisibility()) ||
            (element.shadowRoot !== null && pending(element.shadowRoot))),
      );
    return !pending(document);
  });
}

/** The reference of the step the address names. */
export const stepOf = (page: Page): Promise<string> =>
  page.evaluate(() => decodeURIComponent(/^#v1\/[^/]+\/([^?]*)/.exec(location.hash)?.[1] ?? ''));

/** Walk the whole lesson by keyboard and read every number on the way: the text by reference, as the step's card shows it. */
export async function readWalk(page: Page): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  await page.keyboard.press('Home');
  for (let last = ''; ;) {
    await proven(page);
    for (const { ref, text } of await slotsOn(page, 'bp-derivation')) texts.set(ref, text);
    await page.keyboard.press('ArrowRight');
    await page.waitForTimeout(20);
    const step = await stepOf(page);
    if (step === last) return texts;
    last = step;
  }
}
