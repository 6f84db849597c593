/**
 * The samples 1 … count in an order that follows from the seed, another one for every epoch (counted from 0).
 *
 * Numbers come from mulberry32 (Tommy Ettinger, 2017, public domain), begun at the seed. Fisher and Yates's shuffle takes
 * one for every place but the first, from the last down: place i trades with place ⌊u · i⌋ + 1, 0 ≤ u < 1. The next epoch
 * goes on where this one stopped, so that epoch e begins after e · (count − 1) numbers.
 */
export function shuffled(count: number, seed: number, epoch: number): readonly number[] {
  const random = mulberry32(seed, epoch * (count - 1));
  const samples = Array.from({ length: count }, (_, i) => i + 1);
  for (let i = count; i > 1; i--) {
    const j = Math.floor(random() * i);
    [samples[i - 1], samples[j]] = [samples[j]!, samples[i - 1]!];
  }
  return samples;
}

const step = 0x6d2b79f5;

/** Numbers from 0 up to, but not, 1, after so many have been passed over. */
function mulberry32(seed: number, passed: number): () => number {
  let state = Number((BigInt(seed) + BigInt(passed) * BigInt(step)) & 0xffffffffn) | 0;
  return () => {
    state = (state + step) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
