import type { Op } from '../ops/op.js';
import { NoValue, type NumberSystem, type Rational } from './number-system.js';
import { fraction } from './fraction.js';
import { one, rational, zero } from './rational.js';

/**
 * A sum of products of irrational numbers, with exact coefficients: 3/2·e₁·s₂⁻¹ − e₁. What the irrational numbers
 * are is not looked at, only which ones are the same, so a sum that cancels is exactly 0 whatever they are. `null`:
 * too long to keep.
 */
export type Polynomial = ReadonlyMap<Monomial, Rational> | null;

/** A product of irrational numbers, each with its exponent: `4^1 7^-2`. The empty one is 1. */
type Monomial = string;

const mostTerms = 4000;

/**
 * A number system that knows when something is exactly 0: the gradient of a bias before a batch norm, of a shift
 * before a softmax. Irrational results are named after what they are the results of.
 */
export class Polynomials implements NumberSystem<Polynomial> {
  readonly name = 'polynomial';
  readonly #irrational = new Map<string, number>();

  read(text: string): Polynomial {
    const value = fraction.read(text);
    return value ? constant(value) : this.named(text);
  }

  /** A number about which nothing is known but that it is itself: a parameter after some updates. */
  named(name: string): Polynomial {
    const known = this.#irrational.get(name) ?? this.#irrational.size;
    this.#irrational.set(name, known);
    return new Map([[`${known}^1`, one]]);
  }

  apply(op: Op, inputs: readonly Polynomial[]): Polynomial | undefined {
    if (op.forward && !op.float64) return undefined;
    const arithmetic = this.#arithmetic(op.name, inputs);
    if (arithmetic !== undefined) return arithmetic;
    const values = inputs.map(constantIn);
    if (values.every((value) => value !== undefined)) {
      const exact = op.forward && !op.fraction ? null : fraction.apply(op, values);
      if (exact) return constant(exact);
    }
    return inputs.includes(null) ? null : this.named(`${op.name}(${inputs.map(write).join(', ')})`);
  }

  #arithmetic(op: string, inputs: readonly Polynomial[]): Polynomial | undefined {
    const [a = null, b = null] = inputs;
    switch (op) {
      case 'add':
        return inputs.reduce((sum, each) => plus(sum, each, one), nothing);
      case 'sub':
        return plus(a, b, rational(-1n));
      case 'neg':
        return plus(nothing, a, rational(-1n));
      case 'mul':
        return inputs.some((each) => each?.size === 0) ? nothing : inputs.reduce(times, constant(one));
      case 'div':
        if (b?.size === 0) throw new NoValue('A division by 0 has no value.');
        return a?.size === 0 ? nothing : times(a, this.#inverse(b));
      case 'pow': {
        const exponent = constantIn(b);
        if (exponent?.d !== 1n || exponent.n > 8n || !a) return undefined;
        const power = Array.from({ length: Number(exponent.n) }, () => a).reduce<Polynomial>(times, constant(one));
        return exponent.s < 0n ? this.#inverse(power) : power;
      }
    }
    return undefined;
  }

  #inverse(value: Polynomial): Polynomial {
    if (!value) return null;
    const [only, ...others] = value;
    if (only && others.length === 0) return new Map([[inverted(only[0]), one.div(only[1])]]);
    return this.named(`1/(${write(value)})`);
  }
}

const nothing: Polynomial = new Map<Monomial, Rational>();
const constant = (value: Rational): Polynomial => (value.n === 0n ? nothing : new Map([['', value]]));

/** The rational number that a polynomial is; nothing where it is none. */
function constantIn(value: Polynomial): Rational | undefined {
  if (!value) return undefined;
  if (value.size === 0) return zero;
  return value.size === 1 ? value.get('') : undefined;
}

/** a + factor · b */
function plus(a: Polynomial, b: Polynomial, factor: Rational): Polynomial {
  if (!a || !b) return null;
  const sum = new Map(a);
  for (const [monomial, coefficient] of b) {
    const total = coefficient.mul(factor).add(sum.get(monomial) ?? zero);
    if (total.n === 0n) sum.delete(monomial);
    else sum.set(monomial, total);
  }
  return sum.size > mostTerms ? null : sum;
}

function times(a: Polynomial, b: Polynomial): Polynomial {
  if (!a || !b || a.size * b.size > mostTerms) return null;
  let product: Polynomial = nothing;
  for (const [x, p] of a) {
    const row = new Map([...b].map(([y, q]) => [joined(x, y), p.mul(q)]));
    product = plus(product, row, one);
  }
  return product;
}

const factorsOf = (monomial: Monomial): [number, number][] =>
  monomial ? monomial.split(' ').map((factor) => factor.split('^').map(Number) as [number, number]) : [];

const written = (factors: Iterable<readonly [number, number]>): Monomial =>
  [...factors]
    .filter(([, exponent]) => exponent !== 0)
    .sort(([a], [b]) => a - b)
    .map((factor) => factor.join('^'))
    .join(' ');

const inverted = (monomial: Monomial): Monomial =>
  written(factorsOf(monomial).map(([irrational, exponent]) => [irrational, -exponent] as const));

function joined(a: Monomial, b: Monomial): Monomial {
  if (!a || !b) return a || b;
  const exponents = new Map(factorsOf(a));
  for (const [irrational, exponent] of factorsOf(b))
    exponents.set(irrational, (exponents.get(irrational) ?? 0) + exponent);
  return written(exponents);
}

/** The same polynomial is always written the same. */
const write = (value: Polynomial): string =>
  [...value!]
    .map(([monomial, { s, n, d }]) => `${s * n}/${d} ${monomial}`)
    .sort()
    .join(' + ');
