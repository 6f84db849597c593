import { givenUnder } from '../lesson/given-under.js';
import { linesUnder } from '../lesson/lines-under.js';
import type { Choice, Lesson, UpdateRule } from '../lesson/lesson.js';
import { InputError } from '../complaint.js';
import { settingComplaint } from '../optimisers/setting-complaint.js';
import { namesIn } from '../formula/formula.js';
import { elementOf, writtenProgramOf } from '../program/expression.js';
import type { Given } from '../program/program.js';
import type { Setup } from '../trace/setup.js';
import { sampled, scalarProgram } from './tensors.js';
import type { LessonState } from './lesson-state.js';

/** The choice in force for each convention of a lesson. */
export function choicesOf(lesson: Lesson, choices: Readonly<Record<string, string>>): readonly Choice[] {
  return lesson.conventions.map(
    ({ id, choices: offered }) => offered.find((choice) => choice.id === choices[id]) ?? offered[0]!,
  );
}

/** The given numbers by which edits and links call them: with batches, those of all samples. */
export const allGiven = ({ given, sampling }: Setup): readonly Given[] =>
  sampling ? [...sampling.whole, ...given.filter(({ from }) => from === undefined)] : given;

/** How parameters move under choices: what a choice brings stands in for the lesson's own rule. */
export const updateUnder = (lesson: Lesson, choices: readonly Choice[]): UpdateRule =>
  choices.findLast((choice) => choice.update)?.update ?? lesson.update;

/** The settings of an update rule, each with its value before the reader changes it. */
export const settingsOf = ({ optimiser, settings }: UpdateRule): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(optimiser.settings).map(([name, { usual }]) => [name, settings[name] ?? usual]));

/**
 * What a state computes: the lesson's program under its conventions, with the reader's numbers, over scalars; with batches,
 * what its iteration computes.
 * @throws InputError where shapes, labels or settings do not fit; an error of ours where `loadTensors` was needed and not awaited
 */
export function setupOf(
  state: Pick<LessonState, 'lesson' | 'program' | 'edits' | 'choices'> & { readonly iteration?: number },
): Setup {
  const { lesson } = state;
  const choices = choicesOf(lesson, state.choices);
  const source = state.program?.program ?? lesson.program;
  const written = writtenProgramOf(linesUnder(source.lines, choices), lesson.program.claims);
  const uses = new Set([...written.given, written.mayBeGiven]);
  const edited = (each: Given): Given => ({ ...each, text: state.edits[each.name] ?? each.text });
  const known = givenUnder(lesson.given, choices);
  const { own, brought } = unknownNames(written.given, known, lesson, state.edits);
  const offered = [...known, ...own, ...brought];
  const whole = offered.filter(({ name }) => uses.has(elementOf(name).tensor)).map(edited);
  const batches = choices.findLast((choice) => choice.batches)?.batches ?? lesson.batches;
  const { given: all, sampling } = batches ? sampled(whole, batches, state.iteration) : { given: whole };
  const program = scalarProgram(written, all);
  const given = all.filter(({ name }) => !program.unused?.has(name));
  const update = updateUnder(lesson, choices);
  const { optimiser } = update;
  const settings = Object.entries(settingsOf(update)).map(([name, text]) => edited({ name, text, role: 'constant' }));
  const named = [...lesson.trained, ...choices.flatMap((choice) => choice.trained ?? [])];
  // What the reader's own program brings in is there to be trained.
  const trained = new Set([...named, ...own.map(({ name }) => elementOf(name).tensor)]);
  const updateOrder = choices.find(({ updateOrder }) => updateOrder)?.updateOrder ?? 'old';
  const complaints = [
    ...settings.map(({ name, text }) => settingComplaint(name, text, optimiser.settings[name]!)),
    updateOrder === 'updated' && optimiser.lines.some(({ once, formula }) => once && namesIn(formula).includes('g'))
      ? 'Clipping by norm needs every gradient before the first parameter moves: let the gradients read the old weights.'
      : undefined,
  ].filter((message) => message !== undefined);
  if (complaints.length) throw new InputError(complaints.map((message) => ({ message })));
  return {
    program,
    loss: lesson.loss,
    given: [...given, ...settings],
    trained: new Set(given.filter(({ name }) => trained.has(elementOf(name).tensor)).map(({ name }) => name)),
    optimiser,
    ...(update.start && { start: update.start }),
    updateOrder,
    ...(sampling && { sampling }),
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
