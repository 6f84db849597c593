/** How many updates may be trained in one go. */
export const mostUpdates = 1_000_000;

/** A whole number of updates as people type it: `10000`, `10,000`, `10 000`, `1e4`. `undefined`: it is none. */
export function readUpdates(typed: string): number | undefined {
  const text = typed.trim();
  const grouped = /^\d{1,3}([ ,.'’\u00a0\u2009\u202f]\d{3})+$/.test(text);
  if (!grouped && !/^\d+(e\d)?$/i.test(text)) return undefined;
  const updates = Number(grouped ? text.replace(/\D/g, '') : text);
  return updates >= 1 && updates <= mostUpdates ? updates : undefined;
}
