/** Milliseconds, over all rounds. The fastest round says what the code costs when nothing else runs. */
export interface Measured {
  readonly median: number;
  readonly fastest: number;
}

/**
 * Measure several functions, run in turn round after round so that a busy machine slows them alike.
 * The first rounds, in which the compiler is still at work, do not count.
 */
export function measure<Name extends string>(
  functions: Readonly<Record<Name, () => unknown>>,
  { rounds = 60, warmUp = 20 } = {},
): Readonly<Record<Name, Measured>> {
  const names = Object.keys(functions) as Name[];
  const times = new Map(names.map((name) => [name, [] as number[]]));
  for (let round = 0; round < warmUp + rounds; round++) {
    for (const name of names) {
      const start = performance.now();
      functions[name]();
      if (round >= warmUp) times.get(name)!.push(performance.now() - start);
    }
  }
  return Object.fromEntries(names.map((name) => [name, summary(times.get(name)!)])) as Record<Name, Measured>;
}

const summary = (values: readonly number[]): Measured => ({ median: median(values), fastest: Math.min(...values) });

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
