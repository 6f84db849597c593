/** The engine, but for the readers and what only links need. No DOM; runs in Node and in browsers. */
export type { Formula } from './formula/formula.js';
export { namesIn, sameFormula, substitute } from './formula/formula.js';
export * as build from './formula/build.js';
export { InputError, sentence, type Complaint, type Place } from './complaint.js';
export type { Op } from './ops/op.js';
export { Binding, wrap, type Typeset } from './ops/op.js';
export { ops, opNamed } from './ops/known.js';
export type { Optimiser, Setting, UpdateLine } from './optimisers/optimiser.js';
export { ownName, parameterOf, type Kept } from './trace/optimiser-state.js';
export { evaluate } from './interpret/evaluate.js';
export { differentiate, derivation, opDerivation, type DerivationLine } from './interpret/differentiate.js';
export { isPassing, symbol, typeset, type TypesetFormula, type TypesetOptions } from './interpret/typeset.js';
export { isOne, isZero, constantOf } from './interpret/rewrite.js';
export { slidingIn, type Sliding } from './program/sliding.js';
export type { Claim, Given, Line, Program, Role, Tensor, UpdateOrder } from './program/program.js';
export {
  elementName,
  elementOf,
  timeSteps,
  type Expression,
  type Index,
  type Letter,
  type WrittenLine,
  type WrittenProgram,
} from './program/expression.js';
export { graphOf, type Graph } from './program/graph.js';
export {
  parseReference,
  valueReference,
  gradientOf,
  localOf,
  pathTerm,
  updateOf,
  type Reference,
} from './trace/reference.js';
export type { BatchRule, Sampling, Setup } from './trace/setup.js';
export type { Assignment, Factor, FactorRole, Path, Phase, Step, Trace } from './trace/step.js';
export { traceOf } from './trace/trace.js';
export { evaluateTrace, readGiven, type Failure, type Outcome, type Outcomes } from './trace/evaluate-trace.js';
export type * from './lesson/lesson.js';
export { plainNameOf } from './lesson/plain-name.js';
export { elementAt } from './lesson/plot-element.js';
export type { Shown } from './numbers/digits.js';
export type { ConfirmOptions, Numbers } from './state/numbers.js';
export type { ExactValue } from './numbers/proof.js';
export * from './state/lesson-state.js';
export { allGiven, choicesOf, settingsOf, setupOf, updateUnder } from './state/setup-of.js';
export { runOf } from './state/run-of.js';
export { lessonNeedsTensors, loadTensors, needsTensors } from './state/tensors.js';
export { lastConfirmedIteration, loadTraining, Run, trainingLoaded } from './state/run.js';
export { lessonIn, writeAddress } from './state/address.js';
export { historyOf, record as recordChange, redo, replace, undo, type History } from './state/history.js';
export { move, placeInPart, placeInWalk, stepFor, walkOf, type Move } from './state/walk.js';
export { origin, placeOf } from './state/place.js';
export type { Grid, MatrixForm, MatrixNode } from './trace/matrix-node.js';
export { digitRange, formatNumber, roundText, showRational, showText, texNumber } from './numbers/digits.js';
export { readNumber, type ReadNumber } from './numbers/literal.js';
export { float64 } from './numbers/float64.js';
export { fraction } from './numbers/fraction.js';
export { decimals } from './numbers/decimal.js';
export {
  checkedInDecimals,
  checkedInDoubles,
  checkGradient,
  type CheckedIn,
  type GradientCheck,
} from './trace/gradient-check.js';
export { lossOver } from './training/loss-over.js';
export type { Overflow, Training, TrainOptions } from './training/train.js';
export { checksOut } from './interpret/calculator.js';
