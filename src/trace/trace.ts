import { add, mul, name, number } from '../formula/build.js';
import { substitute, type Formula } from '../formula/formula.js';
import { differentiate } from '../interpret/differentiate.js';
import { graphOf } from '../program/graph.js';
import { backwardOrder } from './order.js';
import { pathsOf, type Derivatives } from './paths.js';
import { gradientOf, localOf, pathTerm, updateOf, valueReference } from './reference.js';
import type { Setup } from './setup.js';
import type { Assignment, Path, Phase, Step, Trace } from './step.js';

/**
 * Derive one whole iteration from a program: forward, loss, backward, update. Structure only; the numbers
 * come from {@link evaluateTrace}. Backward, every variable and parameter gets its gradient, each consuming
 * line a path and a term of its own (Goodfellow, Bengio & Courville, Deep Learning, 2016, algorithm 6.2).
 */
export function traceOf(setup: Setup): Trace {
  const builder = new TraceBuilder(setup);
  builder.forward();
  for (const { variables, parameters } of backwardOrder(setup, builder.graph)) {
    for (const variable of variables) builder.gradient(variable);
    if (setup.updateOrder === 'updated') for (const parameter of parameters) builder.update(parameter);
  }
  if (setup.updateOrder === 'old') {
    for (const { name } of setup.given) if (setup.trained.has(name)) builder.update(name);
  }
  return builder.trace();
}

class TraceBuilder implements Derivatives {
  readonly graph;
  readonly #steps: Step[] = [];
  readonly #assignments: Assignment[] = [];
  readonly #formulas = new Map<string, Formula>();
  readonly #updated = new Set<string>();

  constructor(private readonly setup: Setup) {
    this.graph = graphOf(setup.program, setup.loss);
  }

  get loss(): string {
    return this.setup.loss;
  }

  forward(): void {
    const targets = this.setup.given.filter(({ role }) => role === 'target').map(({ name }) => name);
    const inLoss = new Set(this.graph.dependents(targets)).add(this.loss);
    for (const line of this.setup.program.lines) {
      const phase: Phase = inLoss.has(line.name) ? 'loss' : 'forward';
      this.#assign(line.name, line.formula);
      this.#push({
        ref: `${phase}/${line.name}`,
        phase,
        kind: 'line',
        target: line.name,
        result: line.name,
        formula: line.formula,
      });
    }
  }

  gradient(variable: string): void {
    const ref = gradientOf(variable);
    const locals = this.#consumers(variable).map((via) => this.#local(via, variable));
    const paths = pathsOf(variable, this.#consumers(variable), this);
    const terms = paths.map(({ local }) => mul(...local.map((factor) => name(factor.ref))));
    if (paths.length > 1) paths.forEach((path, i) => this.#assign(path.ref, terms[i]!));
    const formula = this.#sum(variable, terms);
    this.#assign(ref, formula, paths.length > 1 ? add(...paths.map((path) => name(path.ref))) : formula);
    this.#push({
      ref,
      phase: 'backward',
      kind: 'gradient',
      target: variable,
      result: ref,
      formula,
      paths,
      children:
        paths.length > 1 ? paths.map((path, i) => this.#pathStep(variable, path, terms[i]!, locals[i]!)) : locals,
      ...(this.#roleOf(variable) === 'input' && { onRequest: true as const }),
    });
  }

  update(parameter: string): void {
    const line = this.setup.optimiser.lines.at(-1)!;
    const ref = updateOf(parameter);
    const formula = substitute(line.formula, (each) =>
      each === 'w' ? name(parameter) : each === 'g' ? name(gradientOf(parameter)) : undefined,
    );
    this.#assign(ref, formula);
    this.#updated.add(parameter);
    this.#push({ ref, phase: 'update', kind: 'update', target: parameter, result: ref, formula });
  }

  /** What a derivative's reference stands for; used to write a path out, factor by factor. */
  formulaOf(ref: string): Formula {
    return this.#formulas.get(ref)!;
  }

  consumers(variable: string): readonly string[] {
    return this.#consumers(variable);
  }

  trace(): Trace {
    const byRef = new Map<string, Step>();
    const byResult = new Map<string, Step>();
    const index = (step: Step): void => {
      byRef.set(step.ref, step);
      byResult.set(step.result, step);
      step.children.forEach(index);
    };
    this.#steps.forEach(index);
    return {
      setup: this.setup,
      graph: this.graph,
      steps: this.#steps,
      walk: this.#steps.filter((step) => !step.onRequest),
      assignments: this.#assignments,
      find: (ref) => byRef.get(ref) ?? byResult.get(valueReference(ref)),
    };
  }

  /** ∂via/∂variable. In the superseded update order it reads parameters that are already updated. */
  #local(via: string, variable: string): Step {
    const ref = localOf(via, variable);
    const line = this.graph.lines.get(via)!;
    const read = (formula: Formula): Formula =>
      substitute(formula, (each) => (this.#updated.has(each) ? name(updateOf(each)) : undefined));
    const formula = read(differentiate(line.formula, variable, { output: via }));
    this.#assign(ref, formula, read(differentiate(line.formula, variable, { output: via, stable: true })));
    return { ref, phase: 'backward', kind: 'local', target: variable, result: ref, formula, paths: [], children: [] };
  }

  #pathStep(variable: string, path: Path, formula: Formula, local: Step): Step {
    const ref = pathTerm(variable, path.via);
    return {
      ref,
      phase: 'backward',
      kind: 'path',
      target: variable,
      result: ref,
      formula,
      paths: [path],
      children: [local],
    };
  }

  #sum(variable: string, terms: readonly Formula[]): Formula {
    if (variable === this.loss) return number(1);
    return terms.length === 0 ? number(0) : terms.length === 1 ? terms[0]! : add(...terms);
  }

  #consumers(variable: string): readonly string[] {
    return this.graph.consumers(variable).filter((line) => this.graph.distance(line) !== undefined);
  }

  #roleOf(variable: string): string | undefined {
    return this.setup.given.find(({ name }) => name === variable)?.role;
  }

  #assign(ref: string, shown: Formula, computed: Formula = shown): void {
    this.#formulas.set(ref, shown);
    this.#assignments.push({ ref, shown, computed });
  }

  #push(step: Omit<Step, 'paths' | 'children'> & Partial<Pick<Step, 'paths' | 'children'>>): void {
    this.#steps.push({ paths: [], children: [], ...step });
  }
}
