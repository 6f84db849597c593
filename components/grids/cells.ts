import type { Point } from '../network/geometry.js';
import type { Grid, Picture } from './layout.js';
import { gutter } from './metrics.js';
import { cellOf, variableAt } from './units.js';
import { windowAt } from './windows.js';

/** One element of a unit in its place: the corner and the size of its cell. */
export interface Cell {
  readonly variable: string;
  readonly grid: Grid;
  /** Its place among those shown, from 0. */
  readonly row: number;
  readonly column: number;
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** What stands for elements of a long axis that are left out. */
export interface Omission {
  readonly id: string;
  readonly sign: '⋯' | '⋮' | '⋱';
  /** Its centre. */
  readonly x: number;
  readonly y: number;
}

export interface Cells {
  /** By variable. */
  readonly cells: ReadonlyMap<string, Cell>;
  readonly omissions: readonly Omission[];
}

/**
 * The cells of a picture. Of a large tensor only those around the element in question.
 * @param focus elements in question, the most important first
 */
export function cellsOf(
  { grids, cell: { w, h } }: Picture,
  focus: readonly string[],
  unitOf: (variable: string) => string,
): Cells {
  const centres = new Map<string, readonly [number, number]>();
  for (const variable of focus) {
    const unit = unitOf(variable);
    const grid = grids.get(unit);
    if (grid && !centres.has(unit)) centres.set(unit, cellOf(grid, variable));
  }
  const cells = new Map<string, Cell>();
  const omissions: Omission[] = [];
  for (const grid of grids.values()) {
    const [atRow, atColumn] = centres.get(grid.name) ?? [0, 0];
    const columns = windowAt(grid.columns, atColumn);
    windowAt(grid.rows, atRow).forEach((row, i) => {
      columns.forEach((column, j) => {
        const [x, y] = [grid.x + j * (w + gutter), grid.y + i * (h + gutter)];
        if (row !== undefined && column !== undefined) {
          const variable = variableAt(grid, row, column);
          cells.set(variable, { variable, grid, row: i, column: j, x, y, w, h });
        } else {
          const sign = row !== undefined ? '⋯' : column !== undefined ? '⋮' : '⋱';
          omissions.push({ id: `${grid.name} ${i} ${j}`, sign, x: x + w / 2, y: y + h / 2 });
        }
      });
    });
  }
  return { cells, omissions };
}

/** A side of a cell. */
export type Side = 'left' | 'right' | 'top' | 'bottom';

/**
 * From outside a unit to one of its cells: straight, or along the gutters around the cells in between.
 * @param along even if nothing lies in between: the line runs on from a gutter at the same height
 */
export function entryFrom({ grid, row, column, x, y, w, h }: Cell, side: Side, along = false): readonly Point[] {
  const [rows, columns] = grid.places;
  const [below, beside] = [y + h + gutter / 2, x + w + gutter / 2];
  // From above and below it arrives on the right: captions stand at the left.
  const right = x + w - 6;
  switch (side) {
    case 'left':
      if (column === 0 && !along) return [{ x, y: y + h / 2 }];
      return [
        { x: grid.x - 2, y: below },
        { x: x + 3, y: below },
        { x: x + 5, y: y + h },
      ];
    case 'right':
      if (column === columns - 1 && !along) return [{ x: x + w, y: y + h / 2 }];
      return [
        { x: grid.x + grid.w + 2, y: below },
        { x: x + w - 3, y: below },
        { x: x + w - 5, y: y + h },
      ];
    case 'top':
      if (row === 0) return [{ x: right, y }];
      return [
        { x: beside, y: grid.y - 2 },
        { x: beside, y: y + 3 },
        { x: x + w, y: y + 5 },
      ];
    case 'bottom':
      if (row === rows - 1) return [{ x: right, y: y + h }];
      return [
        { x: beside, y: grid.y + grid.h + 2 },
        { x: beside, y: y + h - 3 },
        { x: x + w, y: y + h - 5 },
      ];
  }
}

/** From a cell out of its unit. */
export const exitTo = (cell: Cell, side: Side, along = false): readonly Point[] =>
  [...entryFrom(cell, side, along)].reverse();
