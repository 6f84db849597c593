import type { Formula } from '../formula/formula.js';
import { parseReference, valueReference } from './reference.js';
import type { Path, Phase, Step, Trace } from './step.js';

/** The elements of a tensor in one phase, and how the step of one is made. */
export interface TensorSteps {
  readonly phase: Phase;
  readonly unit: string;
  readonly elements: readonly string[];
  /** `within`: the reference of the tensor's step. */
  readonly make: (element: string, within?: string) => Step;
  readonly onRequest: boolean;
}

/** Steps in the order of the walk. Those inside a tensor's step are made when they are first read. */
export class StepTree {
  readonly steps: Step[] = [];
  readonly #places = new Map<string, number>();

  add(step: Step): void {
    this.#places.set(step.ref, this.steps.push(step) - 1);
  }

  addTensor(tensor: TensorSteps): void {
    this.add(new TensorStep(tensor));
  }

  /** How steps are found. `unitOf` gives the tensor that a variable belongs to. */
  lookup(unitOf: (variable: string) => string): Pick<Trace, 'find' | 'placeOf'> {
    const outer = (ref: string): Step | undefined => {
      const reference = parseReference(ref)?.reference;
      if (!reference) return undefined;
      const { kind } = reference;
      const phases: readonly Phase[] =
        kind === 'value' ? ['forward', 'loss'] : kind === 'path' || kind === 'local' ? ['backward'] : [kind];
      const unit = unitOf(kind === 'local' ? reference.by : reference.name);
      const at = phases.map((phase) => this.#places.get(`${phase}/${unit}`)).find((place) => place !== undefined);
      return at === undefined ? undefined : this.steps[at];
    };
    const walkPlaces = new Map(this.steps.filter((step) => !step.onRequest).map((step, i) => [step.ref, i]));
    return {
      find: (ref) => {
        const step = outer(ref);
        return step && inside(step, ref);
      },
      placeOf: (ref) => walkPlaces.get(outer(ref)?.ref ?? ''),
    };
  }
}

/** The step itself or the one inside it that has this reference, or gives this value. */
function inside(step: Step, ref: string): Step | undefined {
  if (step.ref === ref || step.result === valueReference(ref)) return step;
  if (step instanceof TensorStep) {
    const element = step.elementWith(ref);
    return element && inside(element, ref);
  }
  for (const child of step.children) {
    const found = inside(child, ref);
    if (found) return found;
  }
  return undefined;
}

/** A tensor's step: its elements are steps of their own. */
class TensorStep implements Step {
  readonly kind = 'tensor';
  readonly ref: string;
  readonly phase: Phase;
  readonly target: string;
  readonly onRequest?: true;
  readonly #steps = new Map<string, Step>();
  readonly #elements: ReadonlySet<string>;

  constructor(private readonly tensor: TensorSteps) {
    const { phase, unit, onRequest } = tensor;
    this.ref = `${phase}/${unit}`;
    this.phase = phase;
    this.target = unit;
    this.#elements = new Set(tensor.elements);
    if (onRequest) this.onRequest = true;
  }

  get result(): string {
    return valueReference(this.ref);
  }

  get formula(): Formula {
    return this.first.formula;
  }

  get paths(): readonly Path[] {
    return this.first.paths;
  }

  get children(): readonly Step[] {
    return this.tensor.elements.map((element) => this.#step(element));
  }

  elementWith(ref: string): Step | undefined {
    const reference = parseReference(ref)?.reference;
    const name = reference?.kind === 'local' ? reference.by : reference?.name;
    return name !== undefined && this.#elements.has(name) ? this.#step(name) : undefined;
  }

  get first(): Step {
    return this.#step(this.tensor.elements[0]!);
  }

  #step(element: string): Step {
    let step = this.#steps.get(element);
    if (!step) this.#steps.set(element, (step = this.tensor.make(element, this.ref)));
    return step;
  }
}
