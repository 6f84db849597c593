import { timeLetter, type Index } from './expression.js';
import type { Source } from './tokens.js';

/** Indices in brackets, read from `offset` (that of the `[`): what they are, and where they end. */
export function readIndices(
  source: Source,
  offset: number,
): { readonly indices: readonly Index[]; readonly end: number } {
  const indices: Index[] = [];
  let at = offset + 1;
  for (;;) {
    const read = readIndex(source, at);
    indices.push(read.index);
    at = skipSpace(source.text, read.end);
    if (source.text[at] === ',') at += 1;
    else if (source.text[at] === ']') break;
    else refuse(source, at, source.text[at]);
  }
  if (indices.filter(({ kind }) => kind === 'rest').length > 1)
    source.refuse(
      offset,
      '`...` stands for all the other axes, so it can stand only once: name an axis instead.',
      '...',
    );
  return { indices, end: at + 1 };
}

/** One index: a whole number, a letter or label, `t-1`, or `...`. */
export function readIndex(source: Source, offset: number): { readonly index: Index; readonly end: number } {
  const start = skipSpace(source.text, offset);
  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = start;
    return pattern.exec(source.text)?.[0];
  };
  const rest = take(/\.\.\.|…/y);
  if (rest) return { index: { kind: 'rest' }, end: start + rest.length };
  const digits = take(/\d+(?![\w.])/y);
  if (digits) {
    const at = Number(digits);
    if (at === 0) {
      const message =
        'Indices count from 1: write `1` for the first. The state before the first time step has a name of its own: for `h[t-1]` it is `h0`.';
      source.refuse(start, message, digits);
    }
    return { index: { kind: 'at', at }, end: start + digits.length };
  }
  const name = take(/[A-Za-z_]\w*/y);
  if (!name) return refuse(source, start, source.text[start]);
  const end = start + name.length;
  const shift = /\s*([-+−])\s*(\w+)/y;
  shift.lastIndex = end;
  const shifted = shift.exec(source.text);
  if (shifted) {
    if (name !== timeLetter || shifted[1] === '+' || shifted[2] !== '1') refuseShift(source, start, name, shifted);
    return { index: { kind: 'name', name, indices: [], isBefore: true }, end: end + shifted[0].length };
  }
  if (source.text[end] !== '[') return { index: { kind: 'name', name, indices: [] }, end };
  const inner = readIndices(source, end);
  return { index: { kind: 'name', name, indices: inner.indices }, end: inner.end };
}

function refuseShift(source: Source, offset: number, name: string, [shift, sign, by]: RegExpExecArray): never {
  const subject = `${name}${shift}`;
  const message =
    name !== timeLetter
      ? `\`${subject}\` can't stand in an index: only the letter of time can be shifted, \`h[t-1]\`. Write a letter or a whole number.`
      : sign === '+'
        ? `\`${subject}\` is a time step that has not come yet: use what is known by then, \`t\` or \`t-1\`.`
        : `\`${subject}\` reaches further back than one time step (${by}): keep what you need in a line of its own, like \`before[t] = h[t-1]\`, and use \`before[t-1]\`.`;
  return source.refuse(offset, message, subject);
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (/\s/.test(text[at] ?? '')) at += 1;
  return at;
}

function refuse(source: Source, offset: number, found: string | undefined): never {
  if (found === undefined) return source.refuse(offset, 'This `[` is never closed: add the `]` it needs.', '[');
  if (found === ']') return source.refuse(offset, 'An index is missing before `]`: write one, like `W[i,j]`.', ']');
  return source.refuse(
    offset,
    `An index is a letter (\`i\`), a whole number from 1, or a label (\`y[n]\`); \`${found}\` can't stand in one.`,
    found,
  );
}
