import { givenUnder } from '../lesson/given-under.js';
import type { Choice, Lesson } from '../lesson/lesson.js';
import { optimisers } from '../optimisers/index.js';
import { elementOf, writtenProgramOf } from '../program/expression.js';
import { withLines, type Given } from '../program/program.js';
import type { Setup } from '../trace/setup.js';
import { scalarProgram } from './tensors.js';
import type { LessonState } from './lesson-state.js';

/** The choice in force for each convention of a lesson. */
export function choicesOf(lesson: Lesson, choices: Readonly<Record<string, string>>): readonly Choice[] {
  return lesson.conventions.map(
    ({ id, choices: offered }) => offered.find((choice) => choice.id === choices[id]) ?? offered[0]!,
  );
}

/**
 * What a state computes: the lesson's program under its conventions, with the reader's numbers, over scalars.
 * @throws InputError where shapes or labels do not fit; an error of ours where `loadTensors` was needed and not awaited
 */
export function setupOf(state: Pick<LessonState, 'lesson' | 'program' | 'edits' | 'choices'>): Setup {
  const { lesson } = state;
  const choices = choicesOf(lesson, state.choices);
  const source = state.program?.program ?? lesson.program;
  const written = writtenProgramOf(
    choices.reduce((lines, choice) => (choice.lines ? withLines(lines, choice.lines) : lines), source.lines),
    lesson.program.claims,
  );
  const uses = new Set(written.given);
  const edited = (each: Given): Given => ({ ...each, text: state.edits[each.name] ?? each.text });
  const known = givenUnder(lesson.given, choices);
  const { own, brought } = unknownNames(written.given, known, lesson, state.edits);
  const offered = [...known, ...own, ...brought];
  const given = offered.filter(({ name }) => uses.has(elementOf(name).tensor)).map(edited);
  const program = scalarProgram(written, given);
  const optimiser = optimisers.get(lesson.update.optimiser)!;
  const settings = Object.entries({ ...optimiser.settings, ...lesson.update.settings });
  const named = [...lesson.trained, ...choices.flatMap((choice) => choice.trained ?? [])];
  // What the reader's own program brings in is there to be trained.
  const trained = new Set([...named, ...own.map(({ name }) => elementOf(name).tensor)]);
  return {
    program,
    loss: lesson.loss,
    given: [...given, ...settings.map(([name, text]) => edited({ name, text, role: 'constant' }))],
    trained: new Set(given.filter(({ name }) => trained.has(elementOf(name).tensor)).map(({ name }) => name)),
    optimiser,
    updateOrder: choices.find(({ updateOrder }) => updateOrder)?.updateOrder ?? 'old',
  };
}

/**
 * Names that the reader's own program brings in: parameters, with the value the reader gave; or what a choice gives
 * that was in force when the program was written.
 */
function unknownNames(
  names: readonly string[],
  known: readonly Given[],
  lesson: Lesson,
  edits: Readonly<Record<string, string>>,
): { readonly own: readonly Given[]; readonly brought: readonly Given[] } {
  const tensors = new Set(known.map(({ name }) => elementOf(name).tensor));
  const others = lesson.conventions.flatMap((each) => each.choices.flatMap((choice) => choice.given ?? []));
  const unknown = new Set(names.filter((name) => !tensors.has(name)));
  const own = Object.entries(edits)
    .filter(([name]) => unknown.has(elementOf(name).tensor))
    .map(([name, text]): Given => ({ name, text, role: 'parameter' }));
  const typed = new Set(own.map(({ name }) => elementOf(name).tensor));
  const brought = others.filter(({ name }) => {
    const { tensor } = elementOf(name);
    return unknown.has(tensor) && !typed.has(tensor);
  });
  return { own, brought: [...new Map(brought.map((each) => [each.name, each])).values()] };
}
