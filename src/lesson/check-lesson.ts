import type { Complaint, Place } from '../complaint.js';
import { checkGiven, checkLoss, checkOrder, type Variant } from '../program/check-program.js';
import { didYouMean } from '../program/nearest.js';
import { namesUsed, writtenProgramOf, type WrittenClaim, type WrittenLine } from '../program/expression.js';
import type { Given, Program } from '../program/program.js';
import { Budget } from '../tensors/budget.js';
import { expand } from '../tensors/expand.js';
import { InputError } from '../complaint.js';
import { breathe } from './breathe.js';
import { givenUnder } from './given-under.js';
import { linesUnder } from './lines-under.js';
import type { Choice, Convention } from './lesson.js';
import { limits } from './limits.js';
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
function variantsOf({ lines, claims, given, conventions }: Model): readonly Variant[] {
  const choices = conventions.flatMap((convention) => convention.choices);
  return [
    { program: writtenProgramOf(lines, claims), given },
    ...choices.map((choice) => ({
      program: writtenProgramOf(linesUnder(lines, [choice]), claims),
      given: givenUnder(given, [choice]),
    })),
  ];
}

/** A variant over scalars. */
export interface Expanded {
  readonly program: Program;
  readonly given: readonly Given[];
}

/**
 * Complain about what is wrong between the parts: lines that don't make a program, values missing or left over,
 * conventions in each other's way.
 * @param addValue says how to give a name its value
 * @returns the programs of the variants over scalars; none, if anything is wrong
 */
export async function expandModel(
  model: Model,
  { places, complaints }: Reading,
  addValue?: (name: string) => string,
): Promise<readonly Expanded[]> {
  const at = (line: WrittenLine): Place => places.get(line) ?? {};
  const said = new Set<string>();
  const add = (found: readonly Complaint[]): void => {
    for (const each of found) if (said.size < said.add(JSON.stringify(each)).size) complaints.add(each);
  };
  const variants = variantsOf(model);
  add(checkSize(variants, at));
  add(checkReplacements(model, at));
  add(checkOrder(model.lines, at));
  if (complaints.count > 0) return [];
  for (const [i, { program }] of variants.entries()) {
    const order = i === 0 ? [] : checkOrder(program.lines, at);
    add(order.length > 0 ? order : checkLoss(program.lines, model.loss, at));
    await breathe();
  }
  const firstUses = firstUsesIn(variants);
  const placeOf = (name: string): Place | undefined => {
    const use = firstUses.get(name);
    return places.get(name) ?? (use && at(use));
  };
  add(checkGiven(variants, placeOf, addValue));
  if (complaints.count > 0) return [];
  const budget = new Budget(limits.terms);
  const expanded: Expanded[] = [];
  for (const { program, given } of variants) {
    try {
      const scalar = expand(program, given, at, budget);
      add(checkScalarLoss(scalar, model, at));
      expanded.push({ program: scalar, given });
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      add(error.complaints);
      if (budget.isExceeded) break;
    }
    await breathe();
  }
  return complaints.count > 0 ? [] : expanded;
}

/** Training makes one number small. */
function checkScalarLoss(
  program: Program,
  { lines, loss }: Model,
  at: (line: WrittenLine) => Place,
): readonly Complaint[] {
  if (program.lines.some(({ name }) => name === loss)) return [];
  const shape = program.tensors?.get(loss)?.shape ?? [];
  const message = `The loss \`${loss}\` has ${shape.join('×')} numbers, and it must be a single one: add them up in a line of its own, \`total = sum(${loss})\`.`;
  return [{ message, at: at(lines.find(({ name }) => name === loss)!), subject: loss }];
}

/** A program that nobody could walk through, or see in one picture. */
function checkSize(variants: readonly Variant[], at: (line: WrittenLine) => Place): readonly Complaint[] {
  const { lines: mostLines, uses: mostUses } = limits.program;
  return variants.flatMap(({ program: { lines } }) => {
    const uses = lines.reduce((sum, line) => sum + namesUsed(line).length, 0);
    if (lines.length <= mostLines && uses <= mostUses) return [];
    const message = `The program has ${lines.length} lines that use ${uses} names; ${mostLines} and ${mostUses} are the most. Make it smaller, or use vectors and matrices.`;
    return [{ message, at: at(lines[0]!) }];
  });
}

/** The first line that uses a name. */
function firstUsesIn(variants: readonly Variant[]): ReadonlyMap<string, WrittenLine> {
  const uses = new Map<string, WrittenLine>();
  for (const line of new Set(variants.flatMap(({ program }) => program.lines))) {
    for (const name of namesUsed(line)) if (!uses.has(name)) uses.set(name, line);
  }
  return uses;
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
    for (const name of choices.flatMap(({ without = [] }) => without)) {
      if (names.includes(name)) continue;
      const message = `The convention \`${id}\` takes the line \`${name}\` away, and the program has none. ${didYouMean(name, names, 'Leave it out.')}`;
      complaints.push({ message, subject: name });
    }
    replaced.forEach((name) => replacedBy.set(name, id));
  }
  return complaints;
}
