import type { Choice, Lesson } from '../lesson/lesson.js';
import { optimisers } from '../optimisers/index.js';

import { withLines, type Given, type Program } from '../program/program.js';
import type { Setup } from '../trace/setup.js';
import type { LessonState } from './lesson-state.js';

/** The choice in force for each convention of a lesson. */
export function choicesOf(lesson: Lesson, choices: Readonly<Record<string, string>>): readonly Choice[] {
  return lesson.conventions.map(
    ({ id, choices: offered }) => offered.find((choice) => choice.id === choices[id]) ?? offered[0]!,
  );
}

/** What a state computes: the lesson's program under its conventions, with the reader's numbers. */
export function setupOf(state: Pick<LessonState, 'lesson' | 'program' | 'edits' | 'choices'>): Setup {
  const { lesson } = state;
  const choices = choicesOf(lesson, state.choices);
  const program = choices.reduce<Program>(
    (current, { lines }) => (lines?.length ? withLines(current, lines) : current),
    state.program?.program ?? lesson.program,
  );
  const optimiser = optimisers.get(lesson.update.optimiser)!;
  const settings = { ...optimiser.settings, ...lesson.update.settings };
  const offered: readonly Given[] = [
    ...lesson.given,
    ...choices.flatMap(({ given }) => given ?? []),
    ...unknownNames(program, lesson, choices, state.edits),
  ];
  const given = [
    ...offered.filter(({ name }) => program.given.includes(name)),
    ...Object.entries(settings).map(([name, text]): Given => ({ name, text, role: 'constant' })),
  ].map((each) => ({ ...each, text: state.edits[each.name] ?? each.text }));
  return {
    program,
    loss: lesson.loss,
    given,
    trained: new Set(trainedNames(lesson, choices).filter((name) => program.given.includes(name))),
    optimiser,
    updateOrder: choices.find(({ updateOrder }) => updateOrder)?.updateOrder ?? 'old',
  };
}

const trainedNames = (lesson: Lesson, choices: readonly Choice[]): readonly string[] => [
  ...lesson.trained,
  ...choices.flatMap(({ trained }) => trained ?? []),
];

/**
 * Names that the reader's own program brings in: parameters, with the value the reader gave; or what a choice gives
 * that was in force when the program was written.
 */
function unknownNames(
  program: Program,
  lesson: Lesson,
  choices: readonly Choice[],
  edits: Readonly<Record<string, string>>,
): readonly Given[] {
  const known = new Set([...lesson.given, ...choices.flatMap(({ given }) => given ?? [])].map(({ name }) => name));
  const others = lesson.conventions.flatMap((each) => each.choices.flatMap((choice) => choice.given ?? []));
  return program.given
    .filter((name) => !known.has(name))
    .flatMap((name): Given[] => {
      const text = edits[name] ?? others.find((each) => each.name === name)?.text;
      return text === undefined ? [] : [{ name, text, role: 'parameter' }];
    });
}
