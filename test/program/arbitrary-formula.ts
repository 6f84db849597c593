import fc from 'fast-check';
import { call, name, number } from '../../src/formula/build.js';
import type { Formula } from '../../src/formula/formula.js';

const leaf = fc.oneof(
  fc.constantFrom('x', 'w5', 'net_h1', 'e', '_a', 'in', 'to').map(name),
  fc.constantFrom('0', '2', '0.10', '.5', '2.1e-48', '1E3').map(number),
  fc.constant(call('pi')),
);

/** Random formulas, all of them as the reader gives them. */
export const arbitraryFormula: fc.Arbitrary<Formula> = fc.letrec<{ formula: Formula }>((tie) => ({
  formula: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc
      .array(tie('formula'), { minLength: 2, maxLength: 3 })
      .chain((args) => fc.constantFrom('add', 'mul').map((op) => sumOf(op, args))),
    fc
      .tuple(tie('formula'), tie('formula'))
      .chain((args) => fc.constantFrom('sub', 'div', 'pow', 'max').map((op) => call(op, ...args))),
    tie('formula').chain((arg) => fc.constantFrom('neg', 'sigmoid', 'exp', 'log').map((op) => call(op, arg))),
    fc.array(tie('formula'), { minLength: 1, maxLength: 3 }).map((args) => call('mean', ...args)),
  ),
})).formula;

const sumOf = (op: string, args: readonly Formula[]): Formula => call(op, ...args);
