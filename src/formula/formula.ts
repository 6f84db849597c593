/**
 * A formula: a small expression tree of plain data, the one thing every interpretation
 * (evaluate, differentiate, typeset, record) folds over. It can be stored as JSON.
 */
export type Formula = NumberLiteral | Name | Call | Derivative;

/** A number as it was written. It stays text until a number system reads it, so `0.10` keeps its zero. */
export interface NumberLiteral {
  readonly kind: 'number';
  readonly text: string;
}

/**
 * A named scalar: a variable (`net_h1`, `h[2,1]`) or a reference to a result of the
 * trace (`backward/w5`, `local/net_o1/w5`, `update/w5`). Names are opaque here.
 */
export interface Name {
  readonly kind: 'name';
  readonly name: string;
}

/** An op applied to its inputs. `add`, `mul` and the list ops take any number of them. */
export interface Call {
  readonly kind: 'call';
  readonly op: string;
  readonly args: readonly Formula[];
  /** Which output, from 1, of an op that gives a vector (softmax). */
  readonly at?: number;
}

/** A derivative not yet worked out. It occurs only inside an opened line. */
export interface Derivative {
  readonly kind: 'derivative';
  readonly of: Formula;
  readonly by: string;
}

/** Whether two formulas are the same tree. Numbers compare as text. */
export function sameFormula(a: Formula, b: Formula): boolean {
  if (a === b) return true;
  if (a.kind === 'number') return b.kind === 'number' && a.text === b.text;
  if (a.kind === 'name') return b.kind === 'name' && a.name === b.name;
  if (a.kind === 'derivative') return b.kind === 'derivative' && a.by === b.by && sameFormula(a.of, b.of);
  return (
    b.kind === 'call' &&
    a.op === b.op &&
    a.at === b.at &&
    a.args.length === b.args.length &&
    a.args.every((arg, i) => sameFormula(arg, b.args[i]!))
  );
}

/** Rebuild a formula bottom-up: `change` sees every node after its children. */
export function mapFormula(formula: Formula, change: (node: Formula) => Formula): Formula {
  if (formula.kind === 'call') {
    const args = formula.args.map((arg) => mapFormula(arg, change));
    return change(args.every((arg, i) => arg === formula.args[i]) ? formula : { ...formula, args });
  }
  if (formula.kind === 'derivative') {
    const of = mapFormula(formula.of, change);
    return change(of === formula.of ? formula : { ...formula, of });
  }
  return change(formula);
}

/** Every name in the formula, once each, in order of first appearance. */
export function namesIn(formula: Formula): readonly string[] {
  const names = new Set<string>();
  const visit = (node: Formula): void => {
    if (node.kind === 'name') names.add(node.name);
    else if (node.kind === 'call') node.args.forEach(visit);
    else if (node.kind === 'derivative') visit(node.of);
  };
  visit(formula);
  return [...names];
}

/** Replace names by formulas. A name for which `by` gives nothing stays. */
export function substitute(formula: Formula, by: (name: string) => Formula | undefined): Formula {
  return mapFormula(formula, (node) => (node.kind === 'name' ? (by(node.name) ?? node) : node));
}
