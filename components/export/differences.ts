import { choicesOf, type LessonState } from '../../src/index.js';
import { plainNumber, plainSymbol } from '../formula-text.js';
import { exported as say } from '../words/export.js';

/** What the reader changed: numbers, conventions, the program. */
export function differences({ lesson, edits, choices, program, paper, digits }: LessonState): readonly string[] {
  const chosen = choicesOf(lesson, choices);
  return [
    ...(program ? [say.ownProgram] : []),
    ...Object.entries(edits).map(([name, text]) => say.value(plainSymbol(name), plainNumber(text))),
    ...lesson.conventions.flatMap(({ id, title }, i) => (choices[id] ? [say.choice(title, chosen[i]!.label)] : [])),
    ...(paper ? [say.paper(digits)] : []),
  ];
}
