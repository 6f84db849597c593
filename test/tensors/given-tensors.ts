import { elementName } from '../../src/program/expression.js';
import type { Given, Role } from '../../src/program/program.js';

/** A number, a vector, or a matrix … of numbers. */
export type Nested = number | string | readonly Nested[];
/** Tensors by name, by role. */
export type Tensors = Partial<Readonly<Record<Role, Readonly<Record<string, Nested>>>>>;

/** Given tensors, element by element. */
export function givenTensors(tensors: Tensors): Given[] {
  return Object.entries(tensors).flatMap(([role, byName]) =>
    Object.entries(byName).flatMap(([name, value]) =>
      elements(value).map(([index, text]): Given => ({ name: elementName(name, index), text, role: role as Role })),
    ),
  );
}

function elements(value: Nested, index: readonly number[] = []): readonly (readonly [readonly number[], string])[] {
  if (typeof value === 'number' || typeof value === 'string') return [[index, String(value)]];
  return value.flatMap((each, i) => elements(each, [...index, i + 1]));
}
