import { InputError, type Place } from '../complaint.js';
import type { Index } from './expression.js';
import { readIndex, readIndices } from './read-index.js';

/**
 * A piece of a formula's text. A reference stands in braces and occurs only in a lesson's conditions. An element is a
 * name with its indices, a restriction a letter and the value it leaves out: `k != y[n]`.
 */
export interface Token {
  readonly kind:
    'number' | 'name' | 'element' | 'restriction' | 'reference' | 'operator' | 'comparison' | '(' | ')' | ',';
  /** What it says: operators in ASCII, a reference without its braces. */
  readonly text: string;
  /** Where it begins in the text, from 0. */
  readonly offset: number;
  /** An element's indices; what a restriction leaves out. */
  readonly indices?: readonly Index[];
}

/** A formula's text and where it stands, so that a refusal can say so. */
export class Source {
  constructor(
    readonly text: string,
    private readonly at: Place = {},
  ) {}

  refuse(offset: number, message: string, subject?: string): never {
    const at = { ...this.at, column: (this.at.column ?? 1) + offset };
    throw new InputError([{ message, at, ...(subject !== undefined && { subject }) }]);
  }
}

/** What pages print for operators, and a person may copy back. */
// prettier-ignore
const operators: Readonly<Record<string, string>> = {
  '+': '+', '-': '-', '−': '-', '–': '-', '*': '*', '×': '*', '·': '*', '⋅': '*', '/': '/', '÷': '/', '^': '^', '.*': '.*', '⊙': '.*',
};

/**
 * The tokens of a formula. Whatever has no place in one is refused with a hint;
 * `conditions` also lets in references in braces and the comparisons < and >.
 */
export function tokensOf(source: Source, conditions = false): readonly Token[] {
  const { text } = source;
  const tokens: Token[] = [];
  let offset = 0;
  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = offset;
    return pattern.exec(text)?.[0];
  };
  while (offset < text.length) {
    let piece: string | undefined;
    const push = (kind: Token['kind'], said = piece!): void => void tokens.push({ kind, text: said, offset });
    if ((piece = take(/\s+/y))) {
      // Space only separates.
    } else if ((piece = take(/[A-Za-z_]\w*/y))) {
      const reserved = whyReserved(piece);
      if (reserved !== undefined) source.refuse(offset, reserved, piece);
      if (text[offset + piece.length] === '[') {
        const { indices, end } = readIndices(source, offset + piece.length);
        tokens.push({ kind: 'element', text: piece, offset, indices });
        offset = end;
        continue;
      }
      push('name');
    } else if (!conditions && tokens.at(-1)?.kind === 'name' && (piece = take(/!=|≠/y))) {
      const letter = tokens.pop()!;
      const { index, end } = readIndex(source, offset + piece.length);
      tokens.push({ kind: 'restriction', text: letter.text, offset: letter.offset, indices: [index] });
      offset = end;
      continue;
    } else if ((piece = take(/(?:\d[\d.]*|\.\d[\d.]*)(?:[eE][+-]?\d+)?/y))) {
      checkNumber(piece, source, offset);
      push('number');
    } else if (take(/\*\*/y)) {
      source.refuse(offset, 'A power is written with `^`: write `^` for `**`.', '**');
    } else if ((piece = take(/\.\*|[-+*/^−–×·⋅÷⊙]/y))) {
      push('operator', operators[piece]);
    } else if ((piece = take(/[(),]/y))) {
      push(piece as '(' | ')' | ',');
    } else if (conditions && (piece = take(/\{[^{}]*\}/y))) {
      push('reference', piece.slice(1, -1).trim());
    } else if (conditions && (piece = take(/[<>](?!=)/y))) {
      push('comparison');
    } else {
      refuseCharacter(source, offset);
    }
    offset += piece.length;
  }
  return tokens;
}

function checkNumber(written: string, source: Source, offset: number): void {
  if (!/^(\d+(\.\d+)?|\.\d+)(e[+-]?\d+)?$/i.test(written)) {
    source.refuse(offset, `\`${written}\` is not a number: write it like \`0.5\`, \`3\` or \`2.1e-4\`.`, written);
  }
  const value = Number(written);
  if (!Number.isFinite(value)) {
    source.refuse(offset, `\`${written}\` is too large: write a number below 1.8e308.`, written);
  }
  if (value === 0 && /[1-9]/.test(written.replace(/e.*/i, ''))) {
    source.refuse(offset, `\`${written}\` is too small: write 0, or a number above 5e-324.`, written);
  }
  if (value === 0 && /e/i.test(written)) source.refuse(offset, `\`${written}\` is simply 0: write it so.`, written);
}

const noNumbers = new Set(['NaN', 'Infinity', 'undefined', 'null', 'true', 'false']);
const logic = new Set(['mod', 'and', 'or', 'not', 'xor']);

/** Why a word can't be a name anywhere: a sentence, or nothing. */
export function whyReserved(word: string): string | undefined {
  if (noNumbers.has(word))
    return `\`${word}\` is neither a number nor a name here: write a number, or choose another name.`;
  if (logic.has(word))
    return `\`${word}\` is not part of a formula: use + − * / ^ and functions, or choose another name.`;
  return word in {} ? `\`${word}\` can't be a name here: choose another one.` : undefined;
}

/** The first that matches explains the character; the last matches anything. */
// prettier-ignore
const explanations: readonly (readonly [RegExp, string])[] = [
  [/(==|!=|<=|>=|[<>≤≥≠])/y, 'A comparison (`$`) can\'t stand in a formula: for a condition use `relu`, `max`, `min` or `step`.'],
  [/=/y, 'An assignment (`=`) can\'t stand inside a formula: write each name on a line of its own.'],
  [/[?:]/y, 'A choice (`? :`) can\'t stand in a formula: use `relu`, `max`, `min` or `step`.'],
  [/!/y, 'A factorial (`!`) can\'t stand in a formula: write the product out.'],
  [/["'`‘’“”]/y, 'A formula holds names and numbers, no text in quotes: take the quotes (`$`) away.'],
  [/[[\]]/y, 'Brackets stand only right after a name, for an index (`W[i,j]`): give a list or matrix as a value of its own.'],
  [/[{}]/y, 'Braces (`$`) mean nothing in a formula: use parentheses, `( )`.'],
  [/\|/y, 'Bars (`|`) mean nothing in a formula: for the absolute value write `abs(x)`.'],
  [/%/y, 'A percent sign can\'t stand in a formula: write `/100`.'],
  [/;/y, 'A semicolon can\'t stand in a formula: write one line for each name.'],
  [/\.[/^]/y, '`$` is not needed: division and powers are element by element already, so write it without its point.'],
  [/\./y, 'A point stands only inside a number (`0.5`): take it away, or write the number whole.'],
  [/√/y, 'Write a root as a function: `sqrt(x)`.'],
  [/[²³⁰¹⁴-⁹]/y, 'Write a power with `^`: `x^2`.'],
  [/\p{L}|\p{M}|\p{N}/uy, '`$` can\'t be part of a name: use the letters a to z, digits and `_`.'],
  [/./suy, '`$` means nothing in a formula: take it away.'],
];

function refuseCharacter(source: Source, offset: number): never {
  for (const [pattern, message] of explanations) {
    pattern.lastIndex = offset;
    const found = pattern.exec(source.text)?.[0];
    if (found !== undefined) source.refuse(offset, message.replace('$', found), found);
  }
  throw new Error('unreachable: the last explanation matches anything');
}
