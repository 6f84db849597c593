import { symbol } from '../../src/index.js';

/** A piece of a symbol: letters slanted, digits and function names upright, as in a formula. */
export interface Piece {
  readonly text: string;
  readonly style: 'letter' | 'word' | 'upright';
}

/** A variable's symbol without KaTeX, for captions and running text: what stands on the line, above it and below it. */
export interface SymbolParts {
  readonly base: readonly Piece[];
  readonly above: readonly Piece[];
  readonly below: readonly Piece[];
}

const greek: Readonly<Record<string, string>> = Object.fromEntries(
  (
    'alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ kappa κ lambda λ mu μ nu ν xi ξ rho ρ sigma σ tau τ ' +
    'phi ϕ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Sigma Σ Phi Φ Psi Ψ Omega Ω'
  )
    .match(/\S+ \S+/g)!
    .map((pair) => pair.split(' ') as [string, string]),
);

/** The symbol that formulas use, in pieces of text: `n1.var` is σ with 2 above. */
export function symbolParts(name: string): SymbolParts {
  const [, base = '', above = '', below = ''] = /^(.*?)(?:\^\{(.*?)\})?(?:_\{(.*)\})?$/.exec(symbol(name)) ?? [];
  return { base: piecesOf(base), above: piecesOf(above), below: piecesOf(below) };
}

function piecesOf(tex: string): readonly Piece[] {
  const text = tex
    .replace(/\\hat\{(.*?)\}/g, '$1\u0302')
    .replace(/\\mathit\{((?:\\_|[^}])*)\}/g, '$1')
    .replace(/\\,/g, ' ')
    .replace(/\\_/g, '_')
    .replace(/\\ln /g, '\u0001')
    .replace(/\\([A-Za-z]+) ?/g, (_, letter: string) => greek[letter] ?? letter)
    .replace(/-/g, '−');
  return (text.match(/\u0001|[\d,()[\]−\s]+|[^\d,()[\]−\s\u0001]+/g) ?? []).map((part): Piece => {
    if (part === '\u0001') return { text: 'ln ', style: 'upright' };
    if (/^[\d,()[\]−\s]/.test(part)) return { text: part, style: 'upright' };
    return { text: part, style: [...part.normalize('NFD').replace(/\u0302/g, '')].length > 1 ? 'word' : 'letter' };
  });
}

/** The symbol as text on one line, to tell about how wide it is. */
export function symbolText(name: string): string {
  const { base, above, below } = symbolParts(name);
  return [...base, ...above, ...below].map(({ text }) => text).join('');
}
