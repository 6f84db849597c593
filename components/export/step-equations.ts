import { plainNameOf, texNumber, type Factor, type TypesetFormula } from '../../src/index.js';
import { factorLabel } from '../derivation/factor-label.js';
import { plainTex } from '../derivation/marks.js';
import { shownPaths } from '../derivation/sums.js';
import { linesOf, typesetNumbers, type PathLines, type StepLines } from '../derivation/typeset-step.js';
import { unitName } from '../derivation/unit.js';
import { refTex } from '../formula-text.js';
import { allExact, numberState } from '../number/number-text.js';
import type { Scene } from '../scene.js';
import { words } from '../words.js';
import { exported as say } from '../words/export.js';
import type { Equation, Row, Sign } from './equation.js';
import { textInFormula } from './tex-text.js';

/** A step's lines as the tutor shows them, and what these are. */
export function stepEquations(scene: Scene): { readonly lines: StepLines; readonly equations: readonly Equation[] } {
  const { step, trace, state } = scene;
  const lines = linesOf(step, trace, state.view, shownPaths(step));
  const symbolic = lines.lines.map(inSymbols);
  const { left } = lines;
  if (step.paths.length > 1) {
    const paths = lines.paths.map((path) => pathEquation(scene, path));
    return { lines, equations: [{ left, rows: symbolic }, ...paths, sumOfPaths(scene, left, lines.paths)] };
  }
  const numbers = lines.substituted
    ? [substituted(scene, lines.substituted)]
    : lines.paths.map(({ factors }) => product(scene, factors));
  return { lines, equations: [{ left, rows: [...symbolic, ...numbers], ...resultOf(scene, step.result) }] };
}

const inSymbols = ({ tex }: TypesetFormula): Row => ({ sign: '=', pieces: [{ tex: plainTex(tex), terms: [] }] });

/** The formula with numbers in the names' places. */
function substituted(scene: Scene, formula: NonNullable<StepLines['substituted']>): Row {
  const numbers = typesetNumbers(
    formula,
    (ref) => scene.show(ref),
    (ref) => numberState(scene, ref).text,
  );
  return { sign: signOf(scene, numbers.terms), pieces: [numbers] };
}

/** Factors as numbers, each over its plain name. */
function product(scene: Scene, factors: readonly Factor[]): Row {
  const pieces = factors.map((factor): TypesetFormula => {
    const label = textInFormula(factorLabel(factor, scene.trace, scene.state.lesson));
    return { tex: `\\underbrace{${signed(scene, factor.ref)}}_{${label}}`, terms: [factor.ref] };
  });
  const refs = factors.map(({ ref }) => ref);
  return { sign: signOf(scene, refs), joint: '·', pieces };
}

function pathEquation(scene: Scene, { path, factors, lines }: PathLines): Equation {
  const { step, trace, state, setup } = scene;
  const name = plainNameOf(state.lesson, path.ref) ?? words.derivation.through(unitName(path.via, trace));
  return {
    label: say.path(step.paths.indexOf(path) + 1, name),
    left: refTex(path.ref, setup.loss),
    // One factor is the whole path.
    rows: [...lines.map(inSymbols), ...(factors.length > 1 ? [product(scene, factors)] : [])],
    ...resultOf(scene, path.ref),
  };
}

function sumOfPaths(scene: Scene, left: string, paths: readonly PathLines[]): Equation {
  const { step } = scene;
  const terms = paths.map(({ path: { ref } }): TypesetFormula => ({ tex: signed(scene, ref), terms: [ref] }));
  const isPart = paths.length < step.paths.length;
  const pieces = isPart ? [...terms.slice(0, -1), { tex: '\\dots', terms: [] }, ...terms.slice(-1)] : terms;
  const refs = step.paths.map(({ ref }) => ref);
  return { left, rows: [{ sign: signOf(scene, refs), joint: '+', pieces }], ...resultOf(scene, step.result) };
}

/** A number as the first term of its piece, in parentheses where it is negative. */
function signed(scene: Scene, ref: string): string {
  const shown = scene.show(ref);
  if (!shown) return `\\text{${numberState(scene, ref).text}}`;
  const tex = `\\htmlData{term=0}{${texNumber(shown.plain).tex}}`;
  return shown.plain.startsWith('-') ? `(${tex})` : tex;
}

const signOf = (scene: Scene, refs: readonly string[]): Sign => (allExact(scene, refs) ? '=' : '≈');

const resultOf = (scene: Scene, ref: string): Pick<Equation, 'result'> =>
  scene.show(ref) ? { result: { sign: signOf(scene, [ref]), ref } } : {};
