import { add, call, div, mul, name, pow, sub } from '../../src/formula/build.js';
import type { Formula } from '../../src/formula/formula.js';
import { sgd } from '../../src/optimisers/sgd.js';
import { programOf, type Given, type Line, type Role } from '../../src/program/program.js';
import type { Setup } from '../../src/trace/setup.js';
import { elementsOf, type Case, type CaseOp, type Tensors } from './case.js';

/** A case as a program of ours over scalars: `W1[2,1]`, `h[1,2]`, `L.per_output[1,1]`. */
export function setupOfCase({ inputs, targets, params, ops, loss, optimizer }: Case): Setup {
  if (optimizer.type !== 'sgd') throw new Error(`The adapter does not know the optimiser ${optimizer.type}.`);
  const scalars = new Map<string, readonly string[]>();
  const given: Given[] = [...givenOf(inputs, 'input'), ...givenOf(targets, 'target'), ...givenOf(params, 'parameter')];
  for (const [tensor, value] of Object.entries({ ...inputs, ...targets, ...params })) {
    scalars.set(
      tensor,
      elementsOf(value).map(([index]) => index),
    );
  }
  const lines: Line[] = [];
  for (const op of ops) {
    const made = linesOf(op, (tensor) => scalars.get(tensor)!);
    for (const [line, formula] of made) lines.push({ name: line, formula, text: line, line: lines.length + 1 });
    const own = made.map(([line]) => line).filter((line) => line.startsWith(`${op.out}[`) || line === op.out);
    scalars.set(
      op.out,
      own.map((line) => line.slice(op.out.length)),
    );
  }
  const frozen = new Set(optimizer.frozen);
  return {
    program: programOf(lines),
    loss,
    given: [...given, { name: 'rate', text: optimizer.lr, role: 'constant' }],
    trained: new Set(
      Object.entries(params).flatMap(([tensor, value]) =>
        frozen.has(tensor) ? [] : elementsOf(value).map(([index]) => tensor + index),
      ),
    ),
    optimiser: sgd,
    updateOrder: 'old',
  };
}

const givenOf = (tensors: Tensors, role: Role): Given[] =>
  Object.entries(tensors).flatMap(([tensor, value]) =>
    elementsOf(value).map(([index, text]) => ({ name: tensor + index, text, role })),
  );

type NewLine = readonly [name: string, formula: Formula];

function linesOf({ out, op, in: names, attrs }: CaseOp, indicesOf: (tensor: string) => readonly string[]): NewLine[] {
  const [x = '', second = '', third = ''] = names;
  switch (op) {
    case 'sigmoid':
      return indicesOf(x).map((index) => [out + index, call('sigmoid', name(x + index))]);
    case 'linear':
      return linear(out, { x, weights: second, bias: third }, indicesOf);
    case 'half_sse': {
      if (attrs?.['reduction'] !== 'sum') break;
      const terms = indicesOf(x).map((index): NewLine => {
        return [`${out}.per_output${index}`, div(pow(sub(name(second + index), name(x + index)), 2), 2)];
      });
      return [...terms, [out, add(...terms.map(([term]) => name(term)))]];
    }
  }
  throw new Error(`The adapter does not know the op ${op} ${JSON.stringify(attrs ?? {})}.`);
}

function linear(
  out: string,
  { x, weights, bias }: Readonly<Record<'x' | 'weights' | 'bias', string>>,
  indicesOf: (tensor: string) => readonly string[],
): NewLine[] {
  const [samples, inputs] = axesOf(indicesOf(x));
  const [outputs] = axesOf(indicesOf(weights));
  const shared = indicesOf(bias).length === 1;
  return samples!.flatMap((sample) =>
    outputs!.map((output): NewLine => {
      const products = inputs!.map((input) =>
        mul(name(`${weights}[${output},${input}]`), name(`${x}[${sample},${input}]`)),
      );
      return [`${out}[${sample},${output}]`, add(...products, name(`${bias}[${shared ? '1' : output}]`))];
    }),
  );
}

/** The indices that occur on each axis, in order. */
function axesOf(indices: readonly string[]): readonly (readonly string[])[] {
  const rows = indices.map((index) => index.slice(1, -1).split(','));
  return rows[0]!.map((_, axis) => [...new Set(rows.map((row) => row[axis]!))]);
}
