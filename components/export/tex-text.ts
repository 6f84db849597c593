import { symbol } from '../../src/index.js';

/** A piece of running text: letters, or a sign that only mathematics can set. */
type Piece = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'math'; readonly tex: string };

const signs: Readonly<Record<string, string>> = {
  '½': '\\tfrac{1}{2}',
  '⅓': '\\tfrac{1}{3}',
  '¼': '\\tfrac{1}{4}',
  '×': '\\times',
  '·': '\\cdot',
  '⋅': '\\cdot',
  '÷': '\\div',
  '−': '-',
  '±': '\\pm',
  '≈': '\\approx',
  '≠': '\\neq',
  '≤': '\\leq',
  '≥': '\\geq',
  '∂': '\\partial',
  '∇': '\\nabla',
  '∞': '\\infty',
  '√': '\\surd',
  '∑': '\\sum',
  '∏': '\\prod',
  '∈': '\\in',
  '→': '\\to',
  '←': '\\leftarrow',
  '↑': '\\uparrow',
  '↓': '\\downarrow',
  '⊙': '\\odot',
  '⊤': '\\top',
  ᵀ: '{}^{\\top}',
  '✓': '\\surd',
  ...Object.fromEntries(
    (
      'α alpha β beta γ gamma δ delta ϵ epsilon ε varepsilon ζ zeta η eta θ theta κ kappa λ lambda μ mu ν nu ξ xi π pi ρ rho ' +
      'σ sigma τ tau ϕ phi φ varphi χ chi ψ psi ω omega Γ Gamma Δ Delta Θ Theta Λ Lambda Σ Sigma Φ Phi Ψ Psi Ω Omega'
    )
      .match(/\S+ \S+/g)!
      .map((pair): [string, string] => [pair.split(' ')[0]!, `\\${pair.split(' ')[1]!}`]),
  ),
};

const [raised, lowered] = ['⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺', '₀₁₂₃₄₅₆₇₈₉'];
const plain = '0123456789-+';
/** A variable's name, digits below the line with the letter they belong to, digits above it; or a single sign. */
const special = new RegExp(
  `(\\b[A-Za-z]\\w*_\\w+)|([A-Za-z]?)([${lowered}]+)|([${raised}]+)|[${Object.keys(signs).join('')}]`,
  'gu',
);

function piecesOf(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const found of text.matchAll(special)) {
    if (found.index > from) pieces.push({ kind: 'text', text: text.slice(from, found.index) });
    const [sign, name, letter = '', below, above] = found;
    const digits = (marks: string, table: string): string =>
      [...marks].map((each) => plain[[...table].indexOf(each)]).join('');
    const tex = name
      ? symbol(name)
      : below
        ? `${letter || '{}'}_{${digits(below, lowered)}}`
        : above
          ? `{}^{${digits(above, raised)}}`
          : signs[sign]!;
    pieces.push({ kind: 'math', tex });
    from = found.index + sign.length;
  }
  if (from < text.length) pieces.push({ kind: 'text', text: text.slice(from) });
  return pieces;
}

const escapes: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '|': '\\textbar{}',
};

/** Letters for LaTeX's text, and for `\text` in formulas. */
const escaped = (text: string): string => text.replace(/[\\^~<>|{}$&#_%]/g, (sign) => escapes[sign] ?? `\\${sign}`);

/** Running text for a LaTeX document. */
export const latexText = (text: string): string =>
  piecesOf(text)
    .map((piece) => (piece.kind === 'text' ? escaped(piece.text) : `$${piece.tex}$`))
    .join('');

/** Code for a LaTeX document: names stay as they are typed. */
export const latexCode = (text: string): string =>
  [...text].map((letter) => (signs[letter] ? `$${signs[letter]}$` : escaped(letter))).join('');

/** Running text inside a formula, for LaTeX, KaTeX and MathJax alike. */
export const textInFormula = (text: string): string =>
  piecesOf(text)
    .map((piece) =>
      piece.kind === 'text' ? `\\text{${escaped(piece.text)}}` : piece.tex.replace(/\\[A-Za-z]+$/, '$& '),
    )
    .join('');

/** The characters that pdfLaTeX knows of itself, once {@link latexText} has set the signs. */
const known = /^[\t\n\x20-\x7e\u00a0-\u017f‘’“”„‚–—…•‹›«»€]$/u;

/** The characters of a document that pdfLaTeX would refuse, each once. */
export const beyondPdfLatex = (document: string): readonly string[] => [
  ...new Set([...document].filter((character) => !known.test(character))),
];
