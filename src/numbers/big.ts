import type { Big } from './number-system.js';

/** The part of a BigNumber class that is used here: decimal.js's constructor. */
export interface BigClass {
  new (value: Big | number | string): Big;
  readonly precision: number;
  clone(settings: { precision: number }): BigClass;
}

/** The class of a number: its precision, and how to make more of its kind. */
export const classOf = (value: Big): BigClass => value.constructor as BigClass;

const wider = new WeakMap<BigClass, Map<number, BigClass>>();

/** Compute with some more digits than a number's class has, and round the result to that class. */
export function withGuard(value: Big, guard: number, compute: (value: Big) => Big): Big {
  const own = classOf(value);
  const known = wider.get(own) ?? new Map<number, BigClass>();
  wider.set(own, known);
  // In steps of ten, so that few classes are made.
  const precision = own.precision + Math.ceil(guard / 10) * 10;
  const wide = known.get(precision) ?? own.clone({ precision });
  known.set(precision, wide);
  return new own(compute(new wide(value))).plus(0);
}

/** The power of ten of the leading digit: 2 for 345, −3 for 0.0071. Not for 0. */
export const exponentOf = (value: Big): number => (value as unknown as { readonly e: number }).e;
