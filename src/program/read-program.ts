import { InputError, type Complaint, type Place } from '../complaint.js';
import { checkLoss, checkOrder } from './check-program.js';
import { isTaken } from './check-tokens.js';
import {
  isNow,
  isTimed,
  writtenProgramOf,
  type Expression,
  type Index,
  type WrittenLine,
  type WrittenProgram,
} from './expression.js';
import { formsOf } from './read-block.js';
import { readExpression } from './read-formula.js';
import { readIndices } from './read-index.js';
import { Source, whyReserved } from './tokens.js';

/** Where a program's text stands in its file, so that complaints lead there. */
export interface ProgramPlace {
  readonly file?: string;
  /** The number of the text's first line in the file. Default 1. */
  readonly firstLine?: number;
  /** How many columns the text is indented by. Default 0. */
  readonly indent?: number;
  /** The lines of a block: its quantities get a prefix, so they may be called like a function (`mean[j]`). */
  readonly inBlock?: true;
  /** Awaited after each line, so that reading many need not hold up the page. */
  readonly breathe?: () => Promise<void>;
}

const mostLines = 1000;
/** Characters of a name, and of the left side of a line with its letters. */
const longestName = 50;
const longestLeft = 100;

/**
 * Read a program: lines `name = formula`, blank lines and `#` comments between them.
 * Everything that is wrong is said at once, in one {@link InputError}; what depends on the shapes of
 * the given numbers, {@link expand} says.
 */
export async function readProgram(
  text: string,
  options: ProgramPlace & { readonly loss: string },
): Promise<WrittenProgram> {
  const { lines, complaints } = await readLines(text, options);
  const place = placesOf(options);
  if (lines.length === 0 && complaints.length === 0) {
    const message = 'The program is empty: write one line for each quantity, like `y = w*x + b`.';
    complaints.push({ message, at: place(1) });
  }
  const at = (line: WrittenLine): Place => place(line.line);
  complaints.push(...checkOrder(lines, at));
  if (complaints.length === 0) complaints.push(...checkLoss(lines, options.loss, at));
  if (complaints.length > 0) throw new InputError(complaints);
  return writtenProgramOf(lines);
}

/** Read lines one by one, without asking whether they make a program. Complaints about lines are collected. */
export async function readLines(
  text: string,
  options: ProgramPlace = {},
): Promise<{ lines: WrittenLine[]; complaints: Complaint[] }> {
  const place = placesOf(options);
  const lines: WrittenLine[] = [];
  const complaints: Complaint[] = [];
  const rows = text.split(/\r\n?|\n/);
  if (rows.length > mostLines) {
    const message = `The program has ${rows.length} lines, more than ${mostLines}: make it smaller.`;
    return { lines, complaints: [{ message, at: place(1) }] };
  }
  for (const [i, row] of rows.entries()) {
    const written = row.replace(/#.*/, '');
    if (!written.trim()) continue;
    try {
      lines.push(await readLine(written, i + 1, place(i + 1), options.inBlock));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      complaints.push(...error.complaints);
    }
    await options.breathe?.();
  }
  return { lines, complaints };
}

async function readLine(
  written: string,
  line: number,
  at: Place & { column: number },
  inBlock?: boolean,
): Promise<WrittenLine> {
  const text = written.trim();
  const split = written.search(/(?<![<>=!])=(?!=)/);
  if (split < 0) {
    const message = `\`${text}\` gives no name: write a line as \`name = formula\`.`;
    throw new InputError([{ message, at, subject: text }]);
  }
  const left = written.slice(0, split).trim();
  const column = at.column + written.search(/\S/);
  const { name, indices } = readLeft(left, { ...at, column }, inBlock);
  const right = written.slice(split + 1);
  const space = right.search(/\S|$/);
  const start = { ...at, column: at.column + split + 1 + space };
  if (!right.trim()) {
    const message = `Nothing gives \`${left}\`: write a formula after the \`=\`.`;
    throw new InputError([{ message, at: start, subject: left }]);
  }
  const formula = await readExpression(right.trim(), start);
  const forms = await formsOf(formula, start);
  const wrong = checkTime(name, indices, formula, forms !== undefined);
  if (wrong) throw new InputError([{ message: wrong, at: start, subject: text }]);
  return { name, ...(indices && { indices }), formula, text, line, ...(forms && { forms }) };
}

/** What is wrong with how a line goes through time: a sentence, or nothing. */
function checkTime(
  name: string,
  indices: readonly Index[] | undefined,
  formula: Expression,
  isBlock: boolean,
): string | undefined {
  const timed = isTimed(indices ? { indices } : {});
  if (!timed && usesBefore(formula))
    return `\`t-1\` is the time step before, and this line is not repeated for each: write \`${name}[t] = …\`, with \`t\` first.`;
  if (!isBlock) return undefined;
  if (indices && !(timed && indices.length === 1))
    return `A block gives everything at once: write \`${name} = …\`, or \`${name}[t] = …\` for every time step, without other letters.`;
  const isElement =
    formula.kind === 'call' && formula.args.some((arg) => arg.kind === 'element' && isNow(arg.indices[0]));
  return isElement && !timed
    ? `An input at a time step, like \`x[t]\`, needs a line for each: write \`${name}[t] = …\`.`
    : undefined;
}

function usesBefore(node: Expression): boolean {
  if (node.kind === 'element') return node.initial !== undefined;
  if (node.kind === 'call') return node.args.some(usesBefore);
  return node.kind === 'reduction' && usesBefore(node.of);
}

/** The left side of a line: a name, or a name with the letters that range over its elements. */
export function readLeft(
  left: string,
  at: Place,
  inBlock = false,
): { readonly name: string; readonly indices?: readonly Index[] } {
  if (left.length > longestLeft) {
    const message = `The left side of this line has ${left.length} characters, more than ${longestLeft}: write a name, or a name with letters, \`p[i]\`.`;
    throw new InputError([{ message, at, subject: left }]);
  }
  const name = /^[^[]*/.exec(left)![0].trim();
  const bad = checkName(name);
  if (bad && !(inBlock && isTaken(name))) throw new InputError([{ message: bad, at, subject: name }]);
  const open = left.indexOf('[');
  if (open < 0) return { name };
  const source: Source = new Source(left, at);
  const { indices, end } = readIndices(source, open);
  if (left.slice(end).trim())
    source.refuse(end, `\`${left}\` is not a name with indices: write it like \`p[i]\`.`, left);
  const letters = indices.flatMap((index) => (index.kind === 'name' ? [index.name] : []));
  for (const index of indices) {
    if (
      index.kind === 'rest' ||
      (index.kind === 'name' && !index.isBefore && !index.indices.length && /^[a-z]$/.test(index.name))
    )
      continue;
    const message = `On the left, indices are small letters that range over all elements, \`${name}[i]\`: give each element its line by such a letter.`;
    source.refuse(open, message, left);
  }
  const twice = letters.find((letter, i) => letters.indexOf(letter) < i);
  if (twice)
    source.refuse(open, `The letter \`${twice}\` stands twice on the left: use another one for one of the axes.`, left);
  return { name, indices };
}

/** What is wrong with a name for a line or a given number: a sentence, or nothing. */
export function checkName(name: string): string | undefined {
  if (!name) return 'The name before the `=` is missing: write a line as `name = formula`.';
  if (!/^[A-Za-z_]\w*$/.test(name)) {
    return `\`${name}\` is not a name: use letters, digits and \`_\`, and begin with a letter.`;
  }
  if (name.length > longestName) return `\`${name}\` is longer than ${longestName} characters: choose a shorter name.`;
  if (isTaken(name)) return `\`${name}\` is the name of a function or constant: choose another name.`;
  return whyReserved(name);
}

function placesOf({ file, firstLine = 1, indent = 0 }: ProgramPlace): (line: number) => Place & { column: number } {
  return (line) => ({ ...(file !== undefined && { file }), line: firstLine + line - 1, column: indent + 1 });
}
