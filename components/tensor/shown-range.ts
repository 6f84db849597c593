/** Indices, from 0, that are left out; both ends belong to it. */
export interface Gap {
  readonly from: number;
  readonly to: number;
}

/**
 * Which of many rows or columns are shown: all if they are few, otherwise the first two, the last, and those next to
 * the ones of interest. What lies between is a gap.
 */
export function shownRange(count: number, most: number, around: Iterable<number>): readonly (number | Gap)[] {
  const shown = new Set([0, 1, count - 1]);
  for (const at of around) for (const each of [at - 1, at, at + 1]) shown.add(each);
  const range: (number | Gap)[] = [];
  for (let at = 0; at < count; at++) {
    // A gap of one takes the room of what it hides.
    const isShown = count <= most || shown.has(at) || (shown.has(at - 1) && shown.has(at + 1));
    const last = range.at(-1);
    if (isShown) range.push(at);
    else if (typeof last === 'object') range[range.length - 1] = { from: last.from, to: at };
    else range.push({ from: at, to: at });
  }
  return range;
}
