import type { Locator, Page } from 'playwright';
import { expect } from 'vitest';
import type { BpLesson } from '../../components/bp-lesson.js';
import { mazurValues } from '../page/mazur-values.js';
import { isRounded, slotsOn } from '../page/shown.js';
import { proven } from '../page/tutor-page.js';

/** Where the lesson on a host's first page opens, and what comes after it. */
export const here = 'v1/mazur/backward/w5';
const next = 'v1/mazur/backward/w6';

/** For what a busy machine may take long to do. */
export const patience = { timeout: 20_000 };

/** The lesson on a host's first page. */
export const lessonOn = (page: Page): Locator => page.locator('bp-lesson#mazur');

/** Where a lesson stands: `v1/mazur/backward/w5`. */
export const addressOf = (lesson: Locator): Promise<string> =>
  lesson.evaluate((element) => (element as BpLesson).address);

/** How many significant digits a lesson shows. */
export const digitsOf = (lesson: Locator): Promise<number | undefined> =>
  lesson.evaluate((element) => (element as BpLesson).state?.digits);

export async function stands(page: Page, address: string): Promise<void> {
  await expect.poll(() => addressOf(lessonOn(page)), patience).toBe(address);
}

/** One step on and one back, by keyboard alone. */
export async function walks(page: Page): Promise<void> {
  await stands(page, here);
  await tabTo(page, lessonOn(page));
  await page.keyboard.press('ArrowRight');
  await stands(page, next);
  await page.keyboard.press('ArrowLeft');
  await stands(page, here);
}

/** The gradient that the lesson is about is the independent one, wherever it stands in an element. */
export async function expectRight(page: Page, within: string): Promise<void> {
  const right = mazurValues().get('backward/w5')!;
  const shown = (await slotsOn(page, within)).filter(({ ref }) => ref === 'backward/w5');
  expect(shown).not.toEqual([]);
  for (const { text } of shown) expect(isRounded(text, right, 9), `${text} for ${right}`).toBe(true);
}

/** A sentence with a formula and a number in it: both are right, and the formula is in the line of the words before it. */
export async function expectSentence(page: Page): Promise<void> {
  const formula = page.locator('p > bp-lesson:not([id])');
  await formula.locator('bp-formula .katex').first().waitFor();
  await page.locator('bp-number[for]').getByRole('button').waitFor();
  await proven(page);
  await expectRight(page, 'bp-number[for]');
  await expectRight(page, 'p > bp-lesson:not([id])');
  const indent = await formula.evaluate(
    (element) => element.getClientRects()[0]!.left - element.parentElement!.getBoundingClientRect().left,
  );
  expect(indent, 'from the beginning of the line to the formula').toBeGreaterThan(10);
}

/** As WCAG 2 defines it, of two luminances. */
const contrast = (one: number, other: number): number => (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);

/** Page and lesson are both light or both dark; its text is legible, on its card and in the page's sentence. */
export async function expectColours(page: Page, wanted?: 'light' | 'dark'): Promise<void> {
  await expect
    .poll(async () => {
      const { around, card, ink, terms } = await coloursOf(lessonOn(page));
      const scheme = wanted ?? (around > 0.5 ? 'light' : 'dark');
      if (terms.some((term) => contrast(term, around) < 4.5)) return false;
      return scheme === 'dark' ? around < 0.1 && card < 0.1 && ink > 0.7 : around > 0.7 && card > 0.8 && ink < 0.1;
    }, patience)
    .toBe(true);
}

/** Go through the page with Tab, as far as the lesson. */
export async function tabTo(page: Page, lesson: Locator): Promise<void> {
  for (let presses = 0; presses < 100; presses++) {
    if (await lesson.evaluate((element) => document.activeElement === element)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('Tab does not reach the lesson.');
}

/** Luminances, from 0 (black) to 1 (white), as the eye sees them. */
interface Colours {
  /** What is behind the lesson. */
  readonly around: number;
  /** What is behind the step's text, and the text. */
  readonly card: number;
  readonly ink: number;
  /** The letters and digits of the formula in the page's sentence, if there is one. */
  readonly terms: readonly number[];
}

/** The colours of a lesson and of the page around it. */
const coloursOf = (lesson: Locator): Promise<Colours> =>
  lesson.evaluate((element) => {
    const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;
    const rgba = (colour: string): Uint8ClampedArray => {
      context.clearRect(0, 0, 1, 1);
      context.fillStyle = colour;
      context.fillRect(0, 0, 1, 1);
      return context.getImageData(0, 0, 1, 1).data;
    };
    const linear = (byte: number): number => (byte <= 10 ? byte / 255 / 12.92 : ((byte / 255 + 0.055) / 1.055) ** 2.4);
    const luminance = (colour: string): number => {
      const [red, green, blue] = rgba(colour);
      return 0.2126 * linear(red!) + 0.7152 * linear(green!) + 0.0722 * linear(blue!);
    };
    const outwards = (each: Element): Element | null =>
      each.parentElement ?? (each.getRootNode() as ShadowRoot).host ?? null;
    const behind = (start: Element | null): number => {
      for (let each = start; each; each = outwards(each)) {
        const { backgroundColor } = getComputedStyle(each);
        if (rgba(backgroundColor)[3]! > 127) return luminance(backgroundColor);
      }
      // Nobody painted: the browser does.
      const probe = document.body.appendChild(document.createElement('i'));
      probe.style.setProperty('background-color', 'Canvas');
      const canvas = luminance(getComputedStyle(probe).backgroundColor);
      probe.remove();
      return canvas;
    };
    const step = element.shadowRoot!.querySelector('bp-derivation')!;
    const lettersIn = (each: Element): Element[] => [
      ...(each.shadowRoot ? [...each.shadowRoot.children].flatMap(lettersIn) : []),
      ...[...each.children].flatMap(lettersIn),
      ...([...each.childNodes].some((node) => node instanceof Text && /[\p{L}\p{N}]/u.test(node.data)) &&
      each.closest('.katex-html')
        ? [each]
        : []),
    ];
    const formula = document.querySelector('p > bp-lesson:not([id])');
    return {
      around: behind(element.parentElement),
      card: behind(step),
      ink: luminance(getComputedStyle(step).color),
      terms: formula ? lettersIn(formula).map((each) => luminance(getComputedStyle(each).color)) : [],
    };
  });
