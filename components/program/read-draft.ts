import {
  choicesOf,
  elementOf,
  InputError,
  loadTensors,
  setupOf,
  type Complaint,
  type LessonState,
  type WrittenProgram,
} from '../../src/index.js';
import { words } from '../words.js';
import type { Draft } from './drafts.js';

const say = words.program;

/** A draft that was read: ready to use, or what is still wrong or missing. */
export type Reading =
  | { readonly kind: 'ready'; readonly program: WrittenProgram; readonly values: Readonly<Record<string, string>> }
  /** `names`: those that it brings in, whose values may be what is wrong. */
  | { readonly kind: 'wrong'; readonly complaints: readonly Complaint[]; readonly names: readonly MissingValue[] }
  | { readonly kind: 'missing'; readonly names: readonly MissingValue[] };

/** A name without a value. `complaint`: what was typed for it is no number. */
export interface MissingValue {
  readonly name: string;
  readonly complaint?: string;
}

/** Read a draft. The readers, and mathjs with them, are loaded the first time. */
export async function readDraft({ text, values }: Draft, state: LessonState): Promise<Reading> {
  let names: readonly string[] = [];
  try {
    const { readProgram, readValue } = await import('../../src/read.js').catch(() => {
      throw new InputError([{ message: say.notLoaded }]);
    });
    const program = await readProgram(text, { loss: state.lesson.loss });
    names = namesWithoutValue(program, state);
    const reading = withValues(program, names, values, readValue);
    await loadTensors();
    // Shapes that do not fit are only known now.
    if (reading.kind === 'ready')
      setupOf({ ...state, program: { text, program }, edits: { ...state.edits, ...reading.values } });
    return reading;
  } catch (error) {
    return {
      kind: 'wrong',
      complaints: error instanceof InputError ? error.complaints : [{ message: say.unreadable }],
      names: names.map((name) => ({ name })),
    };
  }
}

function namesWithoutValue(program: WrittenProgram, { lesson, choices, edits }: LessonState): readonly string[] {
  const inForce = choicesOf(lesson, choices).flatMap(({ given }) => given ?? []);
  const known = new Set([...lesson.given, ...inForce].map(({ name }) => elementOf(name).tensor));
  const edited = new Set(Object.keys(edits).map((name) => elementOf(name).tensor));
  return program.given.filter((name) => !known.has(name) && !edited.has(name));
}

function withValues(
  program: WrittenProgram,
  names: readonly string[],
  typed: Draft['values'],
  readValue: (typed: string, name: string) => Readonly<Record<string, string>>,
): Reading {
  const values: Record<string, string> = {};
  const missing = names.map((name): MissingValue => {
    if (!typed[name]?.trim()) return { name };
    try {
      Object.assign(values, readValue(typed[name], name));
      return { name };
    } catch (error) {
      return { name, complaint: error instanceof InputError ? error.complaints[0]!.message : say.unreadable };
    }
  });
  const valued = new Set(Object.keys(values).map((name) => elementOf(name).tensor));
  if (names.every((name) => valued.has(name))) return { kind: 'ready', program, values };
  return { kind: 'missing', names: missing };
}

/** Values of the lesson that a program has no use for. */
export function unusedNames(program: WrittenProgram, { lesson }: LessonState): readonly string[] {
  const names = new Set(lesson.given.map(({ name }) => elementOf(name).tensor));
  return [...names].filter((name) => !program.given.includes(name));
}
