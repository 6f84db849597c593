import { isPassing, parseReference, symbol, type Reference } from '../src/index.js';
import { words } from './words.js';

/**
 * References as text: plain Unicode for labels, tables and titles, TeX for formulas.
 * Everything here is pure, so other elements may use it without loading KaTeX.
 */

/** A reference as a person would write it in running text: `∂E_total/∂w₅`, `w₅⁺`, `net_h1`. */
export function plainName(ref: string, loss = 'E'): string {
  const parsed = parseReference(ref);
  if (!parsed) return plainSymbol(ref);
  const text = plainReference(parsed.reference, loss);
  return parsed.iteration === undefined ? text : words.derivation.atIteration(text, parsed.iteration);
}

function plainReference(reference: Reference, loss: string): string {
  switch (reference.kind) {
    case 'backward':
      return `∂${plainSymbol(loss)}/∂${plainSymbol(reference.name)}`;
    case 'path':
      return words.derivation.along(
        `∂${plainSymbol(loss)}/∂${plainSymbol(reference.name)}`,
        plainSymbol(reference.via),
      );
    case 'local':
      return `∂${plainSymbol(reference.name)}/∂${plainSymbol(reference.by)}`;
    case 'update':
      return plainSymbol(reference.name) + (isPassing(reference.name) ? '' : '⁺');
    default:
      return plainSymbol(reference.name);
  }
}

/** A variable's name in Unicode: `w5` is w₅; a name of words keeps its underscore, `net_h1`. */
export function plainSymbol(name: string): string {
  const [, letters = '', digits = ''] = /^([A-Za-z]+)(\d+)$/.exec(name) ?? [];
  return digits && letters.length === 1
    ? letters + [...digits].map((digit) => '₀₁₂₃₄₅₆₇₈₉'[Number(digit)]).join('')
    : name;
}

/** The same with small numbers for indices, where there is little room: `w[10]` is w₁₀. */
export const withSmallIndices = (text: string): string =>
  text.replace(/\b([A-Za-z])\[(\d+)\]/g, (_, letter: string, digits: string) => plainSymbol(letter + digits));

/** Names of elements as they are read aloud: `W[2,1]` is W 2 1, `n1.mean[2]` is n1 mean 2. */
export const spoken = (text: string): string =>
  text.replace(/\[([\d,]+)\]|\.(?=[a-z])/g, (_, index = '') => ` ${index}`.replaceAll(',', ' '));

/** A reference in TeX: a fraction of partials, an updated parameter, or the variable's symbol. */
export function refTex(ref: string, loss: string): string {
  const reference = parseReference(ref)?.reference;
  switch (reference?.kind) {
    case 'backward':
      return partial(loss, reference.name);
    case 'path':
      return `\\left.${partial(loss, reference.name)}\\right|_{${symbol(reference.via)}}`;
    case 'local':
      return partial(reference.name, reference.by);
    case 'update':
      return isPassing(reference.name) ? symbol(reference.name) : `${raised(symbol(reference.name))}^{+}`;
    default:
      return symbol(reference?.name ?? ref);
  }
}

/** A symbol that has an exponent already takes another one in braces. */
const raised = (tex: string): string => (tex.includes('^') ? `{${tex}}` : tex);

const partial = (of: string, by: string): string => `\\frac{\\partial ${symbol(of)}}{\\partial ${symbol(by)}}`;

/** A number as it is read: a true minus sign, and `2.1 × 10⁻⁴⁸` for `2.1e-48`. */
export { formatNumber as plainNumber } from '../src/index.js';
