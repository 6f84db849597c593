import { formatNumber } from '../../src/index.js';

/** A loss beside its axis: `0.05`, `10⁻⁵`, `2 × 10⁸`. */
export function tickText(loss: number): string {
  const size = Math.abs(loss);
  if (loss === 0 || (size >= 0.001 && size < 100_000)) return formatNumber(String(loss));
  return formatNumber(loss.toExponential().replace('+', '')).replace(/^(−?)1 × /, '$1');
}

/** A count of updates: `10,000`. */
export const countText = (count: number): string => count.toLocaleString('en');
