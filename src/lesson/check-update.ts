import { InputError } from '../complaint.js';
import type { Optimiser } from '../optimisers/optimiser.js';
import { elementOf } from '../program/expression.js';
import type { Given } from '../program/program.js';
import { sampled } from '../trace/batches.js';
import type { BatchRule } from '../trace/setup.js';
import type { Entry } from './front-matter.js';
import { givenUnder } from './given-under.js';
import type { Choice, UpdateRule } from './lesson.js';

/** How parameters move and samples are shared out, and where that stands: in the lesson itself, or in a choice. */
export interface Moving {
  readonly update?: UpdateRule;
  readonly batches?: BatchRule;
  readonly choice?: Choice;
  /** Where to complain. */
  readonly entry: Entry;
}

/** Complain about what is wrong between a program and how it is trained: a name that both have, samples that do not fit. */
export function checkMoving(
  movings: readonly Moving[],
  names: ReadonlySet<string>,
  given: readonly Given[],
  used: ReadonlySet<string>,
): void {
  for (const { update, batches, choice, entry } of movings) {
    for (const { message, subject } of update ? takenNames(update.optimiser, names) : [])
      entry.complain(message, subject);
    if (!batches) continue;
    const offered = givenUnder(given, choice ? [choice] : []).filter(({ name }) => used.has(elementOf(name).tensor));
    try {
      sampled(offered, batches);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      error.complaints.forEach(({ message, subject }) => entry.complain(message, subject));
    }
  }
}

function takenNames({ settings, shared, name }: Optimiser, names: ReadonlySet<string>) {
  return [...Object.keys(settings), ...Object.keys(shared)]
    .filter((each) => names.has(each))
    .map((each) => ({
      message: `\`${each}\` belongs to the update rule (${name}) already: choose another name in the program.`,
      subject: each,
    }));
}
