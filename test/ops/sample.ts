import type { Op } from '../../src/ops/op.js';

/** How many inputs a list op is tried with. */
const listLength = 3;

/** Inputs of an op, as texts of a few digits, spread over its range; the same in every run. */
export function samples(op: Op, count: number): string[][] {
  const length = op.inputs === 'list' ? listLength : op.inputs.length;
  const random = generator(op.name);
  return Array.from({ length: count }, () =>
    Array.from({ length }, (_, i) => {
      const [from, to] = op.range?.[op.inputs === 'list' ? 0 : i] ?? [-4, 4];
      return (from + (to - from) * random()).toFixed(9);
    }),
  );
}

/** Numbers between 0 and 1 by the minimal standard generator of Park and Miller. */
function generator(seed: string): () => number {
  let state = [...seed].reduce((hash, letter) => (hash * 31 + letter.charCodeAt(0)) % 2147483647, 1);
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}
