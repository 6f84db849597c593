/**
 * A number as written, one step up or down in its last digit: `0.40` gives `0.41`, `1e3` gives `2e3`. On its text,
 * since 0.1 + 0.01 in doubles is not what a person expects to read. `undefined` where it is not a number as written.
 */
export function nudge(text: string, by: 1 | -1): string | undefined {
  const [, sign, whole, places = '', exponent = ''] = /^([+-]?)(\d+)(?:\.(\d*))?(e[+-]?\d+)?$/i.exec(text) ?? [];
  if (sign === undefined || whole === undefined) return undefined;
  const moved = BigInt(sign + whole + places) + BigInt(by);
  const digits = (moved < 0n ? -moved : moved).toString().padStart(places.length + 1, '0');
  const point = digits.length - places.length;
  const number = places ? `${digits.slice(0, point)}.${digits.slice(point)}` : digits;
  return `${moved < 0n ? '-' : ''}${number}${exponent}`;
}
