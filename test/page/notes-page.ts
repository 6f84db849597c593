import type { Locator, Page } from 'playwright';
import type { BpLesson } from '../../components/bp-lesson.js';
import { openPage, type OpenPage, type PageOptions } from './open-page.js';

/** A page of somebody's notes, beside the built tutor's files. */
export interface Notes extends Omit<PageOptions, 'path' | 'site'> {
  readonly body: string;
  /** What stands in its head, beside the module. */
  readonly head?: string;
  readonly doctype?: string;
  /** Attributes of the root element. */
  readonly root?: string;
  /** The line that loads the tutor. */
  readonly script?: string;
}

/** Open such a page in Chromium. */
export async function openNotes({
  body,
  head = '',
  doctype = '<!doctype html>',
  root = 'lang="en"',
  script = '<script type="module" src="backprop-tutor.js"></script>',
  before,
  ...options
}: Notes): Promise<OpenPage> {
  const meta = '<meta charset="utf-8"><title>Notes</title><link rel="icon" href="data:,">';
  const html = `${doctype}<html ${root}><head>${meta}${head}${script}</head><body>${body}</body></html>`;
  return openPage({
    ...options,
    path: 'notes.html',
    before: async (page) => {
      await page.route('**/notes.html', (route) => route.fulfill({ contentType: 'text/html', body: html }));
      await before?.(page);
    },
  });
}

/** Where a lesson stands; '' until it is open. */
export const addressOf = (lesson: Locator): Promise<string> =>
  lesson.evaluate((element: BpLesson) => (element.address as string | undefined) ?? '');

/** Until a lesson, of several the first, is open and shows its step. */
export async function opened(page: Page, selector = 'bp-lesson'): Promise<Locator> {
  const lesson = page.locator(selector).first();
  await lesson.evaluate(async (element: BpLesson) => {
    await customElements.whenDefined('bp-lesson');
    await element.ready;
    await element.updateComplete;
  });
  return lesson;
}
