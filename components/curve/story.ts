import type { CurvePoint } from './training-run.js';

/** How the loss went: the points that a sentence about it names. */
export interface Story {
  readonly kind: 'start' | 'falls' | 'rises' | 'stays' | 'turns';
  readonly first: CurvePoint;
  readonly last: CurvePoint;
  /** Where it was lowest; for `turns`. */
  readonly lowest: CurvePoint;
}

/** `turns`: it fell and then rose again for good. A wobble of less than half of the way down is none. */
export function storyOf(points: readonly CurvePoint[]): Story | undefined {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return undefined;
  const lowest = points.reduce((least, point) => (point.value < least.value ? point : least));
  return { kind: kindOf(first, last, lowest), first, last, lowest };
}

function kindOf(first: CurvePoint, last: CurvePoint, lowest: CurvePoint): Story['kind'] {
  if (first === last) return 'start';
  if (last.value - lowest.value > (first.value - lowest.value) / 2 && lowest.value < first.value) return 'turns';
  return last.value < first.value ? 'falls' : last.value > first.value ? 'rises' : 'stays';
}
