import { InputError, type Place } from '../complaint.js';
import { writtenProgramOf } from '../program/expression.js';
import { expandModel } from './check-lesson.js';
import { linesOf } from './check-text.js';
import { Complaints, kindly } from './complaints.js';
import type { Lesson } from './lesson.js';
import { limits } from './limits.js';
import { readComputing } from './read-computing.js';
import { givingLine, readGiving, type GivingLine } from './read-giving.js';
import type { Reading } from './read-conventions.js';
import { readWhole } from './read-lesson.js';
import { optimiserOf } from './read-update.js';

/**
 * Read a lesson that stands in a page: a whole lesson file, beginning with `---`; or a program alone, with its numbers:
 *
 *     # One neuron
 *     x = 1.5
 *     t = 0.2
 *     w = 0.8
 *     b = -0.1
 *     rate = 0.5
 *     out = sigmoid(w*x + b)
 *     E = (t - out)^2 / 2
 *
 * A comment in the first line is the title. Lines with a number, or a list of them for a vector or matrix, give it; the
 * others compute, and the last of them is the loss. What a number is for, a comment behind it says (`# input`, `# target`,
 * `# parameter`, `# constant`), or else its name (see `roleOf`). Parameters are trained by gradient descent at the `rate`.
 * @param file what to call the text in complaints; lines count from the first that is not empty
 * @param id the lesson's id, where the text does not say it
 * @throws InputError with everything that is wrong
 */
export function readInline(text: string, file: string, id = 'inline'): Promise<Lesson> {
  return kindly(() => {
    const lines = unindented(linesOf(text, file));
    return /^---\s*$/.test(lines[0] ?? '') ? readWhole(lines.join('\n'), file) : readPlain(lines, file, id);
  });
}

/** Without the empty lines around it, and without the indent that all lines have: in a page it stands where it fits. */
function unindented(lines: readonly string[]): readonly string[] {
  const filled = lines.filter((line) => line.trim());
  const indent = Math.min(...filled.map((line) => line.search(/\S/)));
  const first = lines.indexOf(filled[0] ?? '');
  const last = lines.lastIndexOf(filled.at(-1) ?? '');
  return lines.slice(first, last + 1).map((line) => line.slice(indent));
}

async function readPlain(rows: readonly string[], file: string, id: string): Promise<Lesson> {
  const complaints = new Complaints();
  const reading: Reading = { file, complaints, places: new Map() };
  const title = titleIn(rows[0], file);
  const giving = rows.map((row, i) => givingLine(row, { file, line: i + 1, column: 1 }));
  const skipped = (i: number): boolean => giving[i] !== undefined || (i === 0 && title !== undefined);
  const { text, lines } = await readComputing(rows, skipped, reading);
  const { given, rate } = readGiving(
    giving.filter((each): each is GivingLine => each !== undefined),
    lines,
    reading,
  );
  complaints.refuse();
  const last = lines.at(-1);
  if (!last) {
    const message =
      'Nothing is computed here: write a line like `y = w*x + b` for each quantity; the last one is the loss.';
    throw new InputError([{ message, at: { file, line: Math.max(1, rows.length) } }]);
  }
  const model = { lines, claims: [], loss: last.name, given, conventions: [] };
  await expandModel(model, reading, (name) => `Add a line \`${name} = 0.5\`.`);
  complaints.refuse();
  const parameters = given.filter(({ role }) => role === 'parameter').map(({ name }) => name.replace(/\[.*/, ''));
  return {
    id,
    title: title || last.text,
    summary: '',
    needs: [],
    programText: text,
    program: writtenProgramOf(lines),
    loss: last.name,
    given,
    trained: [...new Set(parameters)],
    conventions: [],
    update: { optimiser: await optimiserOf({ optimiser: 'sgd' }), settings: { rate } },
    names: {},
    published: [],
    sections: [],
    walkthroughs: [],
    sources: [],
  };
}

/** The comment in the first line, if it is one. */
function titleIn(row: string | undefined, file: string): string | undefined {
  if (!row?.startsWith('#')) return undefined;
  const title = row.replace(/^#+/, '').trim();
  if (title.length <= limits.text) return title;
  const at: Place = { file, line: 1 };
  const message = `The title has ${title.length} characters, more than ${limits.text}: make it shorter.`;
  throw new InputError([{ message, at }]);
}
