import { bigPi } from '../numbers/big-pi.js';
import { Binding, type Op } from './op.js';

/** The number π: an op without inputs, so that every number system has its own digits of it. */
export const pi: Op = {
  name: 'pi',
  inputs: [],
  partials: () => [],
  tex: () => ({ tex: '\\pi ', binding: Binding.atom }),
  float64: () => Math.PI,
  decimal: (one) => bigPi(one),
  fraction: () => null,
  cite: 'DLMF §3.12, mathematical constants. https://dlmf.nist.gov/3.12',
};
