import { InputError, withConvention, type Choice, type LessonState, type Numbers, type Run } from '../../src/index.js';
import { Runs } from '../make-scene.js';
import type { Scene } from '../scene.js';
import { reasonOf } from '../values/refusal.js';
import { lineStyle, type LineStyle } from './palette.js';

/** One line of a plot: what comes out under one choice of a convention, all else as the reader has it. */
export interface Compared {
  /** The choice's id; empty where nothing is compared. */
  readonly id: string;
  readonly label: string;
  readonly style: LineStyle;
  readonly isInForce: boolean;
  readonly state: LessonState;
  /** Absent where it cannot be computed; `problem` says why. */
  readonly run?: Run;
  readonly problem?: string;
}

/** The runs of all choices of a convention. They are kept while only the place in the lesson changes. */
export class ComparedRuns {
  readonly #runs = new Map<string, Runs>();

  /**
   * @param state whose other choices and values hold; the scene's own, or one that the reader tries out
   * @param convention its id; without one there is a single line
   */
  of(scene: Scene, state: LessonState, convention: string | undefined): readonly Compared[] {
    const { lesson, choices: chosen } = state;
    const found = lesson.conventions.find(({ id }) => id === convention);
    const choices: readonly Pick<Choice, 'id' | 'label'>[] = found?.choices ?? [{ id: '', label: '' }];
    const inForce = found ? (chosen[found.id] ?? found.choices[0]!.id) : '';
    return choices.map(({ id, label }, place) => {
      const isInForce = id === inForce;
      const its = found ? withConvention(state, found.id, id) : state;
      const line = { id, label, style: lineStyle(place), isInForce, state: its };
      try {
        return { ...line, run: isInForce && state === scene.state ? scene.run : this.#runsOf(id).of(its) };
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        return { ...line, problem: reasonOf(error) };
      }
    });
  }

  #runsOf(choice: string): Runs {
    const known = this.#runs.get(choice) ?? new Runs(2);
    this.#runs.set(choice, known);
    return known;
  }
}

/** The numbers of a line where the reader stands. */
export const numbersOf = (run: Run, { iteration, paper, digits }: LessonState): Numbers =>
  paper ? run.onPaper(iteration, digits) : run.at(iteration);
