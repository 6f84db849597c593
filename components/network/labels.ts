import { near, passes, pointAt, type Box, type Point } from './geometry.js';

/** A label to place somewhere along a line. */
export interface Wanted {
  readonly line: readonly Point[];
  readonly w: number;
  readonly h: number;
}

/** Where along an edge a label may stand, the best first. */
const fractions = [0.5, 0.42, 0.58, 0.35, 0.65, 0.28, 0.72, 0.22, 0.78, 0.16, 0.84];

/**
 * A place on its line for each label: never on a box or another label, and where it can be, off the
 * other lines. `undefined` where there is no such place.
 */
export function placeLabels(
  wanted: readonly Wanted[],
  lines: readonly (readonly Point[])[],
  boxes: readonly Box[],
): readonly (Box | undefined)[] {
  const placed: Box[] = [];
  const result = new Map<Wanted, Box>();
  // Level lines have the fewest places to choose from.
  for (const each of [...wanted].sort((a, b) => rise(a) - rise(b))) {
    const { w, h, line } = each;
    const others = lines.filter((other) => other !== line);
    let best: Box | undefined;
    let least = Infinity;
    for (const fraction of fractions) {
      const box = { ...pointAt(line, fraction), w, h };
      if ([...boxes, ...placed].some((other) => near(box, other, 2))) continue;
      const cost = others.filter((other) => passes(other, box)).length + Math.abs(fraction - 0.5);
      if (cost < least) [best, least] = [box, cost];
    }
    if (!best) continue;
    placed.push(best);
    result.set(each, best);
  }
  return wanted.map((each) => result.get(each));
}

const rise = ({ line }: Wanted): number => Math.abs(line.at(-1)!.y - line[0]!.y);
