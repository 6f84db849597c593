import * as build from '../formula/build.js';
import { formatDouble } from '../numbers/digits.js';
import { rationalPower } from '../numbers/rational.js';
import { Binding, wrap, type Op } from './op.js';

/** base^exponent. As everywhere in computing, 0⁰ is 1. */
export const pow: Op = {
  name: 'pow',
  inputs: ['base', 'exponent'],
  partials: ([base, exponent], output) => [
    build.mul(exponent!, build.pow(base!, build.sub(exponent!, 1))),
    build.mul(output, build.log(base!)),
  ],
  tex: (base, exponent) => ({ tex: `{${wrap(base, Binding.atom)}}^{${exponent.tex}}`, binding: Binding.power }),
  float64: (base, exponent) => base ** exponent,
  decimal: (base, exponent) => base.pow(exponent),
  fraction: (base, exponent) => rationalPower(base, exponent),
  refuses: (base, exponent) => {
    if (base === 0 && exponent < 0) return `0 to the power ${formatDouble(exponent)} has no value.`;
    if (!(base < 0) || Number.isInteger(exponent) || !Number.isFinite(exponent)) return undefined;
    return `The negative number ${formatDouble(base)} to the fractional power ${formatDouble(exponent)} has no value.`;
  },
  range: [
    [0.25, 4],
    [-3, 3],
  ],
  cite: 'DLMF §4.7(ii), derivatives of powers. https://dlmf.nist.gov/4.7.ii',
};
