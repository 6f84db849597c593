import {
  hasOwnValues,
  placeInPart,
  placeOf,
  runOf,
  trainingLoaded,
  walkOf,
  withOwnValues,
  type LessonState,
  type Numbers,
  type Run,
  type Trace,
} from '../src/index.js';
import type { Scene } from './scene.js';

/** The runs of the last few setups, so that undoing an edit or switching back costs nothing. */
export class Runs {
  readonly #runs = new Map<string, Run>();

  /** @param kept how many */
  constructor(private readonly kept = 8) {}

  /** The run of a state's program, values and conventions, at its iteration. */
  of(state: LessonState): Run {
    const key = JSON.stringify([state.lesson.id, state.program?.text, state.edits, state.choices]);
    const run = this.#runs.get(key) ?? runOf(state);
    this.#runs.delete(key);
    this.#runs.set(key, run);
    if (this.#runs.size > this.kept) this.#runs.delete(this.#runs.keys().next().value!);
    return run.on(state.iteration);
  }
}

/** Whether a program has so many numbers, its derivatives included, that only those that are shown are proven. */
export function isLarge(trace: Trace): boolean {
  const { program, given } = trace.setup;
  if (program.lines.length + given.length > 500) return true;
  const known = derivatives.get(trace);
  if (known !== undefined) return known > mostDerivatives;
  // A line has a derivative by each name that it uses; nothing needs to be derived to count them.
  const count = program.lines.reduce((sum, { name }) => sum + trace.graph.uses(name).length, 0);
  derivatives.set(trace, count);
  return count > mostDerivatives;
}

const mostDerivatives = 2000;
const derivatives = new WeakMap<Trace, number>();

/**
 * Everything that follows from a state. If its step is gone from the trace, the nearest one stands in.
 * @param unproven is told of numbers that were shown without proof: of other iterations (`E_total@1`), and in a
 * program with very many numbers of this one
 */
export function makeScene(
  state: LessonState,
  runs: Pick<Runs, 'of'>,
  unproven: (ref: string, iteration: number, digits: number) => void = () => undefined,
): Scene {
  const run = runs.of(state);
  const { trace } = run;
  const found = trace.find(state.step) ?? trace.find(placeOf(trace, state.step).step)!;
  // A tensor's step begins with its first element.
  const step = found.first ?? found;
  const tensor = step.within === undefined ? undefined : trace.find(step.within);
  const numbers = state.paper ? run.onPaper(state.iteration, state.digits) : run.at(state.iteration);
  return {
    state,
    run,
    setup: trace.setup,
    trace,
    step,
    ...(tensor && { tensor }),
    walk: walkOf(trace, state),
    index: placeInPart(trace, { ...state, step: step.ref }),
    numbers,
    changed: hasOwnValues(state) ? new Set() : changedAgainst(run.at(state.iteration), runs.of(withOwnValues(state))),
    show: (ref, digits = state.digits) => {
      const at = /^(.*)@(\d+)$/.exec(ref);
      if (!at) {
        const shown = numbers.show(ref, digits);
        if (isLarge(trace) && (shown?.provisional ?? true)) unproven(ref, state.iteration, digits);
        return shown;
      }
      const iteration = Number(at[2]);
      if (iteration > 0 && !trainingLoaded()) return undefined;
      const shown = run.at(iteration).show(at[1]!, digits);
      if (shown?.provisional ?? true) unproven(at[1]!, iteration, digits);
      return shown;
    },
    numbersAt: (iteration) => run.at(iteration),
  };
}

/** Whether a reference's value differs from the lesson's own, at the same iteration. */
function changedAgainst(ours: Numbers, ownRun: Run): Scene['changed'] {
  const own = ownRun.at(ours.iteration);
  return { has: (ref) => ours.double(ref) !== own.double(ref) };
}
