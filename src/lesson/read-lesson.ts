import { InputError } from '../complaint.js';
import { elementOf, namesUsed, writtenProgramOf, type WrittenClaim } from '../program/expression.js';
import { readClaim } from '../program/read-block.js';
import { expandModel } from './check-lesson.js';
import { checkMoving } from './check-update.js';
import { References } from './check-reference.js';
import { Complaints, kindly } from './complaints.js';
import { splitLesson, type Entry } from './front-matter.js';
import type { Convention, Lesson, Source } from './lesson.js';
import { limits } from './limits.js';
import type { Given } from '../program/program.js';
import type { ProseContext } from './markdown.js';
import {
  givenKeys,
  readConventions,
  readGiven,
  readId,
  readProgramLines,
  readTrained,
  type Reading,
} from './read-conventions.js';
import { readBatches } from './read-batches.js';
import { required } from './read-entries.js';
import { readPlots } from './read-plots.js';
import { readPublished } from './read-published.js';
import { readSections } from './read-sections.js';
import { readUpdate } from './read-update.js';
import { readWalkthroughs } from './read-walkthroughs.js';
import { updateNames } from './update-names.js';

const keys = [
  'id',
  'title',
  'summary',
  'needs',
  'program',
  'claims',
  'loss',
  ...givenKeys,
  'trained',
  'update',
  'batches',
  'conventions',
  'names',
  'published',
  'plots',
  'walkthroughs',
  'sources',
];

/**
 * Read a lesson: one Markdown file with front matter. `file` is its name, for complaints. Everything that
 * is wrong is said in one {@link InputError}, by file and line; prose is looked at once the program stands.
 */
export function readLesson(text: string, file: string): Promise<Lesson> {
  return kindly(() => readWhole(text, file));
}

/** The same; complaints may quote at any length. */
export async function readWhole(text: string, file: string): Promise<Lesson> {
  const complaints = new Complaints();
  const { front, body } = splitLesson(text, file, complaints);
  const reading: Reading = { file, complaints, places: new Map() };
  const fields = front.fields(keys);
  const need = (key: string): Entry | undefined => required(front, fields, key);

  const id = readId(need('id'));
  const title = need('title')?.text() ?? '';
  const summary = need('summary')?.text() ?? '';
  const needs = (fields.get('needs')?.items(limits.items.needs) ?? []).map((item) => readId(item));
  const programEntry = need('program');
  const program = programEntry && (await readProgramLines(programEntry, reading));
  const claims = await readClaims(fields.get('claims'));
  const loss = need('loss')?.text() ?? '';
  const given = readGiven(fields, reading);
  const trained = readTrained(fields.get('trained'), given);
  const updateEntry = need('update');
  const update = updateEntry && (await readUpdate(updateEntry, given));
  const batchesEntry = fields.get('batches');
  const batches = batchesEntry && readBatches(batchesEntry);
  const conventions = await readConventions(fields.get('conventions'), given, reading);
  const choices = conventions.flatMap((convention) => convention.choices);
  const sources = (fields.get('sources')?.items(limits.items.sources) ?? []).map(readSource);

  const lines = program?.lines ?? [];
  const model = { lines, claims, loss, given, conventions };
  if (programEntry && lines.length === 0 && complaints.count === 0) {
    programEntry.complain('The program is empty: write one line for each quantity, like `y = w*x + b`.', 'program');
  }
  checkPrograms(conventions, fields.get('conventions'));
  complaints.refuse();
  const variants = await expandModel(model, reading);
  complaints.refuse();

  checkMoving(
    [
      { ...(update && { update }), ...(batches && { batches }), entry: batchesEntry ?? updateEntry! },
      ...choices.map((choice) => ({ ...choice, choice, entry: fields.get('conventions')! })),
    ],
    new Set(variants.flatMap(({ program }) => [...program.lines.map((line) => line.name), ...program.given])),
    given,
    new Set([...lines, ...choices.flatMap((choice) => choice.lines ?? [])].flatMap((line) => namesUsed(line))),
  );
  complaints.refuse();

  const references = new References(
    variants,
    loss,
    updateNames(
      [update!, ...choices.flatMap((choice) => choice.update ?? [])],
      trainable(
        [...trained, ...choices.flatMap((choice) => choice.trained ?? [])],
        [...given, ...choices.flatMap((choice) => choice.given ?? [])],
      ),
    ),
  );
  const context: ProseContext = {
    file,
    complain: (complaint) => complaints.add(complaint),
    checkReference: (ref, wanted) => references.complaint(ref, wanted),
  };
  const names = readNames(fields.get('names'), references);
  const published = readPublished(fields.get('published'), conventions, context);
  const plots = readPlots(fields.get('plots'), { given, trained, conventions }, context);
  const walkthroughs = readWalkthroughs(fields.get('walkthroughs'), context);
  const sections = await readSections(body, context);
  complaints.refuse();

  return {
    id,
    title,
    summary,
    needs,
    programText: program!.text,
    program: writtenProgramOf(lines, claims),
    loss,
    given,
    trained,
    conventions,
    update: update!,
    ...(batches && { batches }),
    names,
    published,
    ...(plots.length && { plots }),
    sections,
    walkthroughs,
    sources,
  };
}

/** Every choice makes a program of its own, which is read too. */
function checkPrograms(conventions: readonly Convention[], entry: Entry | undefined): void {
  const choices = conventions.flatMap((convention) => convention.choices).length;
  if (choices <= limits.programs) return;
  entry!.complain(`The lesson has ${choices} choices, more than ${limits.programs}: leave some of them out.`);
}

/** The parameters that an update may change: tensors by their own name and by those of their elements. */
const trainable = (names: readonly string[], given: readonly Given[]): ReadonlySet<string> =>
  new Set([...names, ...given.map(({ name }) => name).filter((name) => names.includes(elementOf(name).tensor))]);

/** Closed forms that the lesson states for gradients: they are checked wherever they are shown. */
async function readClaims(entry: Entry | undefined): Promise<readonly WrittenClaim[]> {
  const claims: WrittenClaim[] = [];
  for (const item of entry?.items(limits.items.claims) ?? []) {
    const fields = item.fields(['claim', 'note']);
    const claim = required(item, fields, 'claim');
    if (!claim) continue;
    try {
      claims.push(await readClaim(claim.text(), claim.at, fields.get('note')?.text()));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      error.complaints.forEach(({ message, subject }) => claim.complain(message, subject));
    }
  }
  return claims;
}

function readSource(entry: Entry): Source {
  const fields = entry.fields(['title', 'url']);
  const url = required(entry, fields, 'url');
  if (url && !/^https?:\/\/[^\s/]\S*$/i.test(url.text())) {
    url.complain(`\`${url.text()}\` is not an address: write it whole, \`https://…\`.`, url.text());
  }
  return { title: required(entry, fields, 'title')?.text() ?? '', url: url?.text() ?? '' };
}

function readNames(entry: Entry | undefined, references: References): Readonly<Record<string, string>> {
  const names = [...(entry?.fields() ?? [])].map(([ref, words]): [string, string] => {
    const wrong = references.complaint(ref, 'name');
    if (wrong !== undefined) words.complain(wrong, ref);
    return [ref, words.text()];
  });
  return Object.fromEntries(names);
}
