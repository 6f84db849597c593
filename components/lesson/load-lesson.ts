import {
  InputError,
  initialState,
  loadTensors,
  lessonIn,
  lessonNeedsTensors,
  loadTraining,
  needsTensors,
  type Complaint,
  type Lesson,
  type LessonState,
  type WrittenProgram,
} from '../../src/index.js';
import { lessons } from '../../lessons/index.js';
import { words } from '../words.js';
import type { PageText } from './own-lesson.js';

/** A lesson opened at a place, and what of the request could not be used. */
export interface Opened {
  readonly lesson: Lesson;
  readonly state: LessonState;
  readonly complaints: readonly Complaint[];
}

/**
 * What to open: a built-in lesson by id, a lesson file by address, or a lesson or program that stands in the page; `address` says
 * where in it.
 */
export interface Request {
  readonly id: string;
  readonly src: string;
  readonly text?: PageText;
  readonly address: string;
  /** Aborted when nobody waits any longer. */
  readonly signal?: AbortSignal;
}

/**
 * Load a lesson and open it at an address. Built-in lessons are already read; one of one's own
 * brings the readers with it.
 * @throws InputError if the lesson cannot be had at all; a complaint that trying again may cure says so (`retry`).
 * The signal's reason when it is aborted
 */
export async function openLesson({ id, src, text, address, signal }: Request): Promise<Opened> {
  const complaints: Complaint[] = [];
  const own = src || text;
  const lesson = own ? await ownLesson(src, text, signal) : await builtIn(lessonIn(address) ?? id, id, complaints);
  if (lessonNeedsTensors(lesson)) await loadTensors();
  if (address) await completeLesson(lesson).catch(() => undefined);
  if (!address) return { lesson, state: initialState(lesson), complaints };
  const { openAddress } = await import('../../src/open.js');
  const opened = await openAddress(lesson, address, (text) => readProgramOf(lesson, text));
  if (opened.state.iteration > 0 || opened.state.paper) await loadTraining();
  return { lesson, state: opened.state, complaints: [...complaints, ...opened.complaints] };
}

async function builtIn(wanted: string, own: string, complaints: Complaint[]): Promise<Lesson> {
  const known = Object.keys(lessons);
  const id = [wanted, own].find((each): each is keyof typeof lessons => known.includes(each));
  if (id !== wanted) complaints.push({ subject: wanted, message: words.lesson.unknownLesson(wanted, known) });
  try {
    const { default: lesson, later } = await lessons[id ?? 'mazur']();
    if (!laterOf.has(lesson)) laterOf.set(lesson, later);
    return lesson;
  } catch {
    throw new InputError([{ subject: wanted, message: words.lesson.loadFailed(wanted), retry: true }]);
  }
}

type Later = () => Promise<{ readonly default: Pick<Lesson, 'sections' | 'published' | 'walkthroughs'> }>;

/** How the rest is had of a lesson that came without its later prose; nothing once it is there. */
const laterOf = new WeakMap<Lesson, Later | undefined>();

/** Bring in what a built-in lesson came without. It stays the same object: links and drafts hang on it. */
export async function completeLesson(lesson: Lesson): Promise<void> {
  const rest = await laterOf.get(lesson)?.();
  if (!rest || !laterOf.get(lesson)) return;
  laterOf.set(lesson, undefined);
  const { sections, ...others } = rest.default;
  Object.assign(lesson, { ...others, sections: [...lesson.sections, ...sections] });
}

async function ownLesson(src: string, text: PageText | undefined, signal?: AbortSignal): Promise<Lesson> {
  const own = await import('./own-lesson.js').catch(() => {
    throw new InputError([{ subject: src, message: words.lesson.loadFailed(src || text!.file), retry: true }]);
  });
  return src ? own.lessonAt(src, signal) : own.lessonIn(text!, signal);
}

async function readProgramOf(lesson: Lesson, text: string): Promise<WrittenProgram> {
  const { readProgram } = await import('../../src/read.js');
  const program = await readProgram(text, { loss: lesson.loss });
  if (needsTensors(program, lesson.given)) await loadTensors();
  return program;
}
