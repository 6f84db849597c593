import type { WrittenLine } from '../program/expression.js';
import { withLines } from '../program/program.js';
import type { Choice } from './lesson.js';

/** A program's lines under choices: what they replace and bring in, without what they take away. */
export const linesUnder = (
  lines: readonly WrittenLine[],
  choices: readonly Pick<Choice, 'lines' | 'without'>[],
): readonly WrittenLine[] =>
  choices.reduce(
    (known, { lines: instead, without }) =>
      (instead ? withLines(known, instead) : known).filter(({ name }) => !without?.includes(name)),
    lines,
  );
