import type { LessonState } from '../../src/index.js';
import { loadTraining } from '../../src/index.js';
import type { Runs } from '../make-scene.js';

/** The formats that the page offers, and what their files are called after the lesson's name. */
export const endings = {
  latex: '.tex',
  worksheet: '-worksheet.tex',
  key: '-key.tex',
  markdown: '.md',
  pytorch: '-pytorch.py',
  numpy: '-numpy.py',
} as const;

export type DownloadId = keyof typeof endings;

/**
 * Write a file of a whole lesson and hand it to the browser.
 * @returns the file's name
 * @throws InputError where some digits cannot be proven, or where a format cannot follow the lesson
 */
export async function download(id: DownloadId, state: LessonState, runs: Runs): Promise<string> {
  const { textFormats } = await import('../export/text-formats.js');
  await loadTraining();
  const { whole } = await textFormats[id]();
  const text = await whole(state, runs);
  const file = `${state.lesson.id}${endings[id]}`;
  const url = URL.createObjectURL(new Blob([`${text}\n`], { type: 'text/plain' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = file;
  link.click();
  // Some browsers read it only after the click.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
  return file;
}
