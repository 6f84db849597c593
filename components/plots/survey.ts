import {
  loadTraining,
  lossOver,
  setupOf,
  traceOf,
  type Lesson,
  type LessonState,
  type PathsPlot,
  type Trace,
} from '../../src/index.js';
import { words } from '../words.js';
import type { Picture } from './bp-paths-plot.js';
import type { Compared } from './compared.js';
import { gridOf, levelLines, levelsOf } from './level-lines.js';
import { fittedRanges, hasBoth, remarkOn, wayOf, type Way } from './ways.js';

const say = words.plots;

/** A way, and how it goes seen from the picture. */
export interface SurveyedWay extends Way {
  readonly remark: string;
}

/** Everything that a paths plot draws. */
export interface Survey {
  readonly ways: readonly SurveyedWay[];
  readonly picture?: Picture;
  /** What there is to know of the picture, in sentences. */
  readonly remarks: readonly string[];
}

/** How fine the loss is looked at, and about how many level lines there are. */
const grid = { columns: 72, rows: 56 };
const lines = 9;

/**
 * Train under every choice, and work out the loss around the paths.
 * @throws the signal's reason when it is aborted; an error of ours where training could not be loaded
 */
export async function surveyOf(
  plot: PathsPlot,
  compared: readonly Compared[],
  updates: number,
  signal: AbortSignal,
): Promise<Survey> {
  await loadTraining();
  const able = compared.filter(({ run }) => run && hasBoth(run, plot));
  const remarks = compared.flatMap((each) =>
    each.problem !== undefined
      ? say.cannot(each.label, each.problem)
      : able.includes(each)
        ? []
        : say.cannot(each.label, say.gone(plot.x.name, plot.y.name)),
  );
  const ways: Way[] = [];
  for (const each of able) ways.push(await wayOf(plot, each, updates, signal));
  const main = ways.find(({ isInForce }) => isInForce) ?? ways[0];
  if (!main) return { ways: [], remarks };

  const names = [plot.x.name, plot.y.name];
  const loss = lossOver(wholeTrace(main), names);
  const [fittedX, fittedY] = fittedRanges(ways, loss);
  const [x, y] = [plot.x.range ?? fittedX, plot.y.range ?? fittedY];
  const { columns, rows, values } = await gridOf(loss, x, y, { ...grid, signal });
  const levels = levelLines({ columns, rows, values }, levelsOf(values, lines));
  if (!values.some(Number.isFinite)) remarks.push(say.noLoss);
  if (ways.some((way) => differs(way, main, loss, names))) remarks.push(say.otherLoss);
  return {
    ways: ways.map((way) => ({ ...way, remark: remarkOn(way, x, y, loss) })),
    picture: { x, y, levels },
    remarks,
  };
}

/** Whether a choice changes what the loss is, seen from where its path ends. */
function differs(way: Way, main: Way, loss: (x: number, y: number) => number, names: readonly string[]): boolean {
  const [first, last] = [way.points[0], way.points.at(-1)];
  if (way === main || !first || !last) return false;
  const own = lossOver(wholeTrace(way), names);
  return [first, last].some((point) => own(...point) !== loss(...point) && Number.isFinite(own(...point)));
}

/** With batches an iteration sees a few samples; the picture is of the loss on all of them. */
function wholeTrace({ state, run }: Compared): Trace {
  const { lesson } = state;
  const withoutBatches = takeBatches(lesson);
  return withoutBatches === lesson ? run!.trace : traceOf(setupOf({ ...state, lesson: withoutBatches }));
}

function takeBatches(lesson: Lesson): Lesson {
  const choices = lesson.conventions.flatMap((each) => each.choices);
  if (!lesson.batches && !choices.some(({ batches }) => batches)) return lesson;
  const { batches: _, ...rest } = lesson;
  const conventions = lesson.conventions.map((each) => ({
    ...each,
    choices: each.choices.map(({ batches: _, ...choice }) => choice),
  }));
  return { ...rest, conventions };
}

/** What a survey depends on. */
export const surveyKey = ({ lesson, program, edits, choices }: LessonState, updates: number): string =>
  JSON.stringify([lesson.id, program?.text, edits, choices, updates]);
