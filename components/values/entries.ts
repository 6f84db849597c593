import type { Given } from '../../src/index.js';
import { elementRows } from '../grids/elements.js';
import type { Scene } from '../scene.js';

/** What stands under one name: a number, or the elements of a vector or matrix. */
export interface Entry {
  readonly name: string;
  /** Row by row; a scalar is one row of one. `undefined` stands for what is left out of a large tensor. */
  readonly rows: readonly (readonly (Given | undefined)[])[];
  /** Absent for a scalar. */
  readonly shape?: readonly number[];
  /** How many elements are left out. */
  readonly hidden: number;
  /** Its numbers say which element a line reads: they are classes. */
  readonly isLabel: boolean;
}

/** The given numbers, by name. Of a large tensor those around the current step's element. */
export function entriesOf({ setup, trace, step }: Scene): readonly Entry[] {
  const { tensors, lines } = setup.program;
  const byName = new Map(setup.given.map((given) => [given.name, given]));
  const labels = new Set(lines.flatMap((line) => line.labels ?? []));
  const units = [...new Set(setup.given.map(({ name }) => trace.graph.unitOf(name)))];
  return units.map((name): Entry => {
    const shape = tensors?.get(name)?.shape;
    if (!shape?.length) return { name, rows: [[byName.get(name)]], hidden: 0, isLabel: labels.has(name) };
    const rows = elementRows(name, shape, step.target).map((row) => row.map((each) => byName.get(each ?? '')));
    const shown = rows.flat().filter((each) => each !== undefined);
    const all = shape.reduce((product, size) => product * size, 1);
    return { name, rows, shape, hidden: all - shown.length, isLabel: labels.has(shown[0]!.name) };
  });
}
