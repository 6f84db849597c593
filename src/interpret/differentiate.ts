import { add, mul, name, number } from '../formula/build.js';
import { namesIn, type Call, type Formula, type Name } from '../formula/formula.js';
import { opNamed } from '../ops/known.js';
import { rewriteOnce, simplify, type RewriteName } from './rewrite.js';

export interface DifferentiateOptions {
  /** The name of the variable that the whole formula gives, so that σ′ reads out(1 − out). */
  readonly output?: string;
  /** The names of all outputs, where the formula is one output of an op that gives a vector. */
  readonly outputs?: readonly string[];
  /** Use what is computed (an op's stable partials) instead of what is shown. */
  readonly stable?: boolean;
}

/** The rules of differentiation, by the name under which an opened line announces them. */
export type RuleName = 'constant' | 'itself' | 'sum' | 'product' | 'quotient' | 'power' | 'chain';

/** One line of a derivation: the formula reached, and the rules or rewrites that led to it. */
export interface DerivationLine {
  readonly formula: Formula;
  readonly rules: readonly (RuleName | RewriteName)[];
  /** The ops whose own derivative was used (`sigmoid`), for the chain rule. */
  readonly ops: readonly string[];
}

/**
 * The derivative of a formula with respect to one name, in the textbook's form.
 * A name the formula does not contain gives 0.
 */
export function differentiate(formula: Formula, by: string, options: DifferentiateOptions = {}): Formula {
  const quick = atOnce(formula, by);
  if (quick) return quick;
  const stable = Boolean(options.stable) && usesStablePartials(formula);
  const key = `${by} ${options.output ?? ''} ${stable}`;
  let known = derivatives.get(formula);
  if (!known) derivatives.set(formula, (known = new Map<string, Formula>()));
  let result = known.get(key);
  if (!result) known.set(key, (result = derivation(formula, by, { ...options, stable }).at(-1)!.formula));
  return result;
}

/**
 * What {@link derivation} comes to for a name, a product of names, and a sum of which few terms contain the name: most
 * lines of a network are such, with many terms, and the steps on the way are only looked at when a line is opened.
 */
function atOnce(formula: Formula, by: string): Formula | undefined {
  if (formula.kind === 'name') return number(formula.name === by ? 1 : 0);
  if (formula.kind !== 'call') return undefined;
  const { op, args } = formula;
  if (op === 'mul' && args.every(isName)) {
    const others = args.filter((arg) => arg.name !== by);
    if (others.length !== args.length - 1) return undefined;
    return others.length === 1 ? others[0] : mul(...others);
  }
  if (op !== 'add' || args.length < 3) return undefined;
  const [at, ...more] = termsWith(formula).get(by) ?? [];
  return at !== undefined && more.length === 0 ? differentiate(args[at]!, by) : undefined;
}

const isName = (formula: Formula): formula is Name => formula.kind === 'name';

/** Which terms of a sum contain each name. */
function termsWith(sum: Call): ReadonlyMap<string, readonly number[]> {
  const known = terms.get(sum);
  if (known) return known;
  const found = new Map<string, number[]>();
  for (const [i, arg] of sum.args.entries()) {
    for (const each of namesIn(arg)) found.set(each, [...(found.get(each) ?? []), i]);
  }
  terms.set(sum, found);
  return found;
}

const terms = new WeakMap<Call, ReadonlyMap<string, readonly number[]>>();

/** Formulas never change, and an edit of a number derives the same ones again. */
const derivatives = new WeakMap<Formula, Map<string, Formula>>();

const usesStablePartials = (formula: Formula): boolean =>
  formula.kind === 'call' &&
  (opNamed(formula.op, formula.at).stable?.partials !== undefined || formula.args.some(usesStablePartials));

/** The same derivative with every line on the way: first the rules, outermost first, then the rewrites. */
export function derivation(
  formula: Formula,
  by: string,
  options: DifferentiateOptions = {},
): readonly DerivationLine[] {
  const lines: DerivationLine[] = [];
  let current: Formula = { kind: 'derivative', of: formula, by };
  for (let output = options.output, outputs = options.outputs; ; output = outputs = undefined) {
    const rules = new Set<RuleName>();
    const ops = new Set<string>();
    const next = unfold(current, { by, output, outputs, stable: options.stable ?? false, rules, ops });
    if (next === current) break;
    lines.push({ formula: next, rules: [...rules], ops: [...ops] });
    current = next;
  }
  for (;;) {
    const rules = new Set<RewriteName>();
    const next = rewriteOnce(current, rules);
    if (next === current) return lines;
    lines.push({ formula: next, rules: [...rules], ops: [] });
    current = next;
  }
}

/**
 * Why an op's derivative is what the table says: its definition differentiated by the rules.
 * Empty for a primitive. The last line equals the table's form; a test holds the two together.
 */
export function opDerivation(opName: string, input: string): readonly DerivationLine[] {
  const op = opNamed(opName);
  if (!op.forward || op.inputs === 'list') return [];
  const inputs = op.inputs.map((each, i) => (i === 0 ? name(input) : number(op.defaults?.[each] ?? 1)));
  return derivation(op.forward(...inputs), input);
}

interface Pass {
  readonly by: string;
  readonly output: string | undefined;
  readonly outputs: readonly string[] | undefined;
  readonly stable: boolean;
  readonly rules: Set<RuleName>;
  readonly ops: Set<string>;
}

/** Replace every outermost derivative by what its rule says, once. */
function unfold(formula: Formula, pass: Pass): Formula {
  if (formula.kind === 'derivative') return applyRule(formula.of, pass);
  if (formula.kind !== 'call') return formula;
  const args = formula.args.map((arg) => unfold(arg, pass));
  return args.every((arg, i) => arg === formula.args[i]) ? formula : { ...formula, args };
}

function applyRule(formula: Formula, pass: Pass): Formula {
  const { by, rules } = pass;
  const depends = (part: Formula): boolean => namesIn(part).includes(by);
  if (formula.kind === 'name' && formula.name === by) {
    rules.add('itself');
    return number(1);
  }
  if (formula.kind !== 'call' || !depends(formula)) {
    rules.add('constant');
    return number(0);
  }
  const inner = (part: Formula): Formula => ({ kind: 'derivative', of: part, by });
  if (['add', 'sub', 'neg', 'sum'].includes(formula.op)) {
    rules.add('sum');
    const parts = formula.args.map(inner);
    if (formula.op !== 'sum') return { ...formula, args: parts };
    return parts.length === 1 ? parts[0]! : add(...parts);
  }
  const op = opNamed(formula.op, formula.at);
  const output = pass.output === undefined ? formula : name(pass.output);
  const partials = ((pass.stable && op.stable?.partials) || op.partials)(
    formula.args,
    output,
    outputsOf(formula, pass),
  );
  rules.add(ruleFor(formula.op));
  if (ruleFor(formula.op) === 'chain') pass.ops.add(formula.op);
  const terms = formula.args.flatMap((arg, i) => {
    if (!depends(arg)) return [];
    return [chain(partials[i]!, inner(arg))];
  });
  return terms.length === 1 ? terms[0]! : add(...terms);
}

/** The other outputs are lines of their own where the whole vector is; otherwise they are written out. */
function outputsOf(formula: Call, { outputs }: Pass): readonly Formula[] {
  if (formula.at === undefined) return [];
  return outputs?.map((each) => name(each)) ?? formula.args.map((_, i) => ({ ...formula, at: i + 1 }));
}

const chain = (outer: Formula, inner: Formula): Formula => mul(simplify(outer), inner);

function ruleFor(op: string): RuleName {
  if (op === 'mul') return 'product';
  if (op === 'div') return 'quotient';
  if (op === 'pow') return 'power';
  return 'chain';
}
