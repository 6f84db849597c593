import type { SeriesPlot } from '../../src/index.js';
import { words } from '../words.js';
import { rangesText, type Series } from './series.js';

const say = words.plots;

/** What the picture cannot show, in sentences: signs, exact zeros, what does not exist, choices that cannot be computed. */
export function remarksOf({ axis, scale }: SeriesPlot, lines: readonly Series[]): readonly string[] {
  const values = lines.flatMap(({ points }) => points.map(({ value }) => value));
  const remarks: string[] = [];
  if (scale === 'log' && values.some((value) => value.kind === 'number' && value.isNegative)) remarks.push(say.signs);
  for (const line of lines) remarks.push(...remarksOn(line, axis));
  return remarks;
}

function remarksOn({ label, points, problem }: Series, axis: string): readonly string[] {
  if (problem !== undefined) return [label ? say.cannot(label, problem) : problem];
  const named = label && `${label}: `;
  if (!points.length) return [`${named}${say.noPoints(axis)}`];
  const remarks: string[] = [];
  const zeros = points.filter(({ value }) => value.kind === 'zero').map(({ step }) => step);
  if (zeros.length) remarks.push(say.zeros(named, at(zeros, axis)));
  const reasons = new Map<string, number[]>();
  for (const { step, value } of points) {
    if (value.kind === 'none')
      reasons.set(value.failure.message, [...(reasons.get(value.failure.message) ?? []), step]);
  }
  for (const [reason, steps] of reasons) remarks.push(say.missing(named, at(steps, axis), reason));
  return remarks;
}

const at = (steps: readonly number[], axis: string): string => `${axis} ${rangesText(steps, say.to)}`;
