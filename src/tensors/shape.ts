import { InputError, type Place } from '../complaint.js';

/** The size along each axis; `[]` for a scalar. */
export type Shape = readonly number[];

/** A shape in words for a sentence: `a scalar`, `a vector of 3`, `3×4`. */
export function inWords(shape: Shape): string {
  if (shape.length === 0) return 'a single number';
  return shape.length === 1 ? `a vector of ${shape[0]}` : shape.join('×');
}

/** At the beginning of a sentence. */
export const capital = (text: string): string => text[0]!.toUpperCase() + text.slice(1);

export const sameShape = (a: Shape, b: Shape): boolean => a.length === b.length && a.every((size, i) => size === b[i]);

/** What a shape has room for: every index, from 1, the last axis fastest. */
export function* indicesOf(shape: Shape): Generator<readonly number[]> {
  const [size, ...rest] = shape;
  if (size === undefined) {
    yield [];
    return;
  }
  for (let i = 1; i <= size; i++) for (const inner of indicesOf(rest)) yield [i, ...inner];
}

/**
 * The shape that two shapes are brought to for working element by element: axes are matched from the last, and an
 * axis of size 1 (or none at all) is repeated, as in NumPy. Nothing where they do not match.
 */
export function broadcast(a: Shape, b: Shape): Shape | undefined {
  const rank = Math.max(a.length, b.length);
  const shape: number[] = [];
  for (let axis = 1; axis <= rank; axis++) {
    const [x, y] = [a.at(-axis) ?? 1, b.at(-axis) ?? 1];
    if (x !== y && x !== 1 && y !== 1) return undefined;
    shape.unshift(x === 1 ? y : x);
  }
  return shape;
}

/** The index into a tensor that is repeated to a larger shape. */
export function broadcastIndex(shape: Shape, index: readonly number[]): readonly number[] {
  const own = index.slice(index.length - shape.length);
  return own.map((i, axis) => (shape[axis] === 1 ? 1 : i));
}

/** Complains about one line: where it stands, and what is wrong. */
export class LineComplaint {
  constructor(
    readonly where: string,
    private readonly at: Place,
  ) {}

  refuse(message: string, subject?: string): never {
    throw new InputError([{ message, at: this.at, ...(subject !== undefined && { subject }) }]);
  }
}
