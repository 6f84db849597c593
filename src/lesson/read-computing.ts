import type { WrittenLine } from '../program/expression.js';
import { readLines } from '../program/read-program.js';
import { breathe } from './breathe.js';
import type { Reading } from './read-conventions.js';

/**
 * The program among some rows, as a text of its own: without the rows that are skipped, and without empty ones at its
 * ends. Complaints, and the places of the lines, name the row.
 */
export async function readComputing(
  rows: readonly string[],
  skipped: (row: number) => boolean,
  { file, complaints, places }: Reading,
): Promise<{ readonly text: string; readonly lines: readonly WrittenLine[] }> {
  const kept = rows.map((text, i) => ({ text, row: i + 1 })).filter((_, i) => !skipped(i));
  const first = kept.findIndex(({ text }) => text.trim());
  const last = kept.findLastIndex(({ text }) => text.trim());
  const program = kept.slice(Math.max(0, first), last + 1);
  const rowOf = (line = 1): number => program[line - 1]?.row ?? line;
  const text = program.map((each) => each.text).join('\n');
  const { lines, complaints: found } = await readLines(text, { breathe });
  complaints.add(...found.map((each) => ({ ...each, at: { file, ...each.at, line: rowOf(each.at?.line) } })));
  for (const line of lines) places.set(line, { file, line: rowOf(line.line), column: 1 });
  return { text, lines };
}
