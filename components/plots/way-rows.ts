import type { LessonState, Numbers, PathsPlot } from '../../src/index.js';
import { numbersOf } from './compared.js';
import { plotValue, type PlotValue } from './value.js';
import type { Way } from './ways.js';

/** One way in the table: its numbers after so many updates, or after its last one. */
export interface WayRow {
  readonly iteration: number;
  readonly numbers: Numbers;
  readonly loss: string;
  readonly x: string;
  readonly y: string;
  /** What the optimiser keeps for both parameters, and for all. */
  readonly kept: readonly string[];
  /** All of these. */
  readonly refs: readonly string[];
  value(name: string): PlotValue;
}

/** What the table says of a way that could be trained. */
export function rowOf({ run, points }: Way, plot: PathsPlot, state: LessonState, iteration: number): WayRow {
  const at = Math.min(iteration, Math.max(points.length - 1, 0));
  const numbers = numbersOf(run!, { ...state, iteration: at });
  const [x, y] = [plot.x.name, plot.y.name];
  const { setup, state: keeps } = run!.trace;
  const kept = keeps
    .map(({ name }) => name)
    .filter((name) => name.startsWith('step.') || [x, y].includes(ownerOf(name)));
  const { loss } = setup;
  return {
    iteration: at,
    numbers,
    loss,
    x,
    y,
    kept,
    refs: [loss, x, y, ...kept],
    value: (name) => plotValue(numbers, name),
  };
}

/** The parameter that something is kept for: `w1` of `w1.v`, `W[2,1]` of `W.v[2,1]`. */
const ownerOf = (name: string): string => name.replace(/\.\w+(?=\[|$)/, '');
