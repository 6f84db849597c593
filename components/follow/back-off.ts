/** Milliseconds before the first retry, and at most. */
const first = 500;
const most = 15_000;

/**
 * How long to wait before a connection is tried again, in milliseconds. It doubles from one try to the next, and is
 * spread over half of that: a whole room that lost its server must not come back in one instant.
 * @param failures tries in a row that failed, from 1
 * @param random a number from 0 to 1
 */
export function backOff(failures: number, random = Math.random()): number {
  const whole = Math.min(most, first * 2 ** Math.min(failures - 1, 16));
  return whole * (0.5 + random / 2);
}
