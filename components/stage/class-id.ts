/** A name for a class that begins now: windows with the same one belong together, and the clock counts from it. */
export const newClassId = (): string => Date.now().toString(36);

/** When a class began, in milliseconds since 1970; now, where its name does not say. */
export function beginOf(id: string): number {
  const time = /^[0-9a-z]{8,9}$/.test(id) ? parseInt(id, 36) : NaN;
  return time <= Date.now() ? time : Date.now();
}
