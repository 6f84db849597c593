import { build, namesIn, opNamed, ops, type Formula, type Op } from '../../../src/index.js';
import type { PythonFunction } from './functions.js';

/** A library to compute with. */
export interface Dialect {
  readonly functions: Readonly<Record<string, PythonFunction>>;
  /** A number without names in it as what the library's functions take. */
  readonly constant: (text: string) => string;
  /** An op's definition as it is to be written, where the library would differentiate it by another convention. */
  readonly definition?: (op: Op, formula: Formula) => Formula;
}

/** Writes formulas, and collects the functions that have to be defined for them. */
export interface FormulaWriter {
  readonly write: (formula: Formula, nameOf: (ref: string) => string) => string;
  /** The definitions that what has been written so far needs, in an order in which they can stand. */
  readonly definitions: () => readonly string[];
}

const [sum, product, prefix, power, atom] = [1, 2, 3, 4, 5] as const;
const strengths: Readonly<Record<string, number>> = {
  add: sum,
  sub: sum,
  mul: product,
  div: product,
  neg: prefix,
  pow: power,
};

/** The name that a function of ours has in a Python file: `leakyRelu` is leaky_relu. */
const functionName = (op: string): string => op.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** What functions may be called in a file, so that no variable is. */
export const functionNames = (dialect: Dialect): readonly string[] =>
  [...ops.keys(), ...Object.keys(dialect.functions)].map(functionName);

/** Formulas in Python: signs as they are, functions by the library's names, every other op from its own definition. */
export function formulaWriter(dialect: Dialect): FormulaWriter {
  const definitions = new Map<string, string>();
  const definitionOf = (op: Op): ((...inputs: readonly Formula[]) => Formula) => op.stable?.forward ?? op.forward!;

  const write = (formula: Formula, nameOf: (ref: string) => string): string => writePiece(formula, nameOf).text;

  function writePiece(formula: Formula, nameOf: (ref: string) => string): Piece {
    const inner = (each: Formula): Piece => writePiece(each, nameOf);
    if (formula.kind === 'name') return { text: nameOf(formula.name), strength: atom };
    if (formula.kind === 'number') return literal(formula.text);
    if (formula.kind === 'derivative') throw new Error('A derivative is worked out before it is written.');
    const { op, args } = formula;
    const strength = strengths[op];
    if (strength !== undefined) return withSigns(op, strength, args.map(inner));
    const own = dialect.functions[op];
    if (own) {
      if (own.define !== undefined) definitions.set(op, own.define);
      return called(
        own.call(
          args.map((arg) => argument(arg, inner)),
          formula.at ?? 0,
        ),
      );
    }
    const described = opNamed(op, formula.at);
    // A list may have any length, so there is no one function of it.
    if (described.inputs === 'list') return inner(definitionOf(described)(...args));
    define(described, described.inputs);
    return called(`${functionName(op)}(${args.map((arg) => argument(arg, inner)).join(', ')})`);
  }

  const argument = (arg: Formula, inner: (each: Formula) => Piece): string =>
    namesIn(arg).length ? inner(arg).text : dialect.constant(inner(arg).text);

  function define(op: Op, inputs: readonly string[]): void {
    if (definitions.has(op.name)) return;
    const plain = definitionOf(op)(...inputs.map((input) => build.name(input)));
    const body = write(dialect.definition?.(op, plain) ?? plain, (name) => name);
    definitions.set(op.name, `def ${functionName(op.name)}(${inputs.join(', ')}):\n    return ${body}`);
  }

  return { write, definitions: () => [...definitions.values()] };
}

interface Piece {
  readonly text: string;
  readonly strength: number;
}

/** What a call is written as may be an expression itself. */
const called = (text: string): Piece => ({ text, strength: text.startsWith('-') ? prefix : atom });

/** Python refuses 007, and knows 1e-5 as we do. */
function literal(text: string): Piece {
  const plain = text.replace(/^(-?)0+(?=\d)/, '$1');
  return { text: plain, strength: plain.startsWith('-') ? prefix : atom };
}

function withSigns(op: string, own: number, args: readonly Piece[]): Piece {
  const [first, second] = args as readonly [Piece, Piece];
  const texts = {
    add: () => args.map((arg, i) => at(arg, i ? own + 1 : own, i > 0)).join(' + '),
    mul: () => args.map((arg, i) => at(arg, i ? own + 1 : own, true)).join(' * '),
    sub: () => `${at(first, sum)} - ${at(second, product, true)}`,
    div: () => `${at(first, product, true)} / ${at(second, power)}`,
    pow: () => `${at(first, atom)} ** ${at(second, atom)}`,
    neg: () => `-${at(first, power)}`,
  };
  if (args.length === 1 && op !== 'neg') return first;
  return { text: texts[op as keyof typeof texts](), strength: own };
}

/** A piece in parentheses if it binds more loosely than `needed`, or begins with a minus where that would be hard to read. */
const at = ({ text, strength }: Piece, needed: number, afterSign = false): string =>
  strength < needed || (afterSign && strength === prefix) ? `(${text})` : text;
