import type { BrowserContext, Page } from 'playwright';
import { expect } from 'vitest';
import type { BpNotes } from '../../components/bp-notes.js';
import type { BpStage } from '../../components/bp-stage.js';
import { openPage, type OpenPage, type PageOptions } from './open-page.js';
import { ready } from './tutor-page.js';

/** Other tests may keep the machine busy. */
export const patient = { timeout: 20_000 };

/** The tutor with its stage open. */
export async function openStage(hash = '#v1/mazur/backward/w5', options: PageOptions = {}): Promise<OpenPage> {
  const opened = await openPage({ hash, ...options });
  await ready(opened.page);
  await opened.page.keyboard.press('p');
  await onStage(opened.page);
  return opened;
}

/** Until the stage shows a step. */
export const onStage = (page: Page): Promise<void> => page.locator('bp-stage bp-derivation h2').waitFor();

/** Open the instructor's window from the stage. */
export async function openNotes(page: Page): Promise<Page> {
  const opening = page.waitForEvent('popup');
  await page.bringToFront();
  await page.keyboard.press('n');
  const notes = await opening;
  await notes.locator('bp-notes bp-derivation h2').first().waitFor();
  await expect.poll(() => together(notes), patient).toBe(true);
  return notes;
}

/** Whether the instructor's window knows of the stage. */
export const together = (notes: Page): Promise<boolean> =>
  notes.evaluate(() => !document.querySelector('bp-notes')!.shadowRoot!.querySelector('a'));

/** Where the stage, or the instructor's window, stands; with its iteration, values and piece. */
export const placeOf = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const podium = document.querySelector<BpStage | BpNotes>('bp-stage, bp-notes');
    return podium?.shown?.address ?? '';
  });

/** The addresses on the way: one after each press. */
export async function press(page: Page, key: string, times: number): Promise<string[]> {
  const places: string[] = [];
  for (let i = 0; i < times; i++) {
    await page.keyboard.press(key);
    places.push(await placeOf(page));
  }
  return places;
}

/** Both windows end at the same place, which is looked at until it is so. */
export async function expectTogether(one: Page, other: Page): Promise<string> {
  await expect.poll(async () => (await placeOf(one)) === (await placeOf(other)), patient).toBe(true);
  return placeOf(one);
}

/** All that windows opened by a page complain about. */
export function listenTo(context: BrowserContext): readonly string[] {
  const noises: string[] = [];
  context.on('page', (page) => {
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) noises.push(message.text());
    });
    page.on('pageerror', (error) => noises.push(error.message));
  });
  return noises;
}
