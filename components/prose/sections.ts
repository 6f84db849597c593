import {
  evaluate,
  float64,
  gradientOf,
  hasOwnValues,
  parseReference,
  pathTerm,
  trainingLoaded,
  valueReference,
  type Formula,
  type Section,
  type Step,
} from '../../src/index.js';
import type { Scene } from '../scene.js';

/** The sections to show for the current step: its own, or else those of the nearest step around it. */
export function sectionsOf(scene: Scene): readonly Section[] {
  for (const ref of placesOf(scene)) {
    const sections = scene.state.lesson.sections.filter(
      (section) => isAbout(section, ref, scene) && holds(section, scene),
    );
    if (sections.length) return sections;
  }
  return [];
}

/** What the lesson says before its first step. */
export function introductionOf(scene: Scene): readonly Section[] {
  if ((scene.tensor ?? scene.step) !== scene.trace.walk[0]) return [];
  return scene.state.lesson.sections.filter((section) => section.ref === 'lesson' && holds(section, scene));
}

/**
 * Where to look, nearest first. A tensor's step comes before its first element, which stands for it; an element, or a
 * derivative inside it, has what is said of its own before what is said of all (`local/p/s`).
 */
function placesOf({ state, step, tensor }: Scene): readonly string[] {
  const own = aroundAndBeyond(step).flatMap((ref) => [ref, ref.replace(/\[[^\]]*\]/g, '')]);
  return tensor && state.step === tensor.ref ? [tensor.ref, ...own] : own;
}

/** The step's reference, then those of the steps that contain it. */
function aroundAndBeyond({ ref, kind, target }: Step): readonly string[] {
  if (kind === 'path') return [ref, gradientOf(target)];
  const reference = parseReference(ref)?.reference;
  if (reference?.kind !== 'local') return [ref];
  return [ref, pathTerm(target, reference.name), gradientOf(target)];
}

/** A section may name the value (`net_h1`) instead of the step that computes it. */
function isAbout(section: Section, ref: string, { trace }: Scene): boolean {
  return section.ref === ref || (section.ref !== 'lesson' && trace.find(section.ref)?.ref === ref);
}

function holds({ when, ownValuesOnly }: Section, scene: Scene): boolean {
  if (ownValuesOnly && !(hasOwnValues(scene.state) && scene.state.iteration === 0)) return false;
  return !when || isPositive(when, scene);
}

/** Doubles are enough to decide what to say. Where a number is missing, nothing is claimed about it. */
function isPositive(when: Formula, scene: Scene): boolean {
  try {
    return evaluate(when, (name) => double(name, scene), float64) > 0;
  } catch {
    return false;
  }
}

function double(name: string, scene: Scene): number {
  const iteration = parseReference(name)?.iteration;
  if (iteration && !trainingLoaded()) return NaN;
  const numbers = iteration === undefined ? scene.numbers : scene.numbersAt(iteration);
  return numbers.double(valueReference(name.replace(/@\d+$/, ''))) ?? NaN;
}
