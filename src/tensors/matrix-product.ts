import { add, call } from '../formula/build.js';
import { checkTerms } from './budget.js';
import { capital, inWords } from './shape.js';
import type { Surroundings, Value } from './surroundings.js';

/** The product of two matrices; a vector is a column on the right and a row on the left. */
export function matrixProduct(a: Value, b: Value, { complaint }: Surroundings): Value {
  const [left, right] = [a.shape, b.shape];
  const words = `${inWords(left)} by ${inWords(right)}`;
  if (left.length > 2 || right.length > 2)
    complaint.refuse(
      `${capital(complaint.where)} multiplies ${words}: \`*\` takes matrices and vectors; write sums with indices instead.`,
    );
  if (left.length === 1 && right.length === 1)
    complaint.refuse(
      `${capital(complaint.where)} multiplies ${words}: write \`.*\` for the product element by element, or \`sum(a .* b)\` for the sum of products.`,
    );
  const inner = left.at(-1)!;
  if (inner !== right[0]) {
    const flip = left.length === 2 && left[0] === right[0] ? ' A `transpose(…)` round the first may be missing.' : '';
    const flop = right.length === 2 && right[1] === inner ? ' A `transpose(…)` round the second may be missing.' : '';
    complaint.refuse(
      `${capital(complaint.where)} multiplies ${words}: a row of the first has ${inner} numbers, a column of the second ${right[0]}, and they must have as many.${flop || flip}`,
    );
  }
  checkTerms(inner, complaint);
  const shape = [...left.slice(0, -1), ...right.slice(1)];
  return {
    shape,
    at: (index) => {
      const row = index.slice(0, left.length - 1);
      const column = index.slice(left.length - 1);
      const terms = Array.from({ length: inner }, (_, k) =>
        call('mul', a.at([...row, k + 1]), b.at([k + 1, ...column])),
      );
      return terms.length === 1 ? terms[0]! : add(...terms);
    },
  };
}

/** A matrix with its rows as columns. */
export function transposed({ shape, at }: Value, { complaint }: Surroundings): Value {
  if (shape.length !== 2)
    complaint.refuse(
      `${capital(complaint.where)} transposes ${inWords(shape)}: only a matrix has rows and columns to change.`,
    );
  return { shape: [shape[1]!, shape[0]!], at: ([i, j]) => at([j!, i!]) };
}
