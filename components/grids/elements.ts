import { elementOf } from '../../src/index.js';
import { variableAt } from './units.js';
import { windowAt } from './windows.js';

/**
 * The names of a tensor's elements, row by row; a vector is one row. Of a large tensor only those around an element,
 * `undefined` standing for what is left out.
 */
export function elementRows(
  name: string,
  shape: readonly number[],
  around?: string,
): readonly (readonly (string | undefined)[])[] {
  const columns = shape.at(-1)!;
  const rows = shape.reduce((product, size) => product * size, 1) / columns;
  const { tensor, index } = elementOf(around ?? '');
  const at = tensor === name ? index.reduce((place, each, axis) => place * shape[axis]! + each - 1, 0) : 0;
  const across = windowAt(columns, at % columns);
  return windowAt(rows, Math.floor(at / columns)).map((row) =>
    across.map((column) =>
      row === undefined || column === undefined ? undefined : variableAt({ name, shape, columns }, row, column),
    ),
  );
}
