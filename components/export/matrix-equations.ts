import { texNumber, type Grid, type MatrixForm, type TypesetFormula } from '../../src/index.js';
import { plainTex } from '../derivation/marks.js';
import { allExact } from '../number/number-text.js';
import type { Scene } from '../scene.js';
import type { Cells } from '../tensor/bp-cells.js';
import { gridTex, matrixSides } from '../tensor/matrix-tex.js';
import { noteOn } from '../tensor/note-on.js';
import { gridsIn, hasFormula, refsIn } from '../tensor/node-shape.js';
import { piecesOf, type Piece, type Sign as Between } from '../tensor/pieces.js';
import { axisOf } from '../tensor/samples.js';
import { shownRange } from '../tensor/shown-range.js';
import { words } from '../words.js';
import type { Equation, Row } from './equation.js';

/** More rows or columns than this are shown in part. */
const mostRows = 8;
const mostColumns = 6;
/** About as many characters fit into a line of a page or a column of text. */
const roomInLine = 60;

/** A step over a whole tensor, as a formula over matrices. */
export interface MatrixLines {
  /** What stands before the equals sign. */
  readonly left: string;
  readonly symbolic: Row;
  /** The formula with every number in its place, where that can be done and fits into a line. */
  readonly filled?: Row;
  /** The matrices that go into it, by name. */
  readonly inputs: readonly Equation[];
  readonly result: Row;
}

export function matrixLines(scene: Scene, form: MatrixForm): MatrixLines {
  const { setup, trace } = scene;
  const { result, right } = form;
  const letters = setup.program.tensors?.get(result.ref)?.written?.indices;
  const options = {
    loss: setup.loss,
    roleOf: () => undefined,
    over: (sum: Parameters<typeof axisOf>[0]) => axisOf(sum, trace),
  };
  const { left, tex } = matrixSides(form, options, letters);
  const pieces = piecesOf(right, {});
  const width = pieces.reduce((sum, { cells }) => sum + widthOf(scene, cells), 0);
  const fits = !hasFormula(right) && width <= roomInLine;
  return {
    left,
    symbolic: { sign: '=', pieces: [{ tex: plainTex(tex), terms: [] }] },
    ...(fits && {
      filled: { sign: signOf(scene, gridsIn(right)), pieces: pieces.map((piece) => filledPiece(scene, piece)) },
    }),
    inputs: gridsIn(right).map((grid) => gridEquation(scene, grid)),
    result: { sign: signOf(scene, [result]), pieces: [matrix(scene, result.cells, result)] },
  };
}

/** The step written out: filled where it can be, otherwise what goes into it and what comes out, by name. */
export function matrixEquations(scene: Scene, form: MatrixForm): readonly Equation[] {
  const { left, symbolic, filled, inputs, result } = matrixLines(scene, form);
  if (filled) return [{ left, rows: [symbolic, filled, result] }];
  return [{ left, rows: [symbolic] }, ...inputs, gridEquation(scene, form.result)];
}

/** A matrix by its name, with its numbers. */
export const gridEquation = (scene: Scene, grid: Grid): Equation => ({
  left: gridTex(grid, scene.setup.loss).tex,
  rows: [{ sign: signOf(scene, [grid]), pieces: [noted(matrix(scene, grid.cells, grid), { grid })] }],
});

const signOf = (scene: Scene, grids: readonly Grid[]): Row['sign'] =>
  allExact(scene, grids.flatMap(refsIn)) ? '=' : '≈';

/** One matrix with the signs round it. */
function filledPiece(scene: Scene, piece: Piece): TypesetFormula {
  const { before, grid, cells, after } = piece;
  const { tex, terms } = noted(matrix(scene, cells, grid), piece);
  const sign = (each: Between): string => signTex(each, scene);
  return { tex: [...before.map(sign), tex, ...after.map(sign)].join(' '), terms };
}

function signTex(sign: Between, { trace }: Scene): string {
  if (typeof sign === 'object') return `\\sum_{\\text{${axisOf(sign, trace)}}}`;
  return {
    '(': '\\left(',
    ')': '\\right)',
    ᵀ: '^{\\top}',
    '+': '+',
    '−': '-',
    '·': '\\cdot',
    '⊙': '\\odot',
    beside: '\\,',
  }[sign];
}

/** About how many characters wide a matrix is, with the room between its columns. */
function widthOf(scene: Scene, cells: Cells): number {
  const lengthOf = (ref: string | undefined): number => (ref === undefined ? 1 : (scene.show(ref)?.plain.length ?? 8));
  const columns = cells[0]!.map((_, column) => Math.max(...cells.map((row) => lengthOf(row[column]))));
  return columns.reduce((sum, width) => sum + width + 2, 2);
}

/** With what is to be said of it below it. */
function noted({ tex, terms }: TypesetFormula, piece: Parameters<typeof noteOn>[0]): TypesetFormula {
  const note = noteOn(piece);
  return { tex: note === undefined ? tex : `\\underbrace{${tex}}_{\\text{${note}}}`, terms };
}

/** Numbers in parentheses, row by row; of many the first, the last, and dots. A single number stands as it is. */
function matrix(scene: Scene, cells: Cells, { shape }: Grid): TypesetFormula {
  const terms: string[] = [];
  const number = (ref: string | undefined): string => {
    if (ref === undefined) return '0';
    const shown = scene.show(ref);
    const tex = shown ? texNumber(shown.plain).tex : `\\text{${words.derivation.noValue}}`;
    return `\\htmlData{term=${terms.push(ref) - 1}}{${tex}}`;
  };
  if (shape.length === 0) return { tex: number(cells[0]![0]), terms };
  const rows = shownRange(cells.length, mostRows, []);
  const columns = shownRange(cells[0]!.length, mostColumns, []);
  const lines = rows.map((row) =>
    columns.map((column) => {
      if (typeof row === 'object') return typeof column === 'object' ? '\\ddots' : '\\vdots';
      return typeof column === 'object' ? '\\cdots' : number(cells[row]![column]);
    }),
  );
  const body = lines.map((line) => line.join(' & ')).join(' \\\\ ');
  return { tex: `\\begin{pmatrix} ${body} \\end{pmatrix}`, terms };
}
