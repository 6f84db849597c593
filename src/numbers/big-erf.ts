import { bigExp } from './big-exp.js';
import { bigPi } from './big-pi.js';
import { classOf, exponentOf, withGuard } from './big.js';
import type { Big } from './number-system.js';
import { bitsFor, fromScaled, toScaled } from './scaled.js';

/** The error function to the precision of the class. */
export function bigErf(x: Big): Big {
  if (x.isZero()) return x;
  const { precision } = classOf(x);
  // Beyond this, 1 − erf(x) is smaller than the last digit.
  const tail = x.toNumber() ** 2 > 2.4 * (precision + 5);
  const size = tail ? oneLike(x) : withGuard(x.abs(), 10, erfSeries);
  return x.isNegative() ? size.neg() : size;
}

/** 1 − erf(x) to the precision of the class, also far out in the tail. */
export function bigErfc(x: Big): Big {
  if (x.cmp(1) < 0) return bigErf(x).neg().plus(1);
  // The result is below 10^(−10^21), which no decimal can hold.
  if (exponentOf(x) > 10) return x.minus(x);
  const square = x.toNumber() ** 2;
  // e^(−x²) needs as many more digits as x² has before the point.
  if (square > classOf(x).precision / 4) return withGuard(x, 10 + 2 * exponentOf(x), erfcFraction);
  return withGuard(x, square / Math.LN10 + 10, (wide) => erfSeries(wide).neg().plus(1));
}

const oneLike = (x: Big): Big => x.minus(x).plus(1);

/** erf for x ≥ 0 by DLMF 7.6.2, whose terms are all positive: 2x e^(−x²)/√π · Σ (2x²)ⁿ / (1·3·5 ⋯ (2n + 1)). */
function erfSeries(x: Big): Big {
  const bits = BigInt(bitsFor(classOf(x).precision + 9));
  const twice = toScaled(x.times(x).times(2), bits);
  let sum = 0n;
  for (let term = 1n << bits, odd = 3n; term !== 0n; term = ((term * twice) >> bits) / odd, odd += 2n) sum += term;
  return density(x).times(fromScaled(sum, bits, classOf(x)));
}

/** erfc for large x by the continued fraction DLMF 7.9.2: e^(−x²)/√π · 2x / (2x² + 1 − 1·2/(2x² + 5 − 3·4/(2x² + 9 − …))). */
function erfcFraction(x: Big): Big {
  const bits = BigInt(bitsFor(classOf(x).precision + 9));
  const square = x.times(x).times(2);
  const twice = toScaled(square, bits);
  const depth = depthFor(square.toNumber(), (classOf(x).precision + 5) * Math.LN10);
  let rest = twice + ((4n * depth + 1n) << bits);
  for (let n = depth; n > 0n; n--) {
    rest = twice + ((4n * n - 3n) << bits) - ((2n * n * (2n * n - 1n)) << (2n * bits)) / rest;
  }
  return density(x).div(fromScaled(rest, bits, classOf(x)));
}

/** How many steps of the fraction bring its error down to e^(−gain): step k shrinks it by 2k / (√(x² + 2k) + x)². */
function depthFor(twiceSquare: number, gain: number): bigint {
  const x = Math.sqrt(twiceSquare / 2);
  let steps = 1;
  for (let left = gain; left > 0; steps++)
    left -= Math.log((Math.hypot(x, Math.sqrt(2 * steps)) + x) ** 2 / (2 * steps));
  return BigInt(Math.ceil(steps / 2) + 1);
}

/** 2x e^(−x²)/√π. */
const density = (x: Big): Big =>
  x
    .times(2)
    .times(bigExp(x.times(x).neg()))
    .div(bigPi(x).sqrt());
