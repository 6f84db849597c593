import type { Setup } from '../../src/index.js';

/** Whether a program is drawn as grids: it has vectors or matrices. Neurons of scalars are drawn one by one. */
export const drawsGrids = ({ program }: Pick<Setup, 'program'>): boolean =>
  [...(program.tensors?.values() ?? [])].some(({ shape }) => shape.length > 0);
