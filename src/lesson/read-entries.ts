import type { Entry } from './front-matter.js';

/** Characters of a number. More digits than that nobody means. */
const longestNumber = 100;

/** A number as a person writes it, in a form that every number system reads. */
export function numberText(entry: Entry): string {
  const written = entry.text();
  const text = written.replace(/^[−–]/, '-');
  const value = Number(text);
  if (!/^-?(\d+(\.\d+)?|\.\d+)(e[+-]?\d+)?$/i.test(text)) {
    const what = written ? `\`${written}\` is not a number` : `${entry.label} has no value`;
    const comma = /^-?\d+,\d+$/.test(text) ? text.replace(',', '.') : '0.5';
    entry.complain(`${what}: write one, like \`${comma}\`.`, written || entry.label);
  } else if (text.length > longestNumber) {
    entry.complain(`\`${written}\` is too long: write a number in at most ${longestNumber} characters.`, written);
  } else if (!Number.isFinite(value)) {
    entry.complain(`\`${written}\` is too large: write a number below 1.8e308.`, written);
  } else if (value === 0 && /[1-9]/.test(text.replace(/e.*/i, ''))) {
    entry.complain(`\`${written}\` is too small: write 0, or a number above 5e-324.`, written);
  } else if (value === 0) {
    // A power of ten changes nothing in a zero but what it costs to work it out.
    return text.replace(/e.*/i, '');
  }
  return text;
}

/**
 * A number, or a list of them (of lists of them): the texts of all elements by index. Rows of unequal length are
 * complained about, with the shape that the first row asks for.
 */
export function readTensor(entry: Entry, name: string): readonly (readonly [index: readonly number[], text: string])[] {
  if (!entry.isList) return [[[], numberText(entry)]];
  const items = entry.items();
  if (items.length === 0) entry.complain(`\`${name}\` is an empty list: write its numbers, like \`[0.5, -1]\`.`, name);
  const rows = items.map((item) => readTensor(item, name));
  const shapes = rows.map((row) => (row.at(-1)?.[0] ?? []).join('×') || 'a number');
  const odd = shapes.findIndex((shape) => shape !== shapes[0]);
  if (odd > 0) {
    items[odd]!.complain(
      `Row ${odd + 1} of \`${name}\` has another size than the first (${shapes[odd]}, not ${shapes[0]}): give every row as many numbers.`,
      name,
    );
    return [];
  }
  return rows.flatMap((row, i) => row.map(([index, text]): [readonly number[], string] => [[i + 1, ...index], text]));
}

/** The entry of a required key, with a complaint where it is missing. */
export function required(owner: Entry, fields: ReadonlyMap<string, Entry>, key: string): Entry | undefined {
  const entry = fields.get(key);
  if (!entry) owner.complain(`${owner.label} has no \`${key}\`: add a line \`${key}: …\`.`, key);
  return entry;
}
