import type { Grid, MatrixNode } from '../../src/index.js';

/** How many rows and columns a node has when it is written with matrices; a vector is one column. */
export function sizeOf(node: MatrixNode): readonly [rows: number, columns: number] {
  switch (node.kind) {
    case 'grid':
      return [node.grid.cells.length, node.grid.cells[0]?.length ?? 0];
    case 'transpose': {
      const [rows, columns] = sizeOf(node.of);
      return [columns, rows];
    }
    case 'product': {
      const matrices = node.factors.filter((factor) => !isNumber(factor));
      return matrices.length ? [sizeOf(matrices[0]!)[0], sizeOf(matrices.at(-1)!)[1]] : [1, 1];
    }
    case 'hadamard':
      return largest(node.factors);
    case 'sum':
    case 'difference':
      return largest(node.terms);
    case 'sum-over': {
      const [rows, columns] = sizeOf(node.of);
      return node.over === 'rows' ? [columns, 1] : node.over === 'columns' ? [rows, 1] : [1, 1];
    }
    case 'formula':
      return [0, 0];
  }
}

const largest = (nodes: readonly MatrixNode[]): readonly [number, number] => {
  const sizes = nodes.map(sizeOf);
  return [Math.max(...sizes.map(([rows]) => rows)), Math.max(...sizes.map(([, columns]) => columns))];
};

export const isNumber = (node: MatrixNode): boolean => node.kind === 'grid' && node.grid.shape.length === 0;

/** A vector beside a matrix serves every row of it, so it is written as a row. */
export const asRow = (grid: Grid, [rows, columns]: readonly [number, number]): boolean =>
  grid.shape.length === 1 && columns > 1 && grid.cells.length === columns && rows > 0;

/** The grids of a node, each once, in order. */
export function gridsIn(node: MatrixNode): readonly Grid[] {
  const inside = childrenOf(node).flatMap(gridsIn);
  const all = node.kind === 'grid' ? [node.grid] : node.kind === 'formula' ? node.grids : inside;
  return all.filter((grid, i) => all.findIndex(({ ref }) => ref === grid.ref) === i);
}

/** The references of a grid's numbers; a 0 that nothing leads to has none. */
export const refsIn = ({ cells }: Grid): readonly string[] => cells.flat().filter((ref) => ref !== undefined);

/** Whether part of it is a formula, which cannot be filled with matrices. */
export const hasFormula = (node: MatrixNode): boolean => node.kind === 'formula' || childrenOf(node).some(hasFormula);

function childrenOf(node: MatrixNode): readonly MatrixNode[] {
  switch (node.kind) {
    case 'grid':
    case 'formula':
      return [];
    case 'transpose':
    case 'sum-over':
      return [node.of];
    case 'product':
    case 'hadamard':
      return node.factors;
    case 'sum':
    case 'difference':
      return node.terms;
  }
}
