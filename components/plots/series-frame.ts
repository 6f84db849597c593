import { formatNumber } from '../../src/index.js';
import { linearScale, linearTicks, logTicks } from '../curve/scale.js';
import { tickText } from '../curve/tick-text.js';
import type { PlotValue } from './value.js';

/** A mark on an axis. */
export interface Tick {
  /** From 0 to 1, from the axis's beginning. */
  readonly place: number;
  readonly text: string;
}

/** The upright axis of a series plot. */
export interface ValueScale {
  /** From 0 (bottom) to 1; `undefined` for what has no place on it. */
  place(value: PlotValue): number | undefined;
  readonly ticks: readonly Tick[];
}

/** An axis of absolute values in powers of ten. An exact 0 has no place on it. */
export function powerScale(values: readonly PlotValue[], count: number): ValueScale {
  const logs = values.flatMap((value) => (value.kind === 'number' ? value.log : []));
  const { low, high } = spread(logs, 0.5, 0.04);
  return {
    place: (value) => (value.kind === 'number' ? (value.log - low) / (high - low) : undefined),
    ticks: powerTicks(low, high, count).map(({ log, text }) => ({ place: (log - low) / (high - low), text })),
  };
}

/** An even axis, with 0 on it where that is not far off. What is closer to 0 than a double can be lies at 0. */
export function evenScale(values: readonly PlotValue[], count: number): ValueScale {
  const numbers = values.flatMap((value) => sizeOf(value) ?? []);
  const { low, high } = spread(numbers.length ? [...numbers, 0] : [], 0.5, 0.02);
  const scale = linearScale(low, high, count);
  return {
    place: (value) => {
      const size = sizeOf(value);
      return size === undefined ? undefined : scale.place(size);
    },
    ticks: scale.ticks.map((tick) => ({ place: scale.place(tick), text: tickText(tick) })),
  };
}

/** A value as a double; none where it is beyond. */
function sizeOf(value: PlotValue): number | undefined {
  if (value.kind === 'zero') return 0;
  const size = value.kind === 'number' ? Number(value.shown.plain) : NaN;
  return Number.isFinite(size) ? size : undefined;
}

/** The range of some values, a little wider; `alone` to each side where it has no width. */
function spread(values: readonly number[], alone: number, margin: number): { low: number; high: number } {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  if (!values.length) return { low: 0, high: 1 };
  const pad = low === high ? alone : (high - low) * margin;
  return { low: low - pad, high: high + pad };
}

/** Powers of ten between two logarithms, thinned to about `count`; over less than two of them also what lies between. */
export function powerTicks(
  low: number,
  high: number,
  count: number,
): readonly { readonly log: number; readonly text: string }[] {
  const [first, last] = [Math.ceil(low - 1e-9), Math.floor(high + 1e-9)];
  if (last - first < 2 && low > -300 && high < 300) {
    return logTicks(10 ** low, 10 ** high, count)
      .filter((tick) => tick > 0)
      .map((tick) => ({ log: Math.log10(tick), text: tickText(tick) }));
  }
  const ticks = linearTicks(first, last, count).filter((each) => Number.isInteger(each));
  return ticks.map((log) => ({ log, text: powerText(log) }));
}

/** `10⁻⁴⁸`; near 1 as a number, `0.01`. */
const powerText = (power: number): string =>
  power >= -2 && power <= 3 ? formatNumber(String(10 ** power)) : formatNumber(`1e${power}`).replace('1 × ', '');
