import { Crossings } from './crossing.js';
import { around, near, pointsAt, type Box, type Point } from './geometry.js';

/** A label to place somewhere along a line. */
export interface Wanted {
  readonly line: readonly Point[];
  readonly w: number;
  readonly h: number;
}

/** Where along an edge a label may stand. */
const fractions = Array.from({ length: 25 }, (_, i) => 0.14 + i * 0.03);
/** Best in the middle of a level edge; on a rising one before the middle, where edges cross each other. */
const middle = 0.5;
const early = 0.35;

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
  const crossings = new Crossings(lines);
  const result = new Map<Wanted, Box>();
  // Level lines have the fewest places to choose from.
  for (const each of [...wanted].sort((a, b) => rise(a) - rise(b))) {
    const { w, h, line } = each;
    const best = rise(each) > h ? early : middle;
    const reach = { ...around(line), w: around(line).w + w, h: around(line).h + h };
    const taken = [...boxes, ...placed].filter((box) => near(reach, box, 3));
    let found: Box | undefined;
    let least = Infinity;
    for (const [i, at] of pointsAt(line, fractions).entries()) {
      const fraction = fractions[i]!;
      const box = { ...at, w, h };
      if (taken.some((other) => near(box, other, 2))) continue;
      const through = crossings.through(box);
      const others = through.size - (through.has(line) ? 1 : 0);
      const cost = others + 2 * Math.abs(fraction - best);
      if (cost < least) [found, least] = [box, cost];
    }
    if (!found) continue;
    placed.push(found);
    result.set(each, found);
  }
  return wanted.map((each) => result.get(each));
}

const rise = ({ line }: Wanted): number => Math.abs(line.at(-1)!.y - line[0]!.y);
