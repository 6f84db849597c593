import { div } from '../formula/build.js';
import { bigLog } from '../numbers/big-log.js';
import { formatDouble } from '../numbers/digits.js';
import { one, zero } from '../numbers/rational.js';
import type { Op } from './op.js';
import { applied } from './tex.js';

/** The natural logarithm. */
export const log: Op = {
  name: 'log',
  inputs: ['x'],
  partials: ([x]) => [div(1, x!)],
  tex: applied('\\ln'),
  float64: (x) => Math.log(x),
  decimal: (x) => bigLog(x),
  fraction: (x) => (x.compare(one) === 0 ? zero : null),
  refuses: (x) => (x <= 0 ? `The logarithm of ${formatDouble(x)} has no value: it needs a number above 0.` : undefined),
  range: [[0.05, 9]],
  cite: 'DLMF §4.7(i), the derivative of the logarithm. https://dlmf.nist.gov/4.7.i',
};
