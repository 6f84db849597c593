/** Constructors, so that ops and optimisers can state their formulas as short expressions. */
import type { Call, Formula, Name, NumberLiteral } from './formula.js';

/** Anything a constructor takes for a formula: a formula, or a plain number literal. */
export type Operand = Formula | number;

/** A number literal. Text is kept as given. */
export const number = (text: string | number): NumberLiteral => ({ kind: 'number', text: String(text) });
/** A named scalar. */
export const name = (text: string): Name => ({ kind: 'name', name: text });
/** An op applied to its inputs. */
export const call = (op: string, ...args: readonly Operand[]): Call => ({
  kind: 'call',
  op,
  args: args.map((arg) => (typeof arg === 'number' ? (arg < 0 ? neg(-arg) : number(arg)) : arg)),
});

/** One output, counted from 1, of an op that gives a vector: `output('softmax', 2, z1, z2, z3)`. */
export const output = (op: string, at: number, ...args: readonly Operand[]): Call => ({ ...call(op, ...args), at });

/** The usual ops as functions: `mul(y, sub(1, y))`. */
export const add = (...args: readonly Operand[]): Call => call('add', ...args);
export const sub = (a: Operand, b: Operand): Call => call('sub', a, b);
export const mul = (...args: readonly Operand[]): Call => call('mul', ...args);
export const div = (a: Operand, b: Operand): Call => call('div', a, b);
export const neg = (a: Operand): Call => call('neg', a);
export const pow = (a: Operand, b: Operand): Call => call('pow', a, b);
export const sqrt = (a: Operand): Call => call('sqrt', a);
export const exp = (a: Operand): Call => call('exp', a);
export const log = (a: Operand): Call => call('log', a);
export const log1p = (a: Operand): Call => call('log1p', a);
export const abs = (a: Operand): Call => call('abs', a);
export const sign = (a: Operand): Call => call('sign', a);
export const max = (...args: readonly Operand[]): Call => call('max', ...args);
export const min = (...args: readonly Operand[]): Call => call('min', ...args);
/** 1 where the input is positive, otherwise 0 (so step(0) = 0). */
export const step = (a: Operand): Call => call('step', a);
/** 1 where a is above all the others, 0 where it is below one of them, an even share at a tie: ½ for two. */
export const larger = (a: Operand, ...others: readonly Operand[]): Call => call('larger', a, ...others);
/** 1 where a is below all the others, 0 where it is above one of them, an even share at a tie. */
export const smaller = (a: Operand, ...others: readonly Operand[]): Call => call('smaller', a, ...others);
