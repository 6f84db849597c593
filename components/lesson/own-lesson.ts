import { InputError, type Lesson } from '../../src/index.js';
import { ownLesson as say } from '../words/own-lesson.js';
import { addressOf, fetchLesson } from './fetch-lesson.js';

/** A lesson's text that stands in the page, and what to call it in complaints. */
export interface PageText {
  readonly text: string;
  readonly file: string;
}

/** The lesson in a file of one's own; several elements with the same address share one request. */
export function lessonAt(src: string, signal?: AbortSignal): Promise<Lesson> {
  const url = addressOf(src);
  return share(url.href, signal, async (abandoned) => {
    const [text, { readLesson }] = await Promise.all([fetchLesson(url, abandoned), reader()]);
    return read(() => readLesson(text, src), src);
  });
}

/** The lesson, or the program, that stands in the page. */
export function lessonIn({ text, file }: PageText, signal?: AbortSignal): Promise<Lesson> {
  return share(`${file}: ${text}`, signal, async () => {
    const { readInline } = await reader();
    return read(() => readInline(text, file), file);
  });
}

async function reader(): Promise<typeof import('../../src/read-file.js')> {
  return import('../../src/read-file.js').catch(() => {
    throw new InputError([{ message: say.noReader, retry: true }]);
  });
}

async function read(reading: () => Promise<Lesson>, file: string): Promise<Lesson> {
  try {
    return await reading();
  } catch (error) {
    if (error instanceof InputError) throw error;
    console.error(error);
    throw new InputError([{ subject: file, message: say.unreadable(file) }]);
  }
}

/** A lesson that has been asked for, and how many still want it. */
interface Shared {
  readonly lesson: Promise<Lesson>;
  readonly abort: AbortController;
  wanted: number;
}

/** Not more of them than a page has lessons. */
const kept = 50;
const shared = new Map<string, Shared>();

/** What was asked for before is not asked for again; what failed, or was given up by everyone who asked, is. */
async function share(
  key: string,
  signal: AbortSignal | undefined,
  load: (abandoned: AbortSignal) => Promise<Lesson>,
): Promise<Lesson> {
  signal?.throwIfAborted();
  const known = shared.get(key) ?? begin(key, load);
  known.wanted += 1;
  return new Promise((resolve, reject) => {
    const leave = (): void => {
      known.wanted -= 1;
      if (known.wanted === 0) known.abort.abort();
      reject(signal!.reason as Error);
    };
    signal?.addEventListener('abort', leave, { once: true });
    void known.lesson.then(resolve, reject).finally(() => signal?.removeEventListener('abort', leave));
  });
}

function begin(key: string, load: (abandoned: AbortSignal) => Promise<Lesson>): Shared {
  const abort = new AbortController();
  const forget = (): void => {
    if (shared.get(key) === begun) shared.delete(key);
  };
  abort.signal.addEventListener('abort', forget);
  const begun: Shared = { lesson: load(abort.signal), abort, wanted: 0 };
  begun.lesson.catch(forget);
  shared.set(key, begun);
  if (shared.size > kept) shared.delete(shared.keys().next().value!);
  return begun;
}
