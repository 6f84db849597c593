import { writeFile } from 'node:fs/promises';
import { digitRange, InputError, type ConfirmOptions } from '../../src/index.js';
import { didYouMean } from '../../src/open.js';
import { fill } from '../fill.js';
import { exported as say } from '../words/export.js';
import { complain, readArguments, type Arguments } from './arguments.js';

/** Where a command finds the built site, and where its words go. */
export interface Surroundings {
  readonly site: string;
  readonly print: (text: string) => void;
  readonly report: (text: string) => void;
}

/** Run a command line. @returns the exit code; what is wrong has been reported in sentences */
export async function run(typed: readonly string[], surroundings: Surroundings): Promise<number> {
  const { print, report } = surroundings;
  try {
    const { command, subject, options } = readArguments(typed);
    if (command === 'help') print(await helpText());
    else if (command === 'integrity') {
      const { integrityTags } = await import('./integrity.js');
      print(`${await integrityTags(surroundings.site, options['base'])}\n`);
    } else await exportLesson(subject, options, surroundings);
    return 0;
  } catch (error) {
    report(`${error instanceof InputError ? error.message : say.unexpected(String(error))}\n`);
    return 1;
  }
}

async function helpText(): Promise<string> {
  const { lessonIds } = await import('./open-lesson.js');
  return fill(say.help, { lessons: lessonIds.join(`\n${' '.repeat(23)}`), ...digitRange }).join('');
}

async function exportLesson(
  subject: string | undefined,
  options: Arguments['options'],
  { print, report }: Surroundings,
): Promise<void> {
  const { formats } = await import('./formats.js');
  const { format = 'html', at = '', out } = options;
  const known = Object.keys(formats);
  const load = Object.hasOwn(formats, format) ? formats[format] : undefined;
  if (!load) return complain(say.unknownFormat(format, didYouMean(format, known, say.formats(known))));
  const { step, whole } = await load();
  const isAddress = /^v\d+\//.test(at);
  if (!step && at !== '' && !isAddress) return complain(say.onlyWhole(format, at));
  const { lessonNamed } = await import('./open-lesson.js');
  const { openStep } = await import('./open-step.js');
  const { proven } = await import('./prove.js');
  const { Runs } = await import('../make-scene.js');
  const state = await openStep(await lessonNamed(subject, at), options);
  const runs = new Runs();
  const proving: ConfirmOptions = {
    onProgress: (done) => {
      if (done % 1000 === 0 && done > 0) report(`${say.proving(done, state.iteration)}\n`);
    },
  };
  const isWhole = whole && (at === '' || !step);
  const text = isWhole ? await whole(state, runs, proving) : await proven(state, step!, proving, runs);
  if (out === undefined) return print(`${text}\n`);
  await writeFile(out, `${text}\n`).catch(({ code }: NodeJS.ErrnoException) =>
    complain(say.unwritable(out, String(code))),
  );
  report(`${say.written(out)}\n`);
}
