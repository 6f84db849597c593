/** The places of an axis that are shown, from 0, in order; `undefined` stands for those left out. */
export type Window = readonly (number | undefined)[];

/** An axis is shown whole up to this size, otherwise in so many places. */
const whole = 8;
const places = 7;

/** How many places an axis takes, whatever it shows. */
export const placesFor = (size: number): number => (size <= whole ? size : places);

/** What a long axis shows: its ends, and what is next to the place in question. Always as many places. */
export function windowAt(size: number, at: number): Window {
  if (size <= whole) return Array.from({ length: size }, (_, i) => i);
  const last = size - 1;
  if (at < 4) return [0, 1, 2, 3, 4, undefined, last];
  if (at > last - 4) return [0, undefined, last - 4, last - 3, last - 2, last - 1, last];
  return [0, undefined, at - 1, at, at + 1, undefined, last];
}
