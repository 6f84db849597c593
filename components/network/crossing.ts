import { segmentPasses, type Box, type Point } from './geometry.js';

/** About as wide as a label. */
const cell = 60;

interface Segment {
  readonly line: readonly Point[];
  readonly from: Point;
  readonly to: Point;
}

/**
 * Finds the lines that pass through a box. Their pieces are kept by the part of the plane they are in, so that a box is not
 * held against every piece of every line.
 */
export class Crossings {
  readonly #cells = new Map<string, Segment[]>();

  constructor(lines: readonly (readonly Point[])[]) {
    for (const line of lines) {
      for (const [i, to] of line.slice(1).entries()) this.#add({ line, from: line[i]!, to });
    }
  }

  /** The lines through a box. */
  through(box: Box): ReadonlySet<readonly Point[]> {
    const found = new Set<readonly Point[]>();
    for (const key of keys(box)) {
      for (const { line, from, to } of this.#cells.get(key) ?? []) {
        if (!found.has(line) && segmentPasses(from, to, box)) found.add(line);
      }
    }
    return found;
  }

  #add(segment: Segment): void {
    const { from, to } = segment;
    const box = {
      x: (from.x + to.x) / 2,
      y: (from.y + to.y) / 2,
      w: Math.abs(to.x - from.x),
      h: Math.abs(to.y - from.y),
    };
    for (const key of keys(box)) {
      const known = this.#cells.get(key);
      if (known) known.push(segment);
      else this.#cells.set(key, [segment]);
    }
  }
}

function* keys({ x, y, w, h }: Box): Generator<string> {
  const [left, right] = [Math.floor((x - w / 2) / cell), Math.floor((x + w / 2) / cell)];
  const [top, bottom] = [Math.floor((y - h / 2) / cell), Math.floor((y + h / 2) / cell)];
  for (let column = left; column <= right; column++) {
    for (let row = top; row <= bottom; row++) yield `${column} ${row}`;
  }
}
