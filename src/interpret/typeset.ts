import type { Formula } from '../formula/formula.js';
import { opNamed } from '../ops/known.js';
import { Binding, wrap, type Typeset } from '../ops/op.js';

/** TeX for a formula, and what each of its marked terms stands for: term `k` is `terms[k]`. */
export interface TypesetFormula {
  readonly tex: string;
  readonly terms: readonly string[];
}

export interface TypesetOptions {
  /** How a name is written: its symbol, or its value. */
  readonly write: (name: string) => Typeset;
  /** A class for the term, such as its role. */
  readonly className?: (name: string) => string | undefined;
  /** Sums of more terms show the first two, …, and the last. Default 6; Infinity shows all. */
  readonly longestSum?: number;
}

/**
 * Typeset a formula. Every name becomes a marked term (`\htmlData{term=k}`), so that a page can
 * link it to the diagram. Works for names of any form; KaTeX never sees the name itself.
 */
export function typeset(formula: Formula, options: TypesetOptions): TypesetFormula {
  const terms: string[] = [];
  const { tex } = piece(formula, options, terms);
  return { tex, terms };
}

function piece(formula: Formula, options: TypesetOptions, terms: string[]): Typeset {
  switch (formula.kind) {
    case 'number':
      return {
        tex: formula.text.replace(/e(.+)/i, ' \\times 10^{$1}'),
        binding: /e/i.test(formula.text) ? Binding.product : Binding.atom,
      };
    case 'name':
      return term(formula.name, options, terms);
    case 'derivative': {
      const of = piece(formula.of, options, terms);
      return {
        tex: `\\frac{\\partial}{\\partial ${symbol(formula.by)}} ${wrap(of, Binding.atom)}`,
        binding: Binding.product,
      };
    }
    case 'call': {
      const { op, args } = formula;
      const longest = options.longestSum ?? 6;
      if ((op === 'add' || op === 'sum') && args.length > longest) {
        const shown = [args[0]!, args[1]!, args.at(-1)!].map((arg) => wrap(piece(arg, options, terms), Binding.sum));
        return { tex: `${shown[0]!} + ${shown[1]!} + \\dots + ${shown[2]!}`, binding: Binding.sum };
      }
      return opNamed(op, formula.at).tex(...args.map((arg) => piece(arg, options, terms)));
    }
  }
}

function term(name: string, options: TypesetOptions, terms: string[]): Typeset {
  const { tex, binding } = options.write(name);
  const className = options.className?.(name);
  const marked = `\\htmlData{term=${terms.push(name) - 1}}{${tex}}`;
  return { tex: className ? `\\htmlClass{${className}}{${marked}}` : marked, binding };
}

const greek = new Set(
  'alpha beta gamma delta epsilon zeta eta theta kappa lambda mu nu xi rho sigma tau phi chi psi omega Gamma Delta Theta Lambda Sigma Phi Psi Omega'.split(
    ' ',
  ),
);

/** What textbooks write for the inner quantities of blocks: the symbol, and its exponent if it has one. */
const usual: Readonly<Record<string, readonly [base: string, exponent?: string]>> = {
  mean: ['\\mu '],
  var: ['\\sigma', '2'],
  inv_std: ['\\sigma', '-1'],
  xhat: ['\\hat{x}'],
  log_p: ['\\ln p'],
  margins: ['m'],
};

/** What an optimiser keeps or works out for a parameter, or for all of them. */
const ofUpdates: Readonly<Record<string, string>> = {
  v: 'v',
  m: 'm',
  mhat: '\\hat{m}',
  vhat: '\\hat{v}',
  grad: 'g',
};

/** An inner quantity of a block. Of the second block of a kind (`n2.mean`) it carries the number. */
function innerSymbol(block: string, inner: string, index: string | undefined): string {
  if (block === 'step') return symbol(inner);
  const [, kind = '', place = ''] = /^([a-z]+)(\d*)$/.exec(inner) ?? [];
  const own = ofUpdates[kind];
  if (own) return `${own}${place && `^{(${place})}`}_{${symbol(index === undefined ? block : `${block}[${index}]`)}}`;
  const [base, exponent] = usual[inner] ?? [symbol(inner)];
  const number = /[2-9]$|\d\d$/.exec(block)?.[0];
  const above = [exponent, number && `(${number})`].filter(Boolean).join('\\,');
  return (above ? `${base}^{${above}}` : base) + (index === undefined ? '' : `_{${index}}`);
}

/** Whether an update works this out and keeps nothing of it, so that there is no old one to tell it from. */
export const isPassing = (name: string): boolean => /\.(?:mhat|vhat|grad|rate|norm|scale)\d*(?:\[|$)/.test(name);

/**
 * The TeX symbol of a variable: `net_h1` → net with subscript h1, `w5` → w with subscript 5,
 * `h[2,1]` → h with subscript 2,1, `n1.mean[2]` → μ with subscript 2, `w5.v` → v with
 * subscript w₅. Greek names become Greek letters.
 */
export function symbol(name: string): string {
  const [, stem = name, index] = /^([^[]*)(?:\[(.*)\])?$/.exec(name) ?? [];
  const dot = stem.indexOf('.');
  if (dot >= 0) return innerSymbol(stem.slice(0, dot), stem.slice(dot + 1), index);
  const [first = '', ...rest] = stem.split('_').filter(Boolean);
  const [, letters = first, digits = ''] = /^(.*?[^\d])(\d*)$/.exec(first) ?? [];
  const own = [digits, ...rest.map(word)].filter(Boolean).join(',');
  // Brackets keep an index apart from a number that belongs to the name: the element [1,2] of z₁.
  const subscript = own && index ? `${own}[${index}]` : own + (index ?? '');
  return subscript ? `${word(letters)}_{${subscript}}` : word(letters);
}

function word(text: string): string {
  if (text === 'eps') return '\\varepsilon ';
  if (greek.has(text)) return `\\${text} `;
  return /^[A-Za-z]?\d*$/.test(text) ? text : `\\mathit{${text.replace(/_/g, '\\_')}}`;
}
