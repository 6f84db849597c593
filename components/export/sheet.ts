import type { Block, Step } from '../../src/index.js';
import { matrixFormOf } from '../../src/tensor-views.js';
import { failureSentence, noteSentences } from '../derivation/notes.js';
import { questionOf, type Phrase } from '../derivation/phrase.js';
import { placeText } from '../derivation/place-text.js';
import { shownPaths, sumsIn } from '../derivation/sums.js';
import { introductionOf, sectionsOf } from '../prose/sections.js';
import type { Scene } from '../scene.js';
import { inRow } from '../tensor/matrix-tex.js';
import { words } from '../words.js';
import { exported as say } from '../words/export.js';
import { differences } from './differences.js';
import type { Equation } from './equation.js';
import { matrixEquations } from './matrix-equations.js';
import { stepEquations } from './step-equations.js';

/** A step as it is written down outside the tutor, before any format. */
export interface Sheet {
  /** The lesson and the place in it. */
  readonly heading: string;
  /** What is not the lesson's own, in a sentence. */
  readonly other?: string;
  readonly question: Phrase;
  readonly equations: readonly Equation[];
  /** Why a number is missing or 0, which convention was used, where rounding shows. */
  readonly notes: readonly string[];
  readonly prose: readonly Block[];
}

/** Write a step down. A vector's or matrix's is written with matrices where it can be, otherwise as its first element's. */
export function sheetOf(scene: Scene): Sheet {
  const { state, step } = scene;
  const other = differences(state);
  const failure = scene.numbers.failure(step.result);
  return {
    heading: say.heading(state.lesson.title, placeText(scene)),
    ...(other.length > 0 && { other: say.other(other) }),
    ...(wholeTensor(scene) ?? singleNumber(scene)),
    prose: [...introductionOf(scene), ...sectionsOf(scene)].flatMap(({ blocks }) => blocks),
    ...(failure && { notes: [failureSentence(scene, failure, step.result)] }),
  };
}

type Body = Pick<Sheet, 'question' | 'equations' | 'notes'>;

function singleNumber(scene: Scene): Body {
  const { step, trace, tensor, state } = scene;
  const { lines, equations } = stepEquations(scene);
  const [shown, all] = [shownPaths(step).length, step.paths.length];
  const notes = [
    ...(tensor && state.step === tensor.ref ? [words.tensor.noMatrices] : []),
    ...noteSentences(scene, step, sumsIn(step, lines)),
    ...(shown < all ? [say.morePaths(shown, all)] : []),
  ];
  return { question: questionOf(step, trace), equations, notes };
}

function wholeTensor(scene: Scene): Body | undefined {
  const { tensor, step, state, trace } = scene;
  const form = tensor && state.step === tensor.ref ? matrixFormOf(trace, step) : undefined;
  if (!tensor || !form) return undefined;
  const { row } = form.result;
  const whole = row === undefined ? tensor.target : inRow(tensor.target, row);
  return { question: wholeQuestion(scene, tensor, whole), equations: matrixEquations(scene, form), notes: [] };
}

/** The question of a tensor's first element, asked of the whole tensor. */
export function wholeQuestion({ step, trace }: Scene, tensor: Step, whole = tensor.target): Phrase {
  const { variables, ...phrase } = questionOf(step, trace);
  const named = Object.entries(variables).map(([place, name]) => [place, name === step.target ? whole : name]);
  return { ...phrase, variables: Object.fromEntries(named) as Phrase['variables'] };
}
