import { build, type Factor, type Formula, type Step } from '../../src/index.js';
import type { ShownSum } from './notes.js';
import type { StepLines } from './typeset-step.js';

const longest = 6;

/** Of many paths the first two and the last, as in a long sum. */
export const shownPaths = ({ paths }: Step): Step['paths'] =>
  paths.length <= longest ? paths : [paths[0]!, paths[1]!, paths.at(-1)!];

/** What a reader might type into a calculator: every row of numbers, and what it is said to come to. */
export function sumsIn(step: Step, { substituted, paths }: StepLines): readonly ShownSum[] {
  const product = (factors: readonly Factor[]): Formula => build.mul(...factors.map(({ ref }) => build.name(ref)));
  if (substituted) return [{ formula: substituted, result: step.result }];
  if (paths.length === 1) return [{ formula: product(paths[0]!.factors), result: step.result }];
  const terms = paths.filter(({ factors }) => factors.length > 1);
  return [
    ...terms.map(({ path, factors }) => ({ formula: product(factors), result: path.ref })),
    ...(paths.length
      ? [{ formula: build.add(...step.paths.map(({ ref }) => build.name(ref))), result: step.result }]
      : []),
  ];
}
