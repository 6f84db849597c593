import { elementAt, type Run, type SeriesPlot } from '../../src/index.js';
import type { Compared } from './compared.js';
import { numbersOf } from './compared.js';
import { plotValue, type PlotValue } from './value.js';

/** One number of a line. */
export interface SeriesPoint {
  /** The time step or layer, from 1. */
  readonly step: number;
  readonly ref: string;
  readonly value: PlotValue;
}

/** One line of a series plot. */
export interface Series extends Compared {
  readonly points: readonly SeriesPoint[];
}

/** No sequence is longer than this: a lesson has 10,000 numbers at most, and nobody sees more points. */
const mostSteps = 1000;

/** The line of a choice: a point for each step from 1 that its trace knows. The first may be missing, where there is none before it. */
export function seriesOf(plot: SeriesPlot, compared: Compared): Series {
  const { run, state } = compared;
  if (!run) return { ...compared, points: [] };
  const numbers = numbersOf(run, state);
  const points: SeriesPoint[] = [];
  for (let step = 1; step <= mostSteps; step++) {
    const ref = numberAt(run, elementAt(plot.of, step));
    if (isKnown(run, ref)) points.push({ step, ref, value: plotValue(numbers, ref) });
    else if (step > 1) break;
  }
  return { ...compared, points };
}

/** Under a convention that makes a vector of it (a batch, say) its first number stands for it. */
const numberAt = ({ trace }: Run, ref: string): string => trace.find(ref)?.first?.result ?? ref;

const isKnown = ({ trace }: Run, ref: string): boolean =>
  trace.find(ref) !== undefined ||
  trace.assignment(ref) !== undefined ||
  trace.setup.given.some(({ name }) => name === ref);

/** Every step that some line has. */
export const stepsOf = (lines: readonly Series[]): readonly number[] =>
  [...new Set(lines.flatMap(({ points }) => points.map(({ step }) => step)))].sort((a, b) => a - b);

/** Steps in words, neighbours as ranges: `1, 4 to 7`. */
export function rangesText(steps: readonly number[], to: string): string {
  const ranges: [from: number, to: number][] = [];
  for (const step of steps) {
    const last = ranges.at(-1);
    if (last && step === last[1] + 1) last[1] = step;
    else ranges.push([step, step]);
  }
  return ranges
    .map(([from, until]) => (from === until ? `${from}` : `${from}${until === from + 1 ? ', ' : ` ${to} `}${until}`))
    .join(', ');
}
