import { add, div, mul, neg, number, sub } from '../formula/build.js';
import { mapFormula, type Call, type Formula } from '../formula/formula.js';
import type { Rational } from '../numbers/number-system.js';
import { fraction } from '../numbers/fraction.js';

/** The rewrites, by the name under which an opened line announces them. */
export type RewriteName = 'zero' | 'one' | 'fold' | 'sign' | 'flatten';

/**
 * Bring a derivative into the textbook's form, with a fixed short list of rewrites:
 * units 0 and 1, exact constants, x¹, products in one row, −(a − b) = b − a.
 * Nothing is ever expanded or factored. Returns the same object where nothing applies.
 */
export function simplify(formula: Formula, used?: Set<RewriteName>): Formula {
  let current = formula;
  for (;;) {
    const next = rewriteOnce(current, used);
    if (next === current) return current;
    current = next;
  }
}

/** One bottom-up pass of the rewrites. `used` collects which of them applied. */
export function rewriteOnce(formula: Formula, used?: Set<RewriteName>): Formula {
  return mapFormula(formula, (node) => {
    if (node.kind !== 'call') return node;
    for (const [rewrite, apply] of rewrites) {
      const result = apply(node.op, node.args);
      if (result) {
        used?.add(rewrite);
        return result;
      }
    }
    return node;
  });
}

type Rewrite = (op: string, args: readonly Formula[]) => Formula | undefined;

const zero: Rewrite = (op, args) => {
  const [a, b] = args as readonly [Formula, Formula];
  if (op === 'mul' && args.some(isZero)) return number(0);
  if (op === 'div' && isZero(a) && !isZero(b)) return number(0);
  if (op === 'add' && args.some(isZero)) return sum(args.filter((arg) => !isZero(arg)));
  if (op === 'sub' && isZero(b)) return a;
  if (op === 'sub' && isZero(a)) return neg(b);
  if (op === 'neg' && isZero(a)) return number(0);
  return undefined;
};

const one: Rewrite = (op, args) => {
  const [a, b] = args as readonly [Formula, Formula];
  if (op === 'mul' && args.some(isOne)) return product(args.filter((arg) => !isOne(arg)));
  if ((op === 'div' || op === 'pow') && isOne(b)) return a;
  if (op === 'pow' && isZero(b)) return number(1);
  return undefined;
};

const flatten: Rewrite = (op, args) => {
  if (op !== 'mul' || !args.some((arg) => isCall(arg, 'mul'))) return undefined;
  return product(args.flatMap((arg) => (isCall(arg, 'mul') ? arg.args : [arg])));
};

/** A minus sign moves to the front of a product and into a difference; two cancel. */
const sign: Rewrite = (op, args) => {
  const [a, b] = args as readonly [Formula, Formula];
  if (op === 'mul' && args.some((arg) => isCall(arg, 'neg'))) {
    const signs = args.filter((arg) => isCall(arg, 'neg')).length;
    const positive = product(args.map((arg) => (isCall(arg, 'neg') ? arg.args[0]! : arg)));
    return signs % 2 ? neg(positive) : positive;
  }
  if (op === 'neg') {
    if (isCall(a, 'neg')) return a.args[0];
    if (isCall(a, 'sub')) return sub(a.args[1]!, a.args[0]!);
    if (isCall(a, 'mul')) {
      const at = a.args.findIndex((arg) => isCall(arg, 'sub'));
      if (at >= 0) return product(a.args.map((arg, i) => (i === at ? neg(arg) : arg)).map(flip));
    }
  }
  if (op === 'sub' && isCall(b, 'neg')) return add(a, b.args[0]!);
  return undefined;
};

/** Constants are worked out exactly: ½ · 2 = 1, 2 − 1 = 1. */
const fold: Rewrite = (op, args) => {
  if (op === 'mul') {
    const constants = args.filter((arg) => constantOf(arg));
    if (constants.length < 2) return undefined;
    const value = constants.map((arg) => constantOf(arg)!).reduce((a, b) => a.mul(b));
    return product([write(value, constants), ...args.filter((arg) => !constantOf(arg))]);
  }
  if (op !== 'add' && op !== 'sub') return undefined;
  const values = args.map(constantOf);
  if (!values.every((value) => value !== undefined)) return undefined;
  return write(
    values.reduce((a, b) => (op === 'add' ? a.add(b) : a.sub(b))),
    args,
  );
};

const rewrites: readonly (readonly [RewriteName, Rewrite])[] = [
  ['zero', zero],
  ['one', one],
  ['flatten', flatten],
  ['fold', fold],
  ['sign', sign],
];

const isCall = <Name extends string>(formula: Formula, op: Name): formula is Call & { readonly op: Name } =>
  formula.kind === 'call' && formula.op === op;
const flip = (arg: Formula): Formula =>
  isCall(arg, 'neg') && isCall(arg.args[0]!, 'sub') ? sub(arg.args[0].args[1]!, arg.args[0].args[0]!) : arg;

const literals = new Map<string, Rational | undefined>();

/** The exact value of a constant: a literal, its negative, or a quotient of literals. */
export function constantOf(formula: Formula): Rational | undefined {
  if (formula.kind === 'number') {
    if (!literals.has(formula.text)) literals.set(formula.text, fraction.read(formula.text) ?? undefined);
    return literals.get(formula.text);
  }
  if (isCall(formula, 'neg')) return constantOf(formula.args[0]!)?.neg();
  if (!isCall(formula, 'div')) return undefined;
  const [top, bottom] = formula.args.map(constantOf);
  return top && bottom && bottom.n !== 0n ? top.div(bottom) : undefined;
}

/** Whether the formula is the constant 0. */
export const isZero = (formula: Formula): boolean => constantOf(formula)?.n === 0n;
/** Whether the formula is the constant 1. */
export const isOne = (formula: Formula): boolean => constantOf(formula)?.compare(1) === 0;

const sum = (terms: readonly Formula[]): Formula =>
  terms.length === 0 ? number(0) : terms.length === 1 ? terms[0]! : add(...terms);
const product = (factors: readonly Formula[]): Formula =>
  factors.length === 0 ? number(1) : factors.length === 1 ? factors[0]! : mul(...factors);

/** Written as a decimal where the constants it came from were, otherwise as a fraction. */
function write(value: Rational, from: readonly Formula[]): Formula {
  const decimals = from.some((part) => part.kind === 'number' && part.text.includes('.'));
  const size = value.abs();
  const positive = size.d === 1n ? number(size.n.toString()) : (decimals && decimal(size)) || quotient(size);
  return value.s < 0n ? neg(positive) : positive;
}

const quotient = (value: Rational): Formula => div(number(value.n.toString()), number(value.d.toString()));

function decimal(value: Rational): Formula | undefined {
  for (let places = 1, scale = 10n; places <= 15; places++, scale *= 10n) {
    if ((value.n * scale) % value.d !== 0n) continue;
    const digits = ((value.n * scale) / value.d).toString().padStart(places + 1, '0');
    return number(`${digits.slice(0, -places)}.${digits.slice(-places)}`);
  }
  return undefined;
}
