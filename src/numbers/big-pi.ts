import { classOf } from './big.js';
import type { Big } from './number-system.js';

const pis = new Map<number, string>();

/** π to the precision of the number's class. */
export function bigPi(like: Big): Big {
  const own = classOf(like);
  const text = pis.get(own.precision) ?? piText(own.precision);
  pis.set(own.precision, text);
  return new own(text).plus(0);
}

/** π to more than so many digits, by Machin's formula: π = 16 arctan(1/5) − 4 arctan(1/239). */
function piText(digits: number): string {
  const one = 10n ** BigInt(digits + 10);
  const arctanOfInverse = (n: bigint): bigint => {
    let sum = 0n;
    for (let term = one / n, k = 1n; term !== 0n; term /= -n * n, k += 2n) sum += term / k;
    return sum;
  };
  const pi = (16n * arctanOfInverse(5n) - 4n * arctanOfInverse(239n)).toString();
  return `3.${pi.slice(1)}`;
}
