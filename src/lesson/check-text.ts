import { InputError, type Place } from '../complaint.js';
import { limits } from './limits.js';

/** Characters that no text has on purpose: control characters but tab and line ends, and halves of characters. */
const control = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]|\p{Cs}/u;

const grouped = (count: number): string => count.toLocaleString('en');

/**
 * The lines of a text, if it is one that can be read: not too long in any direction, and without control characters.
 * A byte order mark and the line ends of any system are fine.
 * @throws InputError naming the line
 */
export function linesOf(text: string, file: string): readonly string[] {
  const refuse = (message: string, place: Place = { line: 1 }): never => {
    throw new InputError([{ message, at: { file, ...place } }]);
  };
  if (text.length > limits.characters) {
    refuse(
      `The lesson has ${grouped(text.length)} characters, more than ${grouped(limits.characters)}: make two lessons of it.`,
    );
  }
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n?|\n/);
  if (lines.length > limits.lines) {
    refuse(
      `The lesson has ${grouped(lines.length)} lines, more than ${grouped(limits.lines)}: make two lessons of it.`,
    );
  }
  for (const [i, line] of lines.entries()) {
    if (line.length > limits.line) {
      refuse(
        `This line has ${grouped(line.length)} characters, more than ${grouped(limits.line)}: write it as several lines.`,
        { line: i + 1 },
      );
    }
    const at = line.search(control);
    if (at < 0) continue;
    const code = line.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0');
    refuse(`There is a control character (U+${code}), which is not text: take it away, or save the file as UTF-8.`, {
      line: i + 1,
      column: at + 1,
    });
  }
  return lines;
}

/** The first line of the first paragraph that is too long, counted from 1, if there is one. */
export function longParagraph(lines: readonly string[]): number | undefined {
  let start = 0;
  let length = 0;
  for (const [i, line] of lines.entries()) {
    if (!line.trim()) {
      [start, length] = [i + 1, 0];
      continue;
    }
    length += line.length + 1;
    if (length > limits.paragraph + 1) return start + 1;
  }
  return undefined;
}
