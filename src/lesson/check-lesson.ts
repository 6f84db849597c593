import type { Complaint, Place } from '../complaint.js';
import { checkGiven, checkLoss, checkOrder, type Variant } from '../program/check-program.js';
import { didYouMean } from '../program/nearest.js';
import { namesUsed, writtenProgramOf, type WrittenClaim, type WrittenLine } from '../program/expression.js';
import { withLines, type Given, type Program } from '../program/program.js';
import { expand } from '../tensors/expand.js';
import { InputError } from '../complaint.js';
import { givenUnder } from './given-under.js';
import type { Choice, Convention } from './lesson.js';
import type { Reading } from './read-conventions.js';

/** The parts of a lesson that its numbers come from. */
export interface Model {
  readonly lines: readonly WrittenLine[];
  readonly claims: readonly WrittenClaim[];
  readonly loss: string;
  readonly given: readonly Given[];
  readonly conventions: readonly Convention[];
}

/** The lesson's own program, and one for each choice by itself. */
export function variantsOf({ lines, claims, given, conventions }: Model): readonly Variant[] {
  const choices = conventions.flatMap((convention) => convention.choices);
  return [
    { program: writtenProgramOf(lines, claims), given },
    ...choices.map((choice) => ({
      program: writtenProgramOf(withLines(lines, choice.lines ?? []), claims),
      given: givenUnder(given, [choice]),
    })),
  ];
}

/** What is wrong between the parts: lines that don't make a program, values missing or left over, conventions in each other's way. */
export function checkModel(model: Model, { places }: Reading): readonly Complaint[] {
  const at = (line: WrittenLine): Place => places.get(line) ?? {};
  const own = [...checkOrder(model.lines, at), ...checkReplacements(model, at)];
  if (own.length > 0) return own;
  const variants = variantsOf(model);
  const inVariants = variants.flatMap(({ program }) => {
    const complaints = checkOrder(program.lines, at);
    return complaints.length > 0 ? complaints : checkLoss(program.lines, model.loss, at);
  });
  const complaints = [
    ...inVariants,
    ...checkGiven(variants, (name) => places.get(name) ?? firstUse(variants, name, at)),
  ];
  if (complaints.length === 0) {
    for (const { program, given } of variants) {
      try {
        expand(program, given, at);
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        complaints.push(...error.complaints);
      }
    }
  }
  return [...new Map(complaints.map((complaint) => [JSON.stringify(complaint), complaint])).values()];
}

/** The programs of the variants over scalars. */
export const expanded = (variants: readonly Variant[]): readonly { program: Program; given: readonly Given[] }[] =>
  variants.map(({ program, given }) => ({ program: expand(program, given), given }));

function firstUse(variants: readonly Variant[], name: string, at: (line: WrittenLine) => Place): Place | undefined {
  const uses = new RegExp(`=.*\\b${name}\\b`);
  const line = variants.flatMap(({ program }) => program.lines).find(({ text }) => uses.test(text));
  return line && at(line);
}

/** Whether a line that a choice brings is there for one that it replaces. */
const used = (name: string, { lines = [] }: Choice): boolean => lines.some((line) => namesUsed(line).includes(name));

/**
 * A choice may only replace lines that exist, or bring lines that those use; and no two conventions may replace the
 * same one: they must go together.
 */
function checkReplacements({ lines, conventions }: Model, at: (line: WrittenLine) => Place): readonly Complaint[] {
  const complaints: Complaint[] = [];
  const names = lines.map((line) => line.name);
  const replacedBy = new Map<string, string>();
  for (const { id, choices } of conventions) {
    const replaced = new Set<string>();
    const own = choices.flatMap((choice) => (choice.lines ?? []).map((line) => ({ line, choice })));
    for (const { line, choice } of own) {
      const { name } = line;
      const complain = (message: string): void => void complaints.push({ message, at: at(line), subject: name });
      if (!names.includes(name) && !used(name, choice)) {
        const fix = didYouMean(name, names, 'Add the line to the program, so that there is one to replace.');
        complain(`The program has no line \`${name}\` for this one to replace. ${fix}`);
      }
      const other = replacedBy.get(name);
      if (other !== undefined) {
        complain(`\`${other}\` replaces the line \`${name}\` too: let only one convention change it.`);
      }
      replaced.add(name);
    }
    replaced.forEach((name) => replacedBy.set(name, id));
  }
  return complaints;
}
