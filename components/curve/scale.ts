/** Maps values to their place along an axis, from 0 to 1, and back. */
export interface Scale {
  place(value: number): number;
  value(place: number): number;
  /** Where to write the axis, in rising order. */
  readonly ticks: readonly number[];
}

/** An even axis. Where `from` equals `to` it is widened, so that every value has a place. */
export function linearScale(from: number, to: number, count: number): Scale {
  const pad = from === to ? Math.abs(from) / 2 || 1 : 0;
  const [low, high] = [from - pad, to + pad];
  return {
    place: (value) => (value / 2 - low / 2) / (high / 2 - low / 2),
    value: (place) => low * (1 - place) + high * place,
    ticks: linearTicks(low, high, count),
  };
}

/** A logarithmic axis of positive values. A value of 0 (a loss that underflowed) sits at its lower end. */
export function logScale(from: number, to: number, count: number): Scale {
  const pad = from === to ? 0.5 : 0;
  const [low, high] = [Math.log10(from) - pad, Math.log10(to) + pad];
  return {
    place: (value) => Math.max(0, (Math.log10(value) - low) / (high - low)),
    value: (place) => 10 ** (low + (high - low) * place),
    ticks: logTicks(10 ** low, 10 ** high, count),
  };
}

/** A logarithmic axis of update counts that has a place for 0: half a decade before 1. */
export function countScale(to: number, count: number): Scale {
  const log = (value: number): number => (value < 1 ? value / 2 : 0.5 + Math.log10(value));
  const width = log(Math.max(to, 1));
  return {
    place: (value) => log(value) / width,
    value: (place) => (place * width < 0.5 ? 2 * place * width : 10 ** (place * width - 0.5)),
    ticks: [0, ...logTicks(1, Math.max(to, 1), count)],
  };
}

/** Multiples of 1, 2 or 5 times a power of ten: about `count` of them. */
export function linearTicks(from: number, to: number, count: number): readonly number[] {
  const rough = to / count - from / count;
  if (!(rough > 0) || !Number.isFinite(rough)) return [from];
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5].find((each) => each * power >= rough * 0.999) ?? 10);
  const first = Math.ceil(from / step - 1e-9);
  const last = Math.floor(to / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, i) => clean((first + i) * step));
}

/** Powers of ten, thinned to about `count`; where there are only two of them also 2 and 5; in a narrow range even ones. */
export function logTicks(from: number, to: number, count: number): readonly number[] {
  const inside = (value: number): boolean => value >= from * 0.999999 && value <= to * 1.000001;
  const [low, high] = [Math.floor(Math.log10(from)), Math.ceil(Math.log10(to))];
  const powers = Array.from({ length: high - low + 1 }, (_, i) => low + i);
  const ticksOf = (mantissas: readonly number[]): readonly number[] =>
    powers.flatMap((power) => mantissas.map((each) => clean(each * 10 ** power))).filter(inside);
  const decades = ticksOf([1]);
  if (decades.length > 2) {
    const every = Math.ceil(decades.length / count);
    // Counted from 1, so that the same powers stay while the range grows.
    return decades.filter((tick) => Math.round(Math.log10(tick)) % every === 0);
  }
  const [halves, fine] = [ticksOf([1, 3]), ticksOf([1, 2, 5])];
  if (fine.length > 1) return fine.length > count + 1 && halves.length > 1 ? halves : fine;
  return linearTicks(from, to, count);
}

/** 0.30000000000000004 is 0.3. */
const clean = (value: number): number => Number(value.toPrecision(12));
