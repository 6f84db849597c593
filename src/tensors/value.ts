import { add, call, name as nameOf, number, output } from '../formula/build.js';
import type { Formula } from '../formula/formula.js';
import { ops, vectorOps } from '../ops/index.js';
import { elementName, type Element, type Expression, type Reduction } from '../program/expression.js';
import { checkTerms } from './budget.js';
import { elementwise } from './elementwise.js';
import { asIndex, indexOf, placeOf } from './index-of.js';
import { matrixProduct, transposed } from './matrix-product.js';
import { oneHot } from './one-hot.js';
import { capital, indicesOf, inWords } from './shape.js';
import type { Surroundings, Value } from './surroundings.js';
import { windowFunctions } from './windows.js';

/** A single number. It is made once, and counts as often as it is written out. */
function scalar(make: () => Formula, { budget, complaint }: Surroundings): Value {
  let formula: Formula | undefined;
  let terms = 0;
  const at = (): Formula => {
    if (formula) {
      budget.spend(terms, complaint);
      return formula;
    }
    const before = budget.spent;
    formula = make();
    terms = budget.spent - before;
    return formula;
  };
  return { shape: [], at };
}

/** A name or a number: what counts. */
function leaf(formula: Formula, { budget, complaint }: Surroundings): Formula {
  budget.spend(1, complaint);
  return formula;
}

/** An expression as a tensor of formulas over scalars. Shapes that do not fit are refused, both of them named. */
export function valueOf(expression: Expression, around: Surroundings): Value {
  switch (expression.kind) {
    case 'number':
      return scalar(() => leaf(expression, around), around);
    case 'name': {
      const shape = around.shapeOf(expression.name);
      return { shape, at: (index) => leaf(nameOf(elementName(expression.name, index)), around) };
    }
    case 'element': {
      const step = stepOf(expression, around);
      if (step) return valueOf(step, around);
      const name = nameOf(elementName(expression.name, indexOf(expression.name, expression.indices, around)));
      return scalar(() => leaf(name, around), around);
    }
    case 'reduction':
      return scalar(() => reduce(expression, around), around);
    case 'call':
      return applied(expression.op, expression.args, around);
  }
}

/** `h[3]` or `h[T]` of a sequence of vectors is the vector at that time step. */
function stepOf({ name, indices: [first, ...rest] }: Element, around: Surroundings): Expression | undefined {
  if (!around.isSequence(name) || !first || first.kind === 'rest') return undefined;
  if (rest.length + 1 >= around.shapeOf(name).length) return undefined;
  const time = placeOf(first, around);
  const steps = around.shapeOf(name)[0]!;
  if (time > steps)
    around.complaint.refuse(
      `${capital(around.complaint.where)} asks for time step ${time} of \`${name}\`, which has ${steps}.`,
      name,
    );
  const step = `${name}[${time}]`;
  return rest.length ? { kind: 'element', name: step, indices: rest } : { kind: 'name', name: step };
}

function reduce({ op, of, over }: Reduction, around: Surroundings): Formula {
  const sizes = over.map(({ letter }) => around.ranges.get(letter)!);
  const terms: Formula[] = [];
  checkTerms(
    sizes.reduce((a, b) => a * b, 1),
    around.complaint,
  );
  for (const index of indicesOf(sizes)) {
    const skipped = over.some(
      ({ except }, i) => except && except.kind !== 'rest' && placeOf(except, around) === index[i],
    );
    if (skipped) continue;
    const letters = new Map([...around.letters, ...over.map(({ letter }, i) => [letter, index[i]!] as const)]);
    terms.push(scalarIn(of, { ...around, letters }));
  }
  return gathered(op, terms);
}

/** The value of an expression that must be a single number. */
export function scalarIn(expression: Expression, around: Surroundings): Formula {
  const { shape, at } = valueOf(expression, around);
  if (shape.length === 0) return at([]);
  const whole = wholeTensorIn(expression, around) ?? 'the formula';
  const fix = `give it ${around.shapeOf(whole).length > 1 ? 'indices' : 'an index'}`;
  return around.complaint.refuse(
    `\`${whole}\` is ${inWords(around.shapeOf(whole))} in ${around.complaint.where}, where a single number is needed: ${fix}.`,
    whole,
  );
}

/** The first name in an expression that stands for a whole tensor. */
function wholeTensorIn(expression: Expression, around: Surroundings): string | undefined {
  if (expression.kind === 'name') return around.shapeOf(expression.name).length > 0 ? expression.name : undefined;
  if (expression.kind === 'reduction') return wholeTensorIn(expression.of, around);
  if (expression.kind !== 'call') return undefined;
  return expression.args.map((arg) => wholeTensorIn(arg, around)).find((name) => name !== undefined);
}

/** Many numbers made one. A sum or mean of one is itself. */
function gathered(op: Reduction['op'], terms: readonly Formula[]): Formula {
  if (terms.length === 0) return number(0);
  if (terms.length === 1) return terms[0]!;
  return op === 'sum' ? add(...terms) : call(op, ...terms);
}

function applied(op: string, args: readonly Expression[], around: Surroundings): Value {
  switch (op) {
    case 'size':
      return scalar(() => leaf(number(sizeOf(args, around)), around), around);
    case 'delta': {
      const [a, b] = args.map((arg) => placeOf(asIndex(arg, around), around));
      return scalar(() => leaf(number(a === b ? 1 : 0), around), around);
    }
    case 'oneHot':
      return oneHot(args, around);
    case 'transpose':
      return transposed(valueOf(args[0]!, around), around);
    case 'mul':
      return product(
        args.map((arg) => valueOf(arg, around)),
        around,
      );
    case 'times':
      return elementwise(
        'mul',
        args.map((arg) => valueOf(arg, around)),
        around,
      );
  }
  const values = args.map((arg) => valueOf(arg, around));
  if (Object.hasOwn(windowFunctions, op)) return windowFunctions[op]!(values, args, around);
  if (vectorOps.has(op)) return vectorOp(op, values, around);
  if (
    (op === 'sum' || op === 'mean' || op === 'max' || op === 'min') &&
    values.length === 1 &&
    values[0]!.shape.length
  ) {
    const [{ shape, at }] = values as [Value];
    checkTerms(
      shape.reduce((a, b) => a * b, 1),
      around.complaint,
    );
    return scalar(() => gathered(op, [...indicesOf(shape)].map(at)), around);
  }
  if (!ops.has(op)) around.complaint.refuse(`\`${op}\` can't stand inside a formula: give it a line of its own.`, op);
  if (op === 'add') return elementwise(op, values, around, (formulas) => inOneRow(formulas, args));
  return elementwise(op, values, around);
}

/** `W*x + b` is one sum: what a matrix product or a sum adds up stands in one row with the rest. */
const inOneRow = (formulas: readonly Formula[], from: readonly Expression[]): readonly Formula[] =>
  formulas.flatMap((formula, i) => {
    const source = from[i]!;
    const isSum = source.kind === 'reduction' || (source.kind === 'call' && ['mul', 'sum'].includes(source.op));
    return isSum && formula.kind === 'call' && formula.op === 'add' ? formula.args : [formula];
  });

/** A product in a row: numbers scale, two tensors are multiplied as matrices, from the left. */
function product(values: readonly Value[], around: Surroundings): Value {
  const tensors = values.filter(({ shape }) => shape.length > 0);
  if (tensors.length < 2) return elementwise('mul', values, around);
  const numbers = values.filter(({ shape }) => shape.length === 0);
  const whole = tensors.reduce((a, b) => matrixProduct(a, b, around));
  return numbers.length ? elementwise('mul', [...numbers, whole], around) : whole;
}

function vectorOp(op: string, values: readonly Value[], { complaint }: Surroundings): Value {
  const [value] = values;
  if (values.length !== 1 || !value?.shape.length) {
    return complaint.refuse(
      `\`${op}\` takes one vector (or the rows of a matrix) in ${complaint.where}: write \`${op}(z)\`, with z a vector.`,
      op,
    );
  }
  const { shape, at } = value;
  const length = shape.at(-1)!;
  checkTerms(length, complaint);
  return {
    shape,
    at: (index) => {
      const before = index.slice(0, -1);
      const list = Array.from({ length }, (_, k) => at([...before, k + 1]));
      return output(op, index.at(-1)!, ...list);
    },
  };
}

function sizeOf([of, axis]: readonly Expression[], around: Surroundings): number {
  const shape = of!.kind === 'element' ? around.shapeOf(of!.name) : valueOf(of!, around).shape;
  if (!axis) return shape.reduce((a, b) => a * b, 1);
  const range = axis.kind === 'name' ? around.ranges.get(axis.name) : undefined;
  const size = range ?? (axis.kind === 'number' ? shape[Number(axis.text) - 1] : undefined);
  if (size !== undefined) return size;
  return around.complaint.refuse(
    `\`size\` is asked for an axis that ${inWords(shape)} does not have in ${around.complaint.where}: axes count from 1.`,
    'size',
  );
}
