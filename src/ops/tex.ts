/** What the `tex` of several ops have in common. */
import { Binding, parenthesised, wrap, type Typeset } from './op.js';

/** A function of its inputs: `\sigma(x)`. A power of it is set with parentheses. */
export const applied =
  (tex: string) =>
  (...inputs: readonly Typeset[]): Typeset => ({
    tex: tex + parenthesised(inputs.map((input) => input.tex).join(', ')),
    binding: Binding.power,
  });

/** A sum with proper signs: a − b for a + (−b), parentheses round a negative number in later places. */
export function sumOf(terms: readonly Typeset[]): Typeset {
  const [first, ...rest] = terms;
  const tex = rest.map((term) => {
    if (term.tex.startsWith('-')) return ` - ${term.tex.slice(1)}`;
    return ` + ${isNegative(term) ? parenthesised(term.tex) : term.tex}`;
  });
  return rest.length ? { tex: first!.tex + tex.join(''), binding: Binding.sum } : first!;
}

/** As formulas do, a longer sum shows its first two terms, …, and its last. */
const longestSum = 6;

/** e^a + e^b + …, the sum below a softmax. */
export function sumOfExponentials(exponents: readonly Typeset[]): string {
  const powers = exponents.map(({ tex }) => `e^{${tex}}`);
  const shown = powers.length > longestSum ? [powers[0]!, powers[1]!, '\\dots', powers.at(-1)!] : powers;
  return shown.join(' + ');
}

/** Factors joined by a dot, or set side by side where a symbol meets a sum in parentheses: out(1 − out). */
export function productOf(factors: readonly Typeset[]): Typeset {
  const tex = factors.map((factor, i) => {
    const left = factors[i - 1];
    const piece = wrap(factor, Binding.product);
    if (!left) return piece;
    const besides = factor.binding === Binding.sum && !isNegative(factor) && !isNumber(left);
    if (!besides) return ` \\cdot ${piece}`;
    return left.binding === Binding.sum ? `\\allowbreak ${piece}` : piece;
  });
  return factors.length > 1 ? { tex: tex.join(''), binding: Binding.product } : factors[0]!;
}

/** A number may stand inside the markers of a term. */
const markers = /^(?:\\html(?:Data|Class)\{[^}]*\}\{)*/;
const unmarked = (piece: Typeset): string => piece.tex.replace(markers, '');
const isNegative = (piece: Typeset): boolean => unmarked(piece).startsWith('-');
const isNumber = (piece: Typeset): boolean => /^-?[\d.]/.test(unmarked(piece));
