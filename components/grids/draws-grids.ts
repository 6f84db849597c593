import type { Setup } from '../../src/index.js';

/** Lines beyond which a program with tensors is drawn as grids even without a batch. */
const many = 24;

/** Whether a program is drawn as grids: a line gives a matrix, or there are too many lines for a box each. */
export function drawsGrids({ program: { tensors, lines } }: Pick<Setup, 'program'>): boolean {
  if (!tensors) return false;
  return lines.length > many || [...tensors.values()].some(({ written, shape }) => written && shape.length > 1);
}
