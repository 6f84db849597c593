import type { Formula } from '../formula/formula.js';
import type { UpdateLine } from '../optimisers/optimiser.js';
import { lineFor, lineForAll, ownName, parametersOf, sharedName } from './optimiser-state.js';
import type { Setup } from './setup.js';

/** What one line of an update gives: a number for each parameter of a unit, or one for all of them. */
export interface UpdateStep {
  /** `W1`, `W1.v`; `step.k`. */
  readonly unit: string;
  readonly elements: readonly string[];
  readonly formulaFor: (element: string) => Formula;
}

/** The steps of an update, in order. */
export class UpdateSteps {
  readonly parameters: readonly string[];
  #hasBegun = false;

  /** @param elementsOf the scalars of a unit */
  constructor(
    private readonly setup: Setup,
    private readonly elementsOf: (unit: string) => readonly string[],
    private readonly unitOf: (variable: string) => string,
  ) {
    this.parameters = parametersOf(setup);
  }

  /** Every trained parameter, in the order in which they are given, and what is worked out once in its place. */
  all(): readonly UpdateStep[] {
    const units = [...new Set(this.parameters.map(this.unitOf))];
    const { lines } = this.setup.optimiser;
    const stretches: UpdateLine[][] = [];
    for (const line of lines) {
      const last = stretches.at(-1);
      if (last && last[0]!.once === line.once) last.push(line);
      else stretches.push([line]);
    }
    return stretches.flatMap((stretch) =>
      stretch[0]!.once ? stretch.map((line) => this.#once(line)) : units.flatMap((unit) => this.#own(unit, stretch)),
    );
  }

  /** One unit by itself, where parameters move one by one: what is worked out once comes before the first. */
  of(unit: string): readonly UpdateStep[] {
    const { lines } = this.setup.optimiser;
    const once = this.#hasBegun ? [] : lines.filter((line) => line.once);
    this.#hasBegun = true;
    const own = lines.filter((line) => !line.once);
    return [...once.map((line) => this.#once(line)), ...this.#own(unit, own)];
  }

  #own(unit: string, lines: readonly UpdateLine[]): readonly UpdateStep[] {
    const parameters = this.elementsOf(unit);
    return lines.map(({ name, formula }): UpdateStep => {
      const elements = parameters.map((parameter) => ownName(parameter, name));
      const parameterOf = new Map(elements.map((element, i) => [element, parameters[i]!]));
      const formulaFor = (element: string): Formula =>
        lineFor(formula, parameterOf.get(element)!, this.setup.optimiser);
      return { unit: ownName(unit, name), elements, formulaFor };
    });
  }

  #once(line: UpdateLine): UpdateStep {
    const unit = sharedName(line.name);
    const formulaFor = (): Formula => lineForAll(line, this.parameters, this.setup.optimiser);
    return { unit, elements: [unit], formulaFor };
  }
}
