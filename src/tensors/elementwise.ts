import { call } from '../formula/build.js';
import type { Formula } from '../formula/formula.js';
import { checkTerms } from './budget.js';
import { broadcast, broadcastIndex, capital, inWords, type Shape } from './shape.js';
import type { Surroundings, Value } from './surroundings.js';

/** An op applied element by element; what is smaller is repeated. */
export function elementwise(
  op: string,
  values: readonly Value[],
  around: Surroundings,
  arrange = (formulas: readonly Formula[]): readonly Formula[] => formulas,
): Value {
  const shape = values.reduce<Shape>((sofar, value) => {
    const both = broadcast(sofar, value.shape);
    return both ?? mismatch(op, sofar, value.shape, around);
  }, []);
  return {
    shape,
    at: (index) => {
      const formulas = arrange(values.map((value) => value.at(broadcastIndex(value.shape, index))));
      checkTerms(formulas.length, around.complaint);
      return call(op, ...formulas);
    },
  };
}

function mismatch(op: string, a: Shape, b: Shape, { complaint }: Surroundings): never {
  const verb: Readonly<Record<string, string>> = { add: 'adds', sub: 'subtracts', mul: 'multiplies', div: 'divides' };
  const [first, second] = [inWords(a), inWords(b)];
  return complaint.refuse(
    `${capital(complaint.where)} ${verb[op] ?? `applies \`${op}\` to`} ${first} and ${second}, and these do not fit together element by element: make their sizes equal, counted from the last.`,
  );
}
