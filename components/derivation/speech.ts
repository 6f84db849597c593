import { Reveal, type Formula } from '../../src/index.js';
import { plainName, spoken } from '../formula-text.js';
import { numberState } from '../number/number-text.js';
import type { Scene } from '../scene.js';
import { relation } from './chips.js';
import { phraseText, questionOf } from './phrase.js';
import { plainFormula } from './plain-formula.js';

/** What is read aloud when the step or its reveal changes: what is new, once. */
export function announcement(scene: Scene, before: Scene): string {
  const { step, trace, state } = scene;
  const moved = before.step.ref !== step.ref;
  const from = moved ? -1 : before.state.reveal;
  const parts: string[] = [];
  if (moved) parts.push(phraseText(questionOf(step, trace)));
  if (state.reveal === Reveal.symbolic) parts.push(symbolic(scene));
  if (state.reveal === Reveal.numbers) parts.push(numbers(scene));
  if (state.reveal === Reveal.result && from < Reveal.result) parts.push(result(scene));
  return spoken(parts.join(' '));
}

function symbolic({ step, setup }: Scene): string {
  const write = (ref: string): string => plainName(ref, setup.loss);
  return `${write(step.result)} = ${plainFormula(step.formula, write)}`;
}

function numbers(scene: Scene): string {
  const formula: Formula = scene.step.formula;
  return `${plainName(scene.step.result, scene.setup.loss)}: ${plainFormula(formula, (ref) => numberState(scene, ref).text)}`;
}

function result(scene: Scene): string {
  const { result: ref } = scene.step;
  const { text, failure } = numberState(scene, ref);
  const said = failure ? `${text}. ${failure.message}` : text;
  return `${plainName(ref, scene.setup.loss)} ${relation(scene, ref)} ${said}`;
}
