import { lettersOf, type Expression, type Index, type WrittenLine } from '../program/expression.js';
import { inWords, sameShape, type LineComplaint, type Shape } from './shape.js';

/** How far the letters of a line range, and the axes that `...` stands for in it. */
export interface Ranges {
  readonly letters: ReadonlyMap<string, number>;
  readonly rest: Shape;
}

/**
 * Read from the shapes of what is indexed how far each letter ranges: `i` in `W[i,j]` over the rows of W. Two uses of a
 * letter must agree, and so must two of `...`.
 */
export function rangesOf(
  { formula, indices = [] }: Pick<WrittenLine, 'formula' | 'indices'>,
  shapeOf: (name: string) => Shape,
  complaint: LineComplaint,
): Ranges {
  const letters = new Map<string, { readonly size: number; readonly from: string }>();
  let rest: { readonly shape: Shape; readonly from: string } | undefined;

  const range = (letter: string, size: number, from: string): void => {
    const known = letters.get(letter);
    if (known && known.size !== size) {
      complaint.refuse(
        `\`${letter}\` goes to ${known.size} in \`${known.from}\` and to ${size} in \`${from}\` in ${complaint.where}: the two axes must have the same size.`,
        letter,
      );
    }
    if (!known) letters.set(letter, { size, from });
  };
  const element = (name: string, own: readonly Index[], bound: ReadonlySet<string>): void => {
    const shape = shapeOf(name);
    const at = own.findIndex(({ kind }) => kind === 'rest');
    const named = at < 0 ? own.length : own.length - 1;
    if (at < 0 ? named !== shape.length : named > shape.length) return;
    const from = `${name}, ${inWords(shape)}`;
    for (const [i, index] of own.entries()) {
      if (index.kind !== 'name') continue;
      const axis = at >= 0 && i > at ? shape.length - own.length + i : i;
      if (!index.indices.length && bound.has(index.name)) range(index.name, shape[axis]!, from);
      else if (index.indices.length) element(index.name, index.indices, bound);
    }
    if (at < 0) return;
    const axes = shape.slice(at, shape.length - named + at);
    if (rest && axes.length > 0 && rest.shape.length > 0 && !sameShape(rest.shape, axes)) {
      complaint.refuse(
        `\`...\` stands for ${inWords(rest.shape)} in \`${rest.from}\` and for ${inWords(axes)} in \`${from}\` in ${complaint.where}: the samples must match.`,
        name,
      );
    }
    if (!rest || rest.shape.length === 0) rest = { shape: axes, from };
  };
  const visit = (node: Expression, bound: ReadonlySet<string>): void => {
    if (node.kind === 'element') element(node.name, node.indices, bound);
    else if (node.kind === 'call') node.args.forEach((arg) => visit(arg, bound));
    else if (node.kind === 'reduction') {
      const inner = new Set([...bound, ...node.over.map(({ letter }) => letter)]);
      visit(node.of, inner);
      for (const { letter, except } of node.over) {
        if (except?.kind === 'name' && except.indices.length) element(except.name, except.indices, bound);
        if (letters.has(letter)) continue;
        complaint.refuse(
          `\`${letter}\` indexes nothing in the sum in ${complaint.where}: use it as an index, like \`x[${letter}]\`.`,
          letter,
        );
      }
    }
  };
  visit(formula, new Set(lettersOf(indices)));
  for (const letter of lettersOf(indices)) {
    if (!letters.has(letter))
      complaint.refuse(
        `\`${letter}\` stands on the left in ${complaint.where} but indexes nothing on the right, so its range is unknown: use it there, like \`x[${letter}]\`.`,
        letter,
      );
  }
  return { letters: new Map([...letters].map(([letter, { size }]) => [letter, size])), rest: rest?.shape ?? [] };
}
