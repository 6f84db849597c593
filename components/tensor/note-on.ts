import { words } from '../words.js';
import { refsIn } from './node-shape.js';
import type { Piece } from './pieces.js';

/** Where a matrix is not a tensor just as it stands: a row of it, or its numbers written out several times. */
export function noteOn({ grid, turned }: Pick<Piece, 'grid' | 'turned'>): string | undefined {
  if (grid.row !== undefined) return words.tensor.sample(grid.row);
  if (turned === 'row') return words.tensor.onEveryRow;
  const refs = refsIn(grid);
  return new Set(refs).size < refs.length ? words.tensor.repeated : undefined;
}
