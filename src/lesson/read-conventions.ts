import type { Place } from '../complaint.js';
import { didYouMean } from '../program/nearest.js';
import { elementName, elementOf, type WrittenLine } from '../program/expression.js';
import type { Given, Role } from '../program/program.js';
import { checkName, readLines } from '../program/read-program.js';
import { breathe } from './breathe.js';
import type { Complaints } from './complaints.js';
import type { Entry } from './front-matter.js';
import { limits } from './limits.js';
import { readBatches } from './read-batches.js';
import { readTensor, required } from './read-entries.js';
import { readUpdate } from './read-update.js';
import type { Choice, Convention } from './lesson.js';

/** What is collected while a lesson is read: complaints, and where lines and given numbers stand. */
export interface Reading {
  readonly file: string;
  readonly complaints: Complaints;
  readonly places: Map<WrittenLine | string, Place>;
}

const roles: Readonly<Record<string, Role>> = {
  inputs: 'input',
  targets: 'target',
  parameters: 'parameter',
  constants: 'constant',
};

/** The keys under which given numbers stand, in the front matter and in a choice. */
export const givenKeys = Object.keys(roles);

/** The given numbers under `inputs`, `targets`, `parameters` and `constants`. */
export function readGiven(fields: ReadonlyMap<string, Entry>, reading: Reading): Given[] {
  const given: Given[] = [];
  const here = new Set<string>();
  for (const [key, role] of Object.entries(roles)) {
    for (const [name, entry] of fields.get(key)?.fields() ?? []) {
      const bad = checkName(name);
      if (bad) entry.complain(bad, name);
      if (here.has(name)) {
        entry.complain(`\`${name}\` has a value already: take one of the two away.`, name);
      }
      here.add(name);
      reading.places.set(name, entry.at);
      for (const [index, text] of readTensor(entry, name)) given.push({ name: elementName(name, index), text, role });
      if (given.length > limits.numbers) {
        entry.complain(`The lesson gives more than ${limits.numbers} numbers: make its vectors and matrices smaller.`);
        reading.complaints.refuse();
      }
    }
  }
  return given;
}

/** The lines of a program, or those of a choice. */
export async function readProgramLines(
  entry: Entry,
  reading: Reading,
): Promise<{ text: string; lines: readonly WrittenLine[] }> {
  const { text, place } = entry.program();
  const { lines, complaints } = await readLines(text, { ...place, breathe });
  reading.complaints.add(...complaints);
  for (const line of lines) {
    reading.places.set(line, {
      file: reading.file,
      line: (place.firstLine ?? 1) + line.line - 1,
      column: (place.indent ?? 0) + 1,
    });
  }
  return { text, lines };
}

/** A list of names that must all be parameters; a vector or matrix is trained whole. */
export function readTrained(entry: Entry | undefined, given: readonly Given[]): readonly string[] {
  const named = given.filter(({ role }) => role === 'parameter').map(({ name }) => elementOf(name).tensor);
  const parameters = [...new Set(named)];
  return (entry?.items(limits.items.trained) ?? []).map((item) => {
    const name = item.text();
    if (!parameters.includes(name)) {
      item.complain(
        `\`${name}\` is not a parameter, so it can't be trained. ${didYouMean(name, parameters, 'List it under `parameters`.')}`,
        name,
      );
    }
    return name;
  });
}

/** An id: part of links, so of small letters, digits and hyphens only. */
export function readId(entry: Entry | undefined, taken: readonly string[] = []): string {
  const id = entry?.text() ?? '';
  if (entry && !/^[a-z][a-z0-9-]{0,59}$/.test(id)) {
    entry.complain(
      `\`${id}\` is not an id: use small letters, digits and hyphens, at most 60, and begin with a letter.`,
      id,
    );
  }
  if (taken.includes(id)) entry?.complain(`The id \`${id}\` stands twice: choose another one.`, id);
  return id;
}

/** The conventions that a reader can switch. */
export async function readConventions(
  entry: Entry | undefined,
  given: readonly Given[],
  reading: Reading,
): Promise<readonly Convention[]> {
  const conventions: Convention[] = [];
  for (const item of entry?.items(limits.items.conventions) ?? []) {
    const fields = item.fields(['id', 'title', 'choices']);
    const id = readId(
      required(item, fields, 'id'),
      conventions.map((each) => each.id),
    );
    const title = required(item, fields, 'title')?.text() ?? '';
    const choices: Choice[] = [];
    for (const choice of required(item, fields, 'choices')?.items(limits.items.choices) ?? []) {
      choices.push(await readChoice(choice, choices, given, reading));
    }
    if (choices.length < 2) item.complain(`The convention \`${id}\` needs at least two choices: add one.`, id);
    conventions.push({ id, title, choices });
  }
  return conventions;
}

async function readChoice(
  entry: Entry,
  earlier: readonly Choice[],
  given: readonly Given[],
  reading: Reading,
): Promise<Choice> {
  const fields = entry.fields([
    'id',
    'label',
    'note',
    'lines',
    'without',
    'trained',
    'update-order',
    'update',
    'batches',
    ...givenKeys,
  ]);
  const id = readId(
    required(entry, fields, 'id'),
    earlier.map((each) => each.id),
  );
  const label = required(entry, fields, 'label')?.text() ?? '';
  const note = fields.get('note')?.text();
  const linesEntry = fields.get('lines');
  const own = readGiven(fields, reading);
  if (earlier.length === 0 && (linesEntry || fields.has('without') || own.length)) {
    entry.complain(
      `The first choice, \`${id}\`, is the lesson's own: put its lines and values in the program itself.`,
      id,
    );
  }
  const lines = linesEntry && (await readProgramLines(linesEntry, reading)).lines;
  const without = (fields.get('without')?.items(limits.items.trained) ?? []).map((item) => item.text());
  const trained = readTrained(fields.get('trained'), [...given, ...own]);
  const order = fields.get('update-order');
  const updateOrder = order?.text();
  if (order && updateOrder !== 'old' && updateOrder !== 'updated') {
    order.complain(`\`${updateOrder}\` is no order of updates: write \`old\` or \`updated\`.`, updateOrder);
  }
  const updateEntry = fields.get('update');
  const update = updateEntry && (await readUpdate(updateEntry, [...given, ...own]));
  const batchesEntry = fields.get('batches');
  const batches = batchesEntry && readBatches(batchesEntry);
  return {
    id,
    label,
    ...(note && { note }),
    ...(lines && { lines }),
    ...(without.length && { without }),
    ...(own.length && { given: own }),
    ...(trained.length && { trained }),
    ...(updateOrder && { updateOrder: updateOrder as 'old' | 'updated' }),
    ...(update && { update }),
    ...(batches && { batches }),
  };
}
