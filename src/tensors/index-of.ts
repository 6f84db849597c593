import { elementName, type Expression, type Index } from '../program/expression.js';
import { broadcastIndex, capital, inWords } from './shape.js';
import type { Surroundings } from './surroundings.js';

/** The index that a list of indices stands for. */
export function indexOf(name: string, indices: readonly Index[], around: Surroundings): readonly number[] {
  const shape = around.shapeOf(name);
  const named = indices.filter(({ kind }) => kind !== 'rest').length;
  const hasRest = named < indices.length;
  if (hasRest ? named > shape.length : named !== shape.length) {
    around.complaint.refuse(
      `\`${name}\` is ${inWords(shape)} and has ${named} ${named === 1 ? 'index' : 'indices'} in ${around.complaint.where}: give it ${shape.length}.`,
      name,
    );
  }
  const rest = broadcastIndex(shape.slice(0, shape.length - named), around.rest);
  return indices.flatMap((each, i) => {
    if (each.kind === 'rest') return rest;
    const at = placeOf(each, around);
    const axis =
      hasRest && indices.findIndex(({ kind }) => kind === 'rest') < i ? shape.length - indices.length + i : i;
    if (at > shape[axis]!) outOfRange(name, each, at, shape[axis]!, around);
    return [at];
  });
}

function outOfRange(name: string, index: Index, at: number, size: number, { complaint, letters }: Surroundings): never {
  const label = index.kind === 'name' && !letters.has(index.name) ? index.name : undefined;
  const range = `\`${name}\` has ${size} there, so it goes from 1 to ${size}`;
  return label === undefined
    ? complaint.refuse(`${capital(complaint.where)} asks for number ${at} of \`${name}\`, but ${range}.`, name)
    : complaint.refuse(
        `The label \`${label}\` is ${at} in ${complaint.where}, but ${range}: labels count the classes from 1.`,
        label,
      );
}

/** The number an index stands for: itself, its letter's value, or what its label says. */
export function placeOf(index: Exclude<Index, { kind: 'rest' }>, around: Surroundings): number {
  if (index.kind === 'at') return index.at;
  const { name, indices } = index;
  const letter = indices.length === 0 ? around.letters.get(name) : undefined;
  if (letter !== undefined) return letter;
  const label = elementName(name, indexOf(name, indices, around));
  around.used.add(label);
  const value = around.labelOf(label);
  if (value !== undefined) return value;
  return around.complaint.refuse(
    `\`${name}\` stands in brackets in ${around.complaint.where}, but it is neither a letter that the left side or a sum binds nor a given whole number from 1.`,
    name,
  );
}

/** What stands for an index in `delta(k, y[n])`. */
export function asIndex(expression: Expression, { complaint }: Surroundings): Exclude<Index, { kind: 'rest' }> {
  if (expression.kind === 'name') return { kind: 'name', name: expression.name, indices: [] };
  if (expression.kind === 'element') return { kind: 'name', name: expression.name, indices: expression.indices };
  if (expression.kind === 'number' && /^[1-9]\d*$/.test(expression.text))
    return { kind: 'at', at: Number(expression.text) };
  return complaint.refuse('`delta` compares two indices: write `delta(k, y)`.', 'delta');
}
