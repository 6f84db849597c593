import { add, mul, name, number } from '../formula/build.js';
import { substitute, type Formula } from '../formula/formula.js';
import { differentiate } from '../interpret/differentiate.js';
import { graphOf } from '../program/graph.js';
import { assign, Derivations } from './derivations.js';
import { backwardOrder } from './order.js';
import { upstreamChains, type Derivatives } from './paths.js';
import { stateOf, withOwnTensors } from './optimiser-state.js';
import { gradientOf, localOf, pathTerm, updateOf } from './reference.js';
import type { Sampling, Setup } from './setup.js';
import type { Assignment, Path, Phase, Step, Trace } from './step.js';
import { StepTree, type TensorSteps } from './step-tree.js';
import { UpdateSteps, type UpdateStep } from './update-steps.js';

/**
 * Derive one whole iteration from a program: forward, loss, backward, update. Structure only; the numbers
 * come from {@link evaluateTrace}. Backward, every variable and parameter gets its gradient, each consuming
 * line a path and a term of its own (Goodfellow, Bengio & Courville, Deep Learning, 2016, algorithm 6.2).
 * The elements of a tensor are derived one by one, each when it is first asked for, and stand together as one step.
 */
export function traceOf(setup: Setup): Trace {
  const builder = new TraceBuilder(setup);
  builder.forward();
  for (const { variables, parameters } of backwardOrder(setup, builder.graph)) {
    for (const variable of variables) builder.gradient(variable);
    if (setup.updateOrder === 'updated') for (const parameter of parameters) builder.updateAtOnce(parameter);
  }
  if (setup.updateOrder === 'old') builder.updates();
  return builder.trace();
}

class TraceBuilder implements Derivatives {
  readonly graph;
  readonly #steps = new StepTree();
  readonly #derivations = new Derivations();
  readonly #updated = new Set<string>();
  readonly #roles: ReadonlyMap<string, string>;
  /** The scalars of every unit, in order: a tensor's elements, or the scalar itself. */
  readonly #elements = new Map<string, string[]>();
  readonly #pathsOf: (variable: string) => readonly Path[];

  private readonly setup: Setup;
  readonly #updates: UpdateSteps;

  constructor(given: Setup) {
    const setup = (this.setup = withOwnTensors(given));
    this.graph = graphOf(setup.program, setup.loss);
    this.#roles = new Map(setup.given.map(({ name, role }) => [name, role]));
    this.#pathsOf = upstreamChains(this);
    this.#updates = new UpdateSteps(setup, (unit) => this.#elements.get(unit)!, this.graph.unitOf);
    for (const { name: scalar } of [...setup.given, ...setup.program.lines]) {
      const unit = this.graph.unitOf(scalar);
      const known = this.#elements.get(unit);
      if (known) known.push(scalar);
      else this.#elements.set(unit, [scalar]);
    }
  }

  get loss(): string {
    return this.setup.loss;
  }

  forward(): void {
    const targets = this.setup.given.filter(({ role }) => role === 'target').map(({ name }) => name);
    const inLoss = new Set(this.graph.dependents(targets)).add(this.loss);
    const units = new Set(this.setup.program.lines.map((line) => this.graph.unitOf(line.name)));
    for (const { name: line, formula } of this.setup.program.lines) this.#derivations.state(assign(line, formula));
    for (const unit of units) {
      const elements = this.#elements.get(unit)!;
      const phase: Phase = elements.some((each) => inLoss.has(each)) ? 'loss' : 'forward';
      this.#push(phase, unit, (variable, within) => ({
        ...plain,
        ref: `${phase}/${variable}`,
        phase,
        kind: 'line',
        target: variable,
        result: variable,
        formula: this.graph.lines.get(variable)!.formula,
        ...(within !== undefined && { within }),
      }));
    }
  }

  gradient(unit: string): void {
    const updated = new Set(this.#updated);
    const elements = this.#elements.get(unit)!;
    this.#derivations.add(`backward/${unit}`, elements, (variable) => this.#derive(variable, updated));
    const onRequest = this.#roles.get(this.#elements.get(unit)![0]!) === 'input';
    this.#push('backward', unit, (variable, within) => this.#gradientStep(variable, onRequest, within), onRequest);
  }

  updates(): void {
    this.#updates.all().forEach((step) => this.#update(step));
  }

  /** One unit by itself: what comes later reads it as updated. */
  updateAtOnce(unit: string): void {
    this.#updates.of(unit).forEach((step) => this.#update(step));
    this.#elements.get(unit)!.forEach((parameter) => this.#updated.add(parameter));
  }

  #update({ unit, elements, formulaFor }: UpdateStep): void {
    this.#elements.set(unit, [...elements]);
    this.#derivations.add(`update/${unit}`, elements, (each) => [assign(updateOf(each), formulaFor(each))]);
    this.#push('update', unit, (element, within) => {
      const ref = updateOf(element);
      return {
        ...plain,
        ref,
        phase: 'update',
        kind: 'update',
        target: element,
        result: ref,
        formula: this.formulaOf(ref),
        ...(within !== undefined && { within }),
      };
    });
  }

  /** What a derivative's reference stands for; used to write a path out, factor by factor. */
  formulaOf(ref: string): Formula {
    return this.#derivations.find(ref, this.graph.unitOf)!.shown;
  }

  consumers(variable: string): readonly string[] {
    return this.graph.consumers(variable).filter((line) => this.graph.distance(line) !== undefined);
  }

  trace(): Trace {
    const { steps } = this.#steps;
    const derivations = this.#derivations;
    const { unitOf } = this.graph;
    const state = stateOf(this.setup);
    return {
      setup: this.setup,
      state,
      moved: [...this.#updates.parameters, ...state.map((each) => each.name)],
      graph: this.graph,
      steps,
      walk: steps.filter((step) => !step.onRequest),
      get assignments() {
        return derivations.all;
      },
      assignment: (ref) => derivations.find(ref, unitOf),
      ...this.#steps.lookup(unitOf),
    };
  }

  /** Everything that a gradient is computed from: its lines' derivatives, its terms, itself. */
  #derive(variable: string, updated: ReadonlySet<string>): readonly Assignment[] {
    const consumers = this.consumers(variable);
    const locals = consumers.map((via) => this.#local(via, variable, updated));
    const terms = consumers.map((via) => termOf(via, variable));
    const formula = this.#sum(variable, terms);
    if (consumers.length < 2) return [...locals, assign(gradientOf(variable), formula)];
    const summands = consumers.map((via, i) => assign(pathTerm(variable, via), terms[i]!));
    return [
      ...locals,
      ...summands,
      assign(gradientOf(variable), formula, add(...summands.map(({ ref }) => name(ref)))),
    ];
  }

  /** ∂via/∂variable. In the superseded update order it reads parameters that are already updated. */
  #local(via: string, variable: string, updated: ReadonlySet<string>): Assignment {
    const { formula, outputs } = this.graph.lines.get(via)!;
    const read = (each: Formula): Formula =>
      updated.size === 0 ? each : substitute(each, (used) => (updated.has(used) ? name(updateOf(used)) : undefined));
    const options = { output: via, ...(outputs && { outputs }) };
    const shown = read(differentiate(formula, variable, options));
    const computed = read(differentiate(formula, variable, { ...options, stable: true }));
    return assign(localOf(via, variable), shown, computed);
  }

  #gradientStep(variable: string, onRequest: boolean, within?: string): Step {
    const ref = gradientOf(variable);
    const paths = onceMade(() => this.#pathsOf(variable));
    const children = onceMade(() => this.#inside(variable, paths()));
    return {
      ref,
      phase: 'backward',
      kind: 'gradient',
      target: variable,
      result: ref,
      formula: this.formulaOf(ref),
      get paths() {
        return paths();
      },
      get children() {
        return children();
      },
      ...(onRequest && { onRequest }),
      ...(within !== undefined && { within }),
    };
  }

  /** The terms of a sum over paths, each with the derivative in it; of a single path the derivative alone. */
  #inside(variable: string, paths: readonly Path[]): readonly Step[] {
    const locals = paths.map(({ via }) => this.#localStep(via, variable));
    return paths.length > 1 ? paths.map((path, i) => this.#pathStep(variable, path, locals[i]!)) : locals;
  }

  #localStep(via: string, variable: string): Step {
    const ref = localOf(via, variable);
    return {
      ...plain,
      ref,
      phase: 'backward',
      kind: 'local',
      target: variable,
      result: ref,
      formula: this.formulaOf(ref),
    };
  }

  #pathStep(variable: string, path: Path, local: Step): Step {
    const ref = pathTerm(variable, path.via);
    return {
      ref,
      phase: 'backward',
      kind: 'path',
      target: variable,
      result: ref,
      formula: termOf(path.via, variable),
      paths: [path],
      children: [local],
    };
  }

  #sum(variable: string, terms: readonly Formula[]): Formula {
    if (variable === this.loss) return number(1);
    return terms.length === 0 ? number(0) : terms.length === 1 ? terms[0]! : add(...terms);
  }

  #push(phase: Phase, unit: string, make: TensorSteps['make'], onRequest = false): void {
    const elements = this.#elements.get(unit)!;
    if (elements.length === 1 && elements[0] === unit) this.#steps.add(make(unit));
    else this.#steps.addTensor({ phase, unit, elements, make, onRequest });
  }
}

/** Steps are many, and few are looked into. */
function onceMade<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

const plain = { paths: [], children: [] } as const;

/** Upstream × local: what a gradient gets along one path. */
const termOf = (via: string, variable: string): Formula => mul(name(gradientOf(via)), name(localOf(via, variable)));

/** The same structure with other numbers: those of another batch. */
export const withGiven = (trace: Trace, given: Setup['given'], sampling: Sampling): Trace =>
  Object.create(trace, { setup: { value: { ...trace.setup, given, sampling }, enumerable: true } }) as Trace;
