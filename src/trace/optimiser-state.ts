import { add, name, number } from '../formula/build.js';
import { mapFormula, substitute, type Formula } from '../formula/formula.js';
import type { UpdateLine } from '../optimisers/optimiser.js';
import { elementOf } from '../program/expression.js';
import type { Tensor } from '../program/program.js';
import { gradientOf, updateOf } from './reference.js';
import type { Setup } from './setup.js';

/** A number that an optimiser keeps from update to update. */
export interface Kept {
  /** `w5.v`, `W1.v[2,1]`; `step.k` for all parameters. */
  readonly name: string;
  /** What it starts from. */
  readonly text: string;
}

/** What an optimiser keeps, or works out, for a parameter: `w5.v`, `W1.v[2,1]`; `w` is the parameter itself. */
export const ownName = (parameter: string, own: string): string =>
  own === 'w' ? parameter : parameter.replace(/(?=\[)|$/, `.${own}`);

/** The parameter of what an optimiser keeps or works out: `w5` of `w5.v`. `undefined` for what all share. */
export function parameterOf(own: string): string | undefined {
  const parameter = own.replace(/\.\w+(?=\[|$)/, '');
  return own.startsWith('step.') ? undefined : parameter;
}

/** The same for what is worked out once in an update: `step.rate`. */
export const sharedName = (own: string): string => `step.${own}`;

/** The trained parameters, in the order in which they are given. */
export const parametersOf = ({ given, trained }: Setup): readonly string[] =>
  given.map((each) => each.name).filter((each) => trained.has(each));

/** Everything that the optimiser keeps, with what it starts from. */
export function stateOf(setup: Setup): readonly Kept[] {
  const { state, shared } = setup.optimiser;
  const kept = (each: string, usual: string): Kept => ({ name: each, text: setup.start?.[each] ?? usual });
  const own = Object.entries(state);
  return [
    ...Object.entries(shared).map(([each, usual]) => kept(sharedName(each), usual)),
    ...parametersOf(setup).flatMap((parameter) => own.map(([each, usual]) => kept(ownName(parameter, each), usual))),
  ];
}

/** With the vectors and matrices of what the optimiser keeps and works out beside those of the program. */
export function withOwnTensors(setup: Setup): Setup {
  const { optimiser, program } = setup;
  const own = new Set(optimiser.lines.filter(({ once }) => !once).map((line) => line.name));
  Object.keys(optimiser.state).forEach((each) => own.add(each));
  own.delete('w');
  if (own.size === 0 || !program.tensors) return setup;
  const tensors = new Map(program.tensors);
  for (const parameter of new Set([...setup.trained].map((each) => elementOf(each).tensor))) {
    const shape = program.tensors.get(parameter)?.shape;
    if (!shape) continue;
    for (const each of own) {
      const tensor: Tensor = { name: ownName(parameter, each), shape };
      tensors.set(tensor.name, tensor);
    }
  }
  return { ...setup, program: { ...program, tensors } };
}

/** What a name in an optimiser's line stands for at a parameter, scalar or whole. `undefined`: for itself. */
export function referenceFor(each: string, parameter: string, { state }: Setup['optimiser']): string | undefined {
  if (each === 'w') return parameter;
  if (each === 'g') return gradientOf(parameter);
  if (Object.hasOwn(state, each)) return ownName(parameter, each);
  if (!each.startsWith('update/') || each.startsWith('update/step.')) return undefined;
  return updateOf(ownName(parameter, each.slice('update/'.length)));
}

/** A line of the optimiser for one parameter. */
export const lineFor = (formula: Formula, parameter: string, optimiser: Setup['optimiser']): Formula =>
  substitute(formula, (each) => {
    const reference = referenceFor(each, parameter, optimiser);
    return reference === undefined ? undefined : name(reference);
  });

/** A line that runs once: a sum in it goes over all parameters. */
export function lineForAll(
  { formula }: UpdateLine,
  parameters: readonly string[],
  optimiser: Setup['optimiser'],
): Formula {
  return mapFormula(formula, (node) => {
    if (node.kind !== 'call' || node.op !== 'sum') return node;
    const terms = parameters.map((parameter) => lineFor(node.args[0]!, parameter, optimiser));
    return terms.length > 1 ? add(...terms) : (terms[0] ?? number(0));
  });
}
