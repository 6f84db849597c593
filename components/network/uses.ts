import { namesIn, type Formula, type Line } from '../../src/index.js';

/** How a line uses a variable: times a parameter, as a bias of its own, or in any other way. */
export interface Use {
  readonly from: string;
  readonly by?: string;
  readonly bias?: true;
}

/** What a line uses, term by term: weighted variables and biases, and everything else once. */
export function usesIn(formula: Formula, isParameter: (name: string) => boolean): readonly Use[] {
  const found = new Map<string, Use>();
  const terms = termsOf(insideOf(formula));
  for (const term of terms) {
    const weighted = weightedUse(term, isParameter);
    if (weighted) found.set(`${weighted.from}*${weighted.by}`, weighted);
    else if (terms.length > 1 && term.kind === 'name' && isParameter(term.name))
      found.set(term.name, { from: term.name, bias: true });
    else for (const name of namesIn(term)) found.set(name, found.get(name) ?? { from: name });
  }
  return [...found.values()];
}

/** A product of one parameter with something made of one variable. */
function weightedUse(term: Formula, isParameter: (name: string) => boolean): Use | undefined {
  const names = namesIn(term);
  const by = names.find(isParameter);
  const from = names.find((name) => name !== by);
  if (names.length !== 2 || by === undefined || from === undefined || isParameter(from)) return undefined;
  const factors = factorsOf(term);
  const weights = factors.filter((factor) => factor.kind === 'name' && factor.name === by);
  const rest = factors.filter((factor) => !weights.includes(factor));
  return weights.length === 1 && !rest.flatMap(namesIn).includes(by) ? { from, by } : undefined;
}

/** What a function of one thing is applied to: in `tanh(w*x + b)` and `(t − y)^2 / 2`, the sum. */
function insideOf(formula: Formula): Formula {
  if (formula.kind !== 'call' || sums.includes(formula.op)) return formula;
  const [inner, ...others] = formula.args.filter((arg) => namesIn(arg).length > 0);
  return inner && others.length === 0 ? insideOf(inner) : formula;
}

const sums: readonly string[] = ['add', 'sub', 'neg', 'sum'];
const termsOf = (formula: Formula): readonly Formula[] => spread(formula, sums);
const factorsOf = (formula: Formula): readonly Formula[] => spread(formula, ['mul', 'neg']);

function spread(formula: Formula, ops: readonly string[]): readonly Formula[] {
  return formula.kind === 'call' && ops.includes(formula.op)
    ? formula.args.flatMap((arg) => spread(arg, ops))
    : [formula];
}

/**
 * Lines drawn in one node with the line they apply a function to: `out = sigmoid(net)`, where `net` is
 * plain arithmetic and used nowhere else. By the second name, the first.
 */
export function activationsIn(lines: readonly Line[], loss: string): ReadonlyMap<string, string> {
  const byName = new Map(lines.map((line) => [line.name, line]));
  const users = new Map<string, number>();
  for (const { formula } of lines) for (const name of namesIn(formula)) users.set(name, (users.get(name) ?? 0) + 1);
  const found = new Map<string, string>();
  for (const { name, formula } of lines) {
    const [net, ...others] = namesIn(formula);
    const inner = byName.get(net ?? '');
    if (!inner || others.length > 0 || name === loss || users.get(inner.name) !== 1) continue;
    if (isArithmetic(inner.formula) && !isArithmetic(formula)) found.set(name, inner.name);
  }
  return found;
}

const arithmetic: readonly string[] = ['add', 'sub', 'mul', 'div', 'neg', 'pow', 'sum', 'mean'];

function isArithmetic(formula: Formula): boolean {
  return formula.kind !== 'call' || (arithmetic.includes(formula.op) && formula.args.every(isArithmetic));
}
