import type { Block, Grid, MatrixForm, Phase, Step } from '../../../src/index.js';
import { matrixFormOf } from '../../../src/tensor-views.js';
import { failureSentence, noteSentences } from '../../derivation/notes.js';
import { questionOf, type Phrase } from '../../derivation/phrase.js';
import { shownPaths, sumsIn } from '../../derivation/sums.js';
import { sectionsOf } from '../../prose/sections.js';
import type { Scene } from '../../scene.js';
import { hasFormula } from '../../tensor/node-shape.js';
import { exported as say } from '../../words/export.js';
import type { Equation, Row } from '../equation.js';
import { gridEquation, matrixLines } from '../matrix-equations.js';
import { wholeQuestion } from '../sheet.js';
import { stepEquations } from '../step-equations.js';
import { withBlanks, withLines } from './blanks.js';
import type { Kind } from './kinds.js';

/** A step in a document of the whole lesson. Worksheet and key have the same numbers, so that they can lie side by side. */
export interface PaperSheet {
  /** From 1. */
  readonly number: number;
  readonly phase: Phase;
  readonly question: Phrase;
  readonly equations: readonly Equation[];
  readonly notes: readonly string[];
  readonly prose: readonly Block[];
}

/**
 * Write a step down for paper. Of a vector's or matrix's without a formula over matrices, the first element stands there
 * in full and the others in a table.
 */
export function paperSheet(scene: Scene, kind: Kind, number: number): PaperSheet {
  const { step, trace, tensor } = scene;
  const head = { number, phase: step.phase, question: tensor ? wholeQuestion(scene, tensor) : questionOf(step, trace) };
  if (kind === 'worksheet') return { ...head, equations: equationsOf(withBlanks(scene), kind), notes: [], prose: [] };
  const equations = equationsOf(scene, kind);
  const failure = scene.numbers.failure(step.result);
  const notes = failure ? [failureSentence(scene, failure, step.result)] : [];
  if (kind === 'key') return { ...head, equations, notes, prose: [] };
  const prose = sectionsOf(scene).flatMap(({ blocks }) => blocks);
  return { ...head, equations, notes: failure ? notes : notesOf(scene), prose };
}

function notesOf(scene: Scene): readonly string[] {
  const { step } = scene;
  // A step of many numbers has its notes by the number, in the tutor.
  if (scene.tensor && !isFirstShown(scene)) return [];
  const [shown, all] = [shownPaths(step).length, step.paths.length];
  return [
    ...noteSentences(scene, step, sumsIn(step, stepEquations(scene).lines)),
    ...(shown < all ? [say.morePaths(shown, all)] : []),
  ];
}

const isFirstShown = ({ trace, step }: Scene): boolean => needsFirst(matrixFormOf(trace, step));

/** A formula with indices or functions is understood by one of its numbers, not by matrices. */
const needsFirst = (form: MatrixForm | undefined): boolean => !form || hasFormula(form.right);

function equationsOf(scene: Scene, kind: Kind): readonly Equation[] {
  const { trace, step, tensor } = scene;
  if (!tensor) return ofOne(scene, kind);
  const form = matrixFormOf(trace, step);
  const all = gridEquation(scene, gridOf(scene, tensor));
  const lines = form && matrixLines(scene, form);
  const isWhole = form?.result.row === undefined;
  if (kind === 'key')
    return [isWhole && lines?.filled ? { left: lines.left, rows: [lines.filled, lines.result] } : all];
  const formula: readonly Equation[] = lines ? [{ left: lines.left, rows: [lines.symbolic] }] : [];
  if (!lines || needsFirst(form)) {
    const [first, ...more] = ofOne(scene, kind);
    return [...formula, { ...first!, label: say.first }, ...more, { ...all, label: say.all }];
  }
  if (kind === 'worksheet') return [...formula, all];
  const rest: readonly Equation[] = isWhole ? [] : [{ ...all, label: say.all }];
  if (lines.filled) return [{ left: lines.left, rows: [lines.symbolic, lines.filled, lines.result] }, ...rest];
  const [input, ...inputs] = lines.inputs;
  const beside = [...inputs, ...(isWhole ? [all] : [])].map((each) => ({ ...each, isBeside: true as const }));
  return [...formula, ...(input ? [input] : []), ...beside, ...rest];
}

/** A single number's lines; the key leaves out what is in symbols. */
function ofOne(scene: Scene, kind: Kind): readonly Equation[] {
  const { equations } = stepEquations(scene);
  if (kind === 'worksheet') return equations.map(withLines);
  if (kind === 'everything') return equations;
  return equations.flatMap((equation) => {
    const rows = equation.rows.filter(hasNumbers);
    return rows.length || equation.result ? [{ ...equation, rows }] : [];
  });
}

const hasNumbers = ({ pieces }: Row): boolean => pieces.some(({ terms }) => terms.length > 0);

/** All the numbers of a tensor's step; of more than two axes, the last one lies along the rows. */
function gridOf({ setup }: Scene, tensor: Step): Grid {
  const { shape = [] } = setup.program.tensors?.get(tensor.target) ?? {};
  const width = shape.length > 1 ? shape.at(-1)! : 1;
  const refs = tensor.children.map(({ result }) => result);
  const rows = Array.from({ length: Math.ceil(refs.length / width) }, (_, i) => refs.slice(i * width, (i + 1) * width));
  return { ref: tensor.result, shape, cells: rows };
}
