import { add, call, name as nameOf, number, output } from '../formula/build.js';
import type { Formula } from '../formula/formula.js';
import { ops, vectorOps } from '../ops/index.js';
import { elementName, type Expression, type Index, type Reduction } from '../program/expression.js';
import { broadcast, broadcastIndex, indicesOf, inWords, type LineComplaint, type Shape } from './shape.js';

/** A tensor of formulas: its shape, and the formula of each element, made when it is asked for. */
export interface Value {
  readonly shape: Shape;
  readonly at: (index: readonly number[]) => Formula;
}

/** What an expression is worked out with: the shapes of names, the letters bound so far, the values of labels. */
export interface Surroundings {
  readonly complaint: LineComplaint;
  /** The shape of a name. Names that nothing gives are scalars. */
  readonly shapeOf: (name: string) => Shape;
  /** The whole number that a given label has. */
  readonly labelOf: (name: string) => number | undefined;
  /** Collects the labels that chose an element. */
  readonly used: Set<string>;
  /** The values of the letters, and of `...`. */
  readonly letters: ReadonlyMap<string, number>;
  readonly rest: readonly number[];
  /** How far each letter ranges. */
  readonly ranges: ReadonlyMap<string, number>;
}

const scalar = (formula: Formula): Value => ({ shape: [], at: () => formula });

/** An expression as a tensor of formulas over scalars. Shapes that do not fit are refused, both of them named. */
export function valueOf(expression: Expression, around: Surroundings): Value {
  switch (expression.kind) {
    case 'number':
      return scalar(expression);
    case 'name': {
      const shape = around.shapeOf(expression.name);
      return { shape, at: (index) => nameOf(elementName(expression.name, index)) };
    }
    case 'element':
      return scalar(nameOf(elementName(expression.name, indexOf(expression.name, expression.indices, around))));
    case 'reduction':
      return scalar(reduce(expression, around));
    case 'call':
      return applied(expression.op, expression.args, around);
  }
}

/** The index that a list of indices stands for. */
function indexOf(name: string, indices: readonly Index[], around: Surroundings): readonly number[] {
  const shape = around.shapeOf(name);
  const named = indices.filter(({ kind }) => kind !== 'rest').length;
  const hasRest = named < indices.length;
  if (hasRest ? named > shape.length : named !== shape.length) {
    around.complaint.refuse(
      `\`${name}\` is ${inWords(shape)} and has ${named} ${named === 1 ? 'index' : 'indices'} in ${around.complaint.where}: give it ${shape.length}.`,
      name,
    );
  }
  const rest = broadcastIndex(shape.slice(0, shape.length - named), around.rest);
  return indices.flatMap((each, i) => {
    if (each.kind === 'rest') return rest;
    const at = placeOf(each, around);
    const axis =
      hasRest && indices.findIndex(({ kind }) => kind === 'rest') < i ? shape.length - indices.length + i : i;
    if (at > shape[axis]!) outOfRange(name, each, at, shape[axis]!, around);
    return [at];
  });
}

function outOfRange(name: string, index: Index, at: number, size: number, { complaint, letters }: Surroundings): never {
  const label = index.kind === 'name' && !letters.has(index.name) ? index.name : undefined;
  const range = `\`${name}\` has ${size} there, so it goes from 1 to ${size}`;
  return label === undefined
    ? complaint.refuse(`${capital(complaint.where)} asks for number ${at} of \`${name}\`, but ${range}.`, name)
    : complaint.refuse(
        `The label \`${label}\` is ${at} in ${complaint.where}, but ${range}: labels count the classes from 1.`,
        label,
      );
}

/** The number an index stands for: itself, its letter's value, or what its label says. */
function placeOf(index: Exclude<Index, { kind: 'rest' }>, around: Surroundings): number {
  if (index.kind === 'at') return index.at;
  const { name, indices } = index;
  const letter = indices.length === 0 ? around.letters.get(name) : undefined;
  if (letter !== undefined) return letter;
  const label = elementName(name, indexOf(name, indices, around));
  around.used.add(label);
  const value = around.labelOf(label);
  if (value !== undefined) return value;
  return around.complaint.refuse(
    `\`${name}\` stands in brackets in ${around.complaint.where}, but it is neither a letter that the left side or a sum binds nor a given whole number from 1.`,
    name,
  );
}

function reduce({ op, of, over }: Reduction, around: Surroundings): Formula {
  const sizes = over.map(({ letter }) => around.ranges.get(letter)!);
  const terms: Formula[] = [];
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
      return scalar(number(sizeOf(args, around)));
    case 'delta': {
      const [a, b] = args.map((arg) => placeOf(asIndex(arg, around), around));
      return scalar(number(a === b ? 1 : 0));
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
  if (vectorOps.has(op)) return vectorOp(op, values, around);
  if (
    (op === 'sum' || op === 'mean' || op === 'max' || op === 'min') &&
    values.length === 1 &&
    values[0]!.shape.length
  ) {
    const [{ shape, at }] = values as [Value];
    return scalar(gathered(op, [...indicesOf(shape)].map(at)));
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

function elementwise(
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
    at: (index) => call(op, ...arrange(values.map((value) => value.at(broadcastIndex(value.shape, index))))),
  };
}

function mismatch(op: string, a: Shape, b: Shape, { complaint }: Surroundings): never {
  const verb: Readonly<Record<string, string>> = { add: 'adds', sub: 'subtracts', mul: 'multiplies', div: 'divides' };
  const [first, second] = [inWords(a), inWords(b)];
  return complaint.refuse(
    `${capital(complaint.where)} ${verb[op] ?? `applies \`${op}\` to`} ${first} and ${second}, and these do not fit together element by element: make their sizes equal, counted from the last.`,
  );
}

const capital = (text: string): string => text[0]!.toUpperCase() + text.slice(1);

/** A product in a row: numbers scale, two tensors are multiplied as matrices, from the left. */
function product(values: readonly Value[], around: Surroundings): Value {
  const tensors = values.filter(({ shape }) => shape.length > 0);
  if (tensors.length < 2) return elementwise('mul', values, around);
  const numbers = values.filter(({ shape }) => shape.length === 0);
  const whole = tensors.reduce((a, b) => matrixProduct(a, b, around));
  return numbers.length ? elementwise('mul', [...numbers, whole], around) : whole;
}

function matrixProduct(a: Value, b: Value, { complaint }: Surroundings): Value {
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

function transposed({ shape, at }: Value, { complaint }: Surroundings): Value {
  if (shape.length !== 2)
    complaint.refuse(
      `${capital(complaint.where)} transposes ${inWords(shape)}: only a matrix has rows and columns to change.`,
    );
  return { shape: [shape[1]!, shape[0]!], at: ([i, j]) => at([j!, i!]) };
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

function oneHot([label, classes]: readonly Expression[], around: Surroundings): Value {
  const count = classes?.kind === 'number' ? Number(classes.text) : NaN;
  if (label?.kind !== 'name' || !Number.isInteger(count) || count < 1)
    around.complaint.refuse('Write `oneHot(y, 3)`, with given labels and the number of classes.', 'oneHot');
  const shape = around.shapeOf(label.name);
  return {
    shape: [...shape, count],
    at: (index) => {
      const indices = index.slice(0, -1).map((at): Index => ({ kind: 'at', at }));
      const at = placeOf({ kind: 'name', name: label.name, indices }, { ...around, letters: new Map() });
      if (at > count)
        around.complaint.refuse(
          `The label \`${label.name}\` is ${at} in ${around.complaint.where}, and there are ${count} classes: labels go from 1 to ${count}.`,
          label.name,
        );
      return number(at === index.at(-1) ? 1 : 0);
    },
  };
}

function asIndex(expression: Expression, { complaint }: Surroundings): Exclude<Index, { kind: 'rest' }> {
  if (expression.kind === 'name') return { kind: 'name', name: expression.name, indices: [] };
  if (expression.kind === 'element') return { kind: 'name', name: expression.name, indices: expression.indices };
  if (expression.kind === 'number' && /^[1-9]\d*$/.test(expression.text))
    return { kind: 'at', at: Number(expression.text) };
  return complaint.refuse('`delta` compares two indices: write `delta(k, y)`.', 'delta');
}
