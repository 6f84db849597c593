import type { PathsPlot, Run } from '../../src/index.js';
import { words } from '../words.js';
import type { Compared } from './compared.js';
import type { Range } from './level-lines.js';

const say = words.plots;

/** The way of training through two parameters under one choice. */
export interface Way extends Compared {
  /** Both parameters after 0, 1, 2, … updates, as far as they are finite. */
  readonly points: readonly (readonly [x: number, y: number])[];
  /** Training cannot go on at this iteration: something is no longer a finite number. */
  readonly overflow?: number;
}

/**
 * Train so many updates and note where that leads. Needs `loadTraining` first.
 * @throws the signal's reason when it is aborted
 */
export async function wayOf(plot: PathsPlot, compared: Compared, updates: number, signal: AbortSignal): Promise<Way> {
  const { run } = compared;
  if (!run) return { ...compared, points: [] };
  const training = run.training!;
  let overflow: number | undefined;
  try {
    await training.train(updates, { signal });
  } catch (error) {
    if (signal.aborted || !isOverflow(error)) throw error;
    overflow = error.iteration;
  }
  const last = overflow === 0 ? -1 : Math.min(updates, training.reached);
  const places = [plot.x.name, plot.y.name].map((name) => training.names.indexOf(name));
  const start = run.givenAt(0);
  const points = Array.from({ length: last + 1 }, (_, iteration): readonly [number, number] => {
    const parameters = training.parametersAt(iteration);
    const [x, y] = places.map((place, i) => parameters[place] ?? start.get(i ? plot.y.name : plot.x.name)!);
    return [x!, y!];
  });
  return { ...compared, points, ...(overflow !== undefined && { overflow }) };
}

const isOverflow = (error: unknown): error is Error & { readonly iteration: number } =>
  error instanceof Error && error.name === 'Overflow';

/** Whether a run has both parameters: the reader's own program may have taken one away. */
export const hasBoth = ({ trace }: Run, { x, y }: PathsPlot): boolean =>
  [x, y].every(({ name }) => trace.setup.given.some((each) => each.name === name));

/** Beyond so many times the loss at the start (or below it, if that is negative) a path is on its way out. */
const far = 2;

/**
 * What the picture shows, where the lesson does not say it: the paths, as far as the loss on them stays near that at the
 * start, with some room around them.
 */
export function fittedRanges(
  ways: readonly Way[],
  loss: (x: number, y: number) => number,
): readonly [x: Range, y: Range] {
  const near = ways.flatMap(({ points }) => {
    const first = points[0];
    if (!first) return [];
    const start = loss(...first);
    const most = start + (far - 1) * Math.abs(start);
    return points.filter((point) => !(loss(...point) > most));
  });
  const [x, y] = [0, 1].map((axis) => rangeOf(near.map((point) => point[axis]!))) as [Range, Range];
  return [x, y];
}

const room = 0.18;

function rangeOf(values: readonly number[]): Range {
  if (!values.length) return { from: -1, to: 1 };
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const pad = low === high ? Math.abs(low) / 2 || 1 : (high - low) * room;
  return { from: low - pad, to: high + pad };
}

/** How a way goes, seen from the picture: it stays, leaves or diverges. */
export function remarkOn(
  { points, overflow }: Way,
  x: Range,
  y: Range,
  loss: (x: number, y: number) => number,
): string {
  if (overflow !== undefined) return say.overflows(say.count(overflow));
  const isInside = ([a, b]: readonly [number, number]): boolean => a >= x.from && a <= x.to && b >= y.from && b <= y.to;
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return '';
  const lastInside = points.findLastIndex(isInside);
  if (lastInside < points.length - 1) {
    const left = say.count(lastInside + 1);
    if (lastInside < 0) return say.outside;
    return loss(...last) <= loss(...first) ? say.leaves(left) : say.diverges(left);
  }
  if (points.every(([a, b]) => a === first[0] && b === first[1])) return say.unmoved;
  return points.every(isInside) ? say.stays : say.ends;
}
