/** A place in a drawing, in pixels. */
export type Dot = readonly [x: number, y: number];

/** The part of a drawing that labels may stand in. */
interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/**
 * A place on each level line for its number: as far as can be from the other numbers and from the paths. None where it is crowded.
 * @param lines the dots of each line
 * @param taken what numbers should keep away from
 * @param em the height of text
 */
export function placeLabels(
  lines: readonly (readonly Dot[])[],
  { left, right, top, bottom }: Box,
  taken: readonly Dot[],
  em: number,
): readonly (Dot | undefined)[] {
  const placed: Dot[] = [];
  return lines.map((dots) => {
    let best: { readonly dot: Dot; readonly room: number } | undefined;
    for (const dot of dots) {
      const [x, y] = dot;
      if (x < left + 2 * em || x > right - 2 * em || y < top + em || y > bottom - em) continue;
      const room = Math.min(distance(dot, placed) / (4.5 * em), distance(dot, taken) / (2 * em), 3);
      if (room >= 1 && room > (best?.room ?? 0)) best = { dot, room };
    }
    if (best) placed.push(best.dot);
    return best?.dot;
  });
}

const distance = ([x, y]: Dot, others: readonly Dot[]): number =>
  others.reduce((least, [a, b]) => Math.min(least, Math.hypot(a - x, b - y)), Infinity);
