import type { TypesetFormula } from '../../../src/index.js';
import type { Scene } from '../../scene.js';
import type { Equation, Row } from '../equation.js';

/** What stands for a number that is to be filled in, until a format draws a line for it. */
const blank = '□';
/** A whole line to be filled in. */
const line = '▭';

/** A scene in which no number is known, so that nothing that is written of it can give one away. */
export const withBlanks = (scene: Scene): Scene => ({
  ...scene,
  show: () => ({ plain: blank, exact: true, provisional: false }),
});

/** Lines to write on have no room inside fractions and powers: there, one takes the place of the whole row. */
export const withLines = (equation: Equation): Equation => ({ ...equation, rows: equation.rows.map(rowWithLine) });

function rowWithLine(row: Row): Row {
  const [piece, ...others] = row.pieces.map(overLabel);
  if (!piece?.terms.length || others.length || row.joint) return { ...row, pieces: row.pieces.map(overLabel) };
  const isPlain = !/\\frac|\^|\\ln|\(|\\operatorname/.test(piece.tex) && piece.terms.length <= mostInRow;
  return isPlain ? row : { ...row, pieces: [{ tex: line, terms: [] }] };
}

const mostInRow = 6;

/** A line needs no brace below it to hold its label. */
function overLabel(piece: TypesetFormula): TypesetFormula {
  const [, number, label] = new RegExp(`^\\\\underbrace\\{(.*${blank}\\}?)\\}_\\{(.*)\\}$`, 's').exec(piece.tex) ?? [];
  return number === undefined ? piece : { ...piece, tex: `\\underset{${label}}{${number}}` };
}

/** Lengths in em: room for nine digits by hand, where there are not too many in a row. */
const [longest, shortest, inRow, inMatrix, result, half] = [7, 2.4, 32, 24, 9, 15];

/** A line to write on, and above it as much room as a pen needs. */
const rule = (length: number): string => `\\rule{0pt}{2.1em}\\rule[-0.3em]{${Math.round(length * 10) / 10}em}{0.4pt}`;

/** TeX with a line to write on for every blank, as long as the others leave room. */
export function blanksTex(tex: string): string {
  return tex
    .split(/(\\begin\{pmatrix\}.*?\\end\{pmatrix\})/s)
    .map((part) => (part.startsWith('\\begin{pmatrix}') ? inMatrixTex(part) : inRowsTex(part)))
    .join('');
}

const inMatrixTex = (tex: string): string => {
  const columns = Math.max(...tex.split('\\\\').map((row) => row.split('&').length));
  return tex.replaceAll(blank, rule(clamped(inMatrix / columns, 5)));
};

const inRowsTex = (tex: string): string =>
  tex
    .replaceAll(`\\mathbf{${blank}}`, rule(result))
    // In two halves: no formula may ask for more room at once.
    .replaceAll(line, rule(half) + rule(half))
    .split('\n')
    .map((row) => row.replaceAll(blank, rule(clamped(inRow / (row.split(blank).length - 1), longest))))
    .join('\n');

const clamped = (length: number, most: number): number => Math.max(shortest, Math.min(most, length));
