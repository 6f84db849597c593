import {
  Binding,
  symbol,
  wrap,
  parseReference,
  type FactorRole,
  type Grid,
  type Index,
  type MatrixForm,
  type MatrixNode,
  type Typeset,
  type TypesetFormula,
} from '../../src/index.js';
import { refTex } from '../formula-text.js';
import { elementTex, expressionTex } from './expression-tex.js';
import { isNumber } from './node-shape.js';
import type { Sum } from './pieces.js';

/** What a node's TeX is made with. */
export interface MatrixTexOptions {
  readonly loss: string;
  /** What a grid is in this step, if factors have roles. */
  readonly roleOf: (grid: Grid) => FactorRole | undefined;
  /** What stands under a sum: samples, rows, columns. */
  readonly over: (sum: Sum) => string;
}

/** `∂L/∂W = (∂L/∂s) xᵀ`: each grid is a term that can be opened. A formula with letters has them on its left, too. */
export function matrixTex(form: MatrixForm, options: MatrixTexOptions, letters?: readonly Index[]): TypesetFormula {
  const { left, tex, terms } = matrixSides(form, options, letters);
  return { tex: `${left} = ${tex}`, terms };
}

/** The same in two: what stands before the equals sign, and what stands after it. */
export function matrixSides(
  { result, right }: MatrixForm,
  options: MatrixTexOptions,
  letters: readonly Index[] = [],
): TypesetFormula & { readonly left: string } {
  const terms: string[] = [];
  const left = letters.length ? elementTex(result.ref, letters) : gridTex(result, options.loss).tex;
  return { left, tex: piece(right, options, terms).tex, terms };
}

/** A grid's own symbol. Of one row of a batch, the row's. */
export function gridTex({ ref, row }: Grid, loss: string): Typeset {
  const tex = refTex(row === undefined ? ref : inRow(ref, row), loss);
  return { tex, binding: tex.startsWith('\\frac') ? Binding.product : /\^/.test(tex) ? Binding.power : Binding.atom };
}

/** `backward/z` of row 2 is `backward/z[2]`. */
export const inRow = (ref: string, row: number): string => {
  const [head = '', ...names] = ref.split('/');
  return names.length ? [head, ...names.map((name) => `${name}[${row}]`)].join('/') : `${head}[${row}]`;
};

/** A name in a line of text: `∂L/∂W` instead of a fraction. */
export function inlineTex(ref: string, loss: string): string {
  const reference = parseReference(ref)?.reference;
  return reference?.kind === 'backward'
    ? `\\partial ${symbol(loss)}/\\partial ${symbol(reference.name)}`
    : reference?.kind === 'local'
      ? `\\partial ${symbol(reference.name)}/\\partial ${symbol(reference.by)}`
      : refTex(ref, loss);
}

function piece(node: MatrixNode, options: MatrixTexOptions, terms: string[]): Typeset {
  const inner = (each: MatrixNode): Typeset => piece(each, options, terms);
  switch (node.kind) {
    case 'grid':
      return marked(node.grid, gridTex(node.grid, options.loss), options, terms);
    case 'transpose':
      return node.of.kind === 'grid'
        ? marked(node.of.grid, transposedTex(gridTex(node.of.grid, options.loss)), options, terms)
        : transposedTex(inner(node.of));
    case 'product': {
      const factors = node.factors.map((factor, i) => {
        const before = node.factors[i - 1];
        const sign = !before ? '' : isNumber(before) || isNumber(factor) ? ' \\cdot ' : '\\,';
        return sign + wrap(inner(factor), Binding.product);
      });
      return { tex: factors.join(''), binding: Binding.product };
    }
    case 'hadamard':
      return {
        tex: node.factors.map((factor) => wrap(inner(factor), Binding.product)).join(' \\odot '),
        binding: Binding.product,
      };
    case 'sum':
    case 'difference': {
      const terms = node.terms.map((term, i) => wrap(inner(term), i ? Binding.product : Binding.sum));
      return { tex: terms.join(node.kind === 'sum' ? ' + ' : ' - '), binding: Binding.sum };
    }
    case 'sum-over':
      return {
        tex: `\\sum_{\\text{${options.over(node)}}} ${wrap(inner(node.of), Binding.product)}`,
        binding: Binding.product,
      };
    case 'formula': {
      const known = new Set(node.grids.map(({ ref }) => ref));
      return expressionTex(node.formula, (name) => ({
        tex: known.has(name)
          ? `\\htmlData{term=${terms.push(name) - 1}}{${inlineTex(name, options.loss)}}`
          : symbol(name),
        binding: name.startsWith('backward/')
          ? Binding.product
          : name.startsWith('update/')
            ? Binding.power
            : Binding.atom,
      }));
    }
  }
}

/** A grid's symbol as a term that can be opened, in its role. */
function marked(grid: Grid, { tex, binding }: Typeset, { roleOf }: MatrixTexOptions, terms: string[]): Typeset {
  const role = roleOf(grid);
  const term = `\\htmlData{term=${terms.push(grid.ref) - 1}}{${tex}}`;
  return { tex: role ? `\\htmlClass{bp-role bp-${role}}{${term}}` : term, binding };
}

const transposedTex = (of: Typeset): Typeset => ({
  tex: `${wrap(of, Binding.atom)}^{\\top}`,
  binding: Binding.power,
});
