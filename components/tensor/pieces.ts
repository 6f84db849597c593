import type { Grid, MatrixNode } from '../../src/index.js';
import type { Cells } from './bp-cells.js';
import { asRow, isNumber, sizeOf } from './node-shape.js';

/** A sum over some axes of a tensor. */
export type Sum = Extract<MatrixNode, { readonly kind: 'sum-over' }>;

/** What stands between matrices. */
export type Sign = '(' | ')' | 'ᵀ' | '+' | '−' | '·' | '⊙' | 'beside' | Sum;

/** One matrix of a formula, as it is written out, with the signs round it. */
export interface Piece {
  readonly before: readonly Sign[];
  readonly grid: Grid;
  readonly cells: Cells;
  /** Its rows and columns are swapped; or it is a vector that serves every row, and is written as one. */
  readonly turned?: 'transposed' | 'row';
  /** Where in it the current element of the result may come from. */
  readonly part: Part;
  readonly after: readonly Sign[];
}

/** A row, a column or one number of a matrix; everything where neither is given. */
export interface Part {
  readonly row?: number;
  readonly column?: number;
}

/** The matrices of a node in the order in which they are written. `part` is where the current element is in its value. */
export function piecesOf(node: MatrixNode, part: Part, beside?: MatrixNode): readonly Piece[] {
  switch (node.kind) {
    case 'grid':
      return [pieceOf(node.grid, part, beside)];
    case 'transpose': {
      const swapped = partOf(part.column, part.row);
      if (node.of.kind !== 'grid') return enclosed('(', piecesOf(node.of, swapped), ')', 'ᵀ');
      const { grid } = node.of;
      return [{ before: [], grid, cells: columnsOf(grid.cells), turned: 'transposed', part, after: [] }];
    }
    case 'product': {
      const matrices = node.factors.filter((factor) => !isNumber(factor));
      return node.factors.flatMap((factor, i) => {
        const row = factor === matrices[0] ? part.row : undefined;
        const column = factor === matrices.at(-1) ? part.column : undefined;
        const pieces = closed(factor, piecesOf(factor, isNumber(factor) ? {} : partOf(row, column)));
        const last = node.factors[i - 1];
        return last ? after(isNumber(last) || isNumber(factor) ? '·' : 'beside', pieces) : pieces;
      });
    }
    case 'hadamard':
      return node.factors.flatMap((factor, i) => {
        const pieces = closed(factor, piecesOf(factor, part, node));
        return i ? after('⊙', pieces) : pieces;
      });
    case 'sum':
    case 'difference':
      return node.terms.flatMap((term, i) => {
        const pieces = piecesOf(term, part, node);
        return i
          ? after(node.kind === 'sum' ? '+' : '−', i && node.kind === 'difference' ? closed(term, pieces) : pieces)
          : pieces;
      });
    case 'sum-over': {
      const inner: Part =
        node.over === 'rows' ? partOf(undefined, part.row) : node.over === 'columns' ? partOf(part.row) : {};
      return after(node, closed(node.of, piecesOf(node.of, inner)));
    }
    case 'formula':
      return [];
  }
}

function pieceOf(grid: Grid, part: Part, beside: MatrixNode | undefined): Piece {
  if (beside && asRow(grid, sizeOf(beside))) {
    return {
      before: [],
      grid,
      cells: columnsOf(grid.cells),
      turned: 'row',
      part: partOf(undefined, part.column),
      after: [],
    };
  }
  return { before: [], grid, cells: grid.cells, part: grid.shape.length ? part : {}, after: [] };
}

const partOf = (row?: number, column?: number): Part => ({
  ...(row !== undefined && { row }),
  ...(column !== undefined && { column }),
});

const columnsOf = (cells: Cells): Cells => cells[0]!.map((_, column) => cells.map((row) => row[column]));

const after = (sign: Sign, [first, ...rest]: readonly Piece[]): readonly Piece[] =>
  first ? [{ ...first, before: [sign, ...first.before] }, ...rest] : [];

/** A sum stands in parentheses where it is multiplied or summed up. */
const closed = (node: MatrixNode, pieces: readonly Piece[]): readonly Piece[] =>
  node.kind === 'sum' || node.kind === 'difference' ? enclosed('(', pieces, ')') : pieces;

function enclosed(open: Sign, pieces: readonly Piece[], ...close: readonly Sign[]): readonly Piece[] {
  const last = pieces.length - 1;
  return after(open, pieces).map((piece, i) => (i === last ? { ...piece, after: [...piece.after, ...close] } : piece));
}
