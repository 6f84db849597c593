import { InputError, type Complaint, type Place } from '../complaint.js';
import { checkLoss, checkOrder } from './check-program.js';
import { isTaken } from './check-tokens.js';
import { programOf, type Line, type Program } from './program.js';
import { readFormula } from './read-formula.js';
import { whyReserved } from './tokens.js';

/** Where a program's text stands in its file, so that complaints lead there. */
export interface ProgramPlace {
  readonly file?: string;
  /** The number of the text's first line in the file. Default 1. */
  readonly firstLine?: number;
  /** How many columns the text is indented by. Default 0. */
  readonly indent?: number;
}

const mostLines = 1000;

/**
 * Read a program: lines `name = formula`, blank lines and `#` comments between them.
 * Everything that is wrong is said at once, in one {@link InputError}.
 */
export async function readProgram(text: string, options: ProgramPlace & { readonly loss: string }): Promise<Program> {
  const { lines, complaints } = await readLines(text, options);
  const place = placesOf(options);
  if (lines.length === 0 && complaints.length === 0) {
    const message = 'The program is empty: write one line for each quantity, like `y = w*x + b`.';
    complaints.push({ message, at: place(1) });
  }
  const at = (line: Line): Place => place(line.line);
  complaints.push(...checkOrder(lines, at));
  if (complaints.length === 0) complaints.push(...checkLoss(lines, options.loss, at));
  if (complaints.length > 0) throw new InputError(complaints);
  return programOf(lines);
}

/** Read lines one by one, without asking whether they make a program. Complaints about lines are collected. */
export async function readLines(
  text: string,
  options: ProgramPlace = {},
): Promise<{ lines: Line[]; complaints: Complaint[] }> {
  const place = placesOf(options);
  const lines: Line[] = [];
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
      lines.push(await readLine(written, i + 1, place(i + 1)));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      complaints.push(...error.complaints);
    }
  }
  return { lines, complaints };
}

async function readLine(written: string, line: number, at: Place & { column: number }): Promise<Line> {
  const text = written.trim();
  const split = written.search(/(?<![<>=!])=(?!=)/);
  if (split < 0) {
    const message = `\`${text}\` gives no name: write a line as \`name = formula\`.`;
    throw new InputError([{ message, at, subject: text }]);
  }
  const name = written.slice(0, split).trim();
  const bad = checkName(name);
  const column = at.column + written.search(/\S/);
  if (bad) throw new InputError([{ message: bad, at: { ...at, column }, subject: name }]);
  const right = written.slice(split + 1);
  const space = right.search(/\S|$/);
  const start = { ...at, column: at.column + split + 1 + space };
  if (!right.trim()) {
    const message = `Nothing gives \`${name}\`: write a formula after the \`=\`.`;
    throw new InputError([{ message, at: start, subject: name }]);
  }
  return { name, formula: await readFormula(right.trim(), start), text, line };
}

/** What is wrong with a name for a line or a given number: a sentence, or nothing. */
export function checkName(name: string): string | undefined {
  if (!name) return 'The name before the `=` is missing: write a line as `name = formula`.';
  if (/^\w+\[[^\]]*\]$/.test(name)) {
    const plain = name.replace(/\W+/g, '_').replace(/_$/, '');
    return `Indices (\`${name}\`) come with vectors, which are not supported yet: write \`${plain}\`.`;
  }
  if (!/^[A-Za-z_]\w*$/.test(name)) {
    return `\`${name}\` is not a name: use letters, digits and \`_\`, and begin with a letter.`;
  }
  if (isTaken(name)) return `\`${name}\` is the name of a function or constant: choose another name.`;
  return whyReserved(name);
}

function placesOf({ file, firstLine = 1, indent = 0 }: ProgramPlace): (line: number) => Place & { column: number } {
  return (line) => ({ ...(file !== undefined && { file }), line: firstLine + line - 1, column: indent + 1 });
}
