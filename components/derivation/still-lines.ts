import { build, texNumber, type Formula, type Step, type TypesetFormula } from '../../src/index.js';
import { numberState } from '../number/number-text.js';
import type { Scene } from '../scene.js';
import { linesOf, typesetNumbers, type StepLines } from './typeset-step.js';

/** A step in full, as lines of mathematics; the last one ends in the result. */
export interface StillLines {
  /** What stands before the first equals sign. */
  readonly left: string;
  /** In symbols; each stands after an equals sign. */
  readonly symbolic: readonly TypesetFormula[];
  /** The same in numbers, with the sign before it. */
  readonly numbers: TypesetFormula | undefined;
  /** The result with the sign before it; in words where it has no value. */
  readonly result: string;
}

/** All that a step says, for where nothing is pressed: a formula in running text, a still. */
export function stillLines(scene: Scene, step: Step): StillLines {
  const lines = linesOf(step, scene.trace, scene.state.view);
  const formula = numberFormula(lines, step);
  const { shown, text } = numberState(scene, step.result);
  const sign = shown?.exact ? '=' : '\\approx';
  return {
    left: lines.left,
    symbolic: lines.lines,
    numbers: formula && substituted(scene, formula),
    result: shown
      ? `${sign} \\htmlClass{bp-number}{\\htmlData{term=0}{${texNumber(shown.plain).tex}}}`
      : `\\quad\\text{${text}}`,
  };
}

/** What is written with numbers in the names' places: the factors of a chain, or the line itself. */
function numberFormula({ substituted, paths }: StepLines, step: Step): Formula | undefined {
  const [only] = paths;
  if (paths.length > 1) return step.formula;
  return only ? build.mul(...only.factors.map(({ ref }) => build.name(ref))) : substituted;
}

function substituted(scene: Scene, formula: Formula): TypesetFormula {
  const numbers = typesetNumbers(
    formula,
    (ref) => scene.show(ref),
    (ref) => numberState(scene, ref).text,
  );
  const sign = numbers.terms.every((ref) => scene.show(ref)?.exact) ? '=' : '\\approx';
  return { tex: `${sign} ${numbers.tex}`, terms: numbers.terms };
}

/** All of it in one line; every number and name is a term. */
export function inOneLine({ left, symbolic, numbers, result }: StillLines, ref: string): TypesetFormula {
  const terms: string[] = [];
  const pieces = [
    ...symbolic.slice(0, 1).map(({ tex, terms }) => ({ tex: `= ${tex}`, terms })),
    ...(numbers ? [numbers] : []),
    { tex: result, terms: [ref] },
  ].map((piece) => {
    const tex = piece.tex.replace(
      /\\htmlData\{term=(\d+)\}/g,
      (_, k: string) => `\\htmlData{term=${Number(k) + terms.length}}`,
    );
    terms.push(...piece.terms);
    return tex;
  });
  return { tex: [left, ...pieces].join(' '), terms };
}
