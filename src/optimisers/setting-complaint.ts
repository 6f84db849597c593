import type { Setting } from './optimiser.js';

/** What is wrong with the value of a setting: a sentence with the fix, or nothing. */
export function settingComplaint(name: string, text: string, { usual, range }: Setting): string | undefined {
  const value = Number(text);
  const { above = -Infinity, from = -Infinity, below = Infinity, to = Infinity, whole } = range;
  if (value > above && value >= from && value < below && value <= to && (!whole || Number.isInteger(value)))
    return undefined;
  return `\`${name}\` is ${text}, and it must be ${range.said}: a usual value is ${usual}.`;
}
