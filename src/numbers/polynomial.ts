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
/** Terms looked at in all, of everything that is worked out together. Beyond it nothing more is kept. */
const mostWork = 50_000;

/**
 * A number system that knows when something is exactly 0: the gradient of a bias before a batch norm, of a shift
 * before a softmax. Irrational results are named after what they are the results of.
 */
export class Polynomials implements NumberSystem<Polynomial> {
  readonly name = 'polynomial';
  readonly #irrational = new Map<string, number>();
  #work = 0;

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
    this.#work += workOf(op.name, inputs);
    if (this.#work > mostWork) return null;
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
        return sumOf(inputs.map((each) => [each, one] as const));
      case 'sub':
        return sumOf([[a, one], [b, minusOne]]); // prettier-ignore
      case 'neg':
        return sumOf([[a, minusOne]]);
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

/** How many terms an op looks at. */
function workOf(op: string, inputs: readonly Polynomial[]): number {
  const sizes = inputs.map((each) => each?.size ?? 0);
  const isProduct = op === 'mul' || op === 'pow';
  return isProduct ? sizes.reduce((all, size) => all * size, 1) : sizes.reduce((all, size) => all + size, 1);
}

const nothing: Polynomial = new Map<Monomial, Rational>();
const minusOne = rational(-1n);
const constant = (value: Rational): Polynomial => (value.n === 0n ? nothing : new Map([['', value]]));

/** The rational number that a polynomial is; nothing where it is none. */
function constantIn(value: Polynomial): Rational | undefined {
  if (!value) return undefined;
  if (value.size === 0) return zero;
  return value.size === 1 ? value.get('') : undefined;
}

/** The sum of polynomials, each times its factor. */
function sumOf(terms: readonly (readonly [polynomial: Polynomial, factor: Rational])[]): Polynomial {
  const sum = new Map<Monomial, Rational>();
  for (const [polynomial, factor] of terms) {
    if (!polynomial) return null;
    for (const [monomial, coefficient] of polynomial) addTo(sum, monomial, coefficient.mul(factor));
    if (sum.size > mostTerms) return null;
  }
  return sum;
}

function addTo(sum: Map<Monomial, Rational>, monomial: Monomial, coefficient: Rational): void {
  const total = coefficient.add(sum.get(monomial) ?? zero);
  if (total.n === 0n) sum.delete(monomial);
  else sum.set(monomial, total);
}

function times(a: Polynomial, b: Polynomial): Polynomial {
  if (!a || !b || a.size * b.size > mostTerms) return null;
  const product = new Map<Monomial, Rational>();
  for (const [x, p] of a) for (const [y, q] of b) addTo(product, joined(x, y), p.mul(q));
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
