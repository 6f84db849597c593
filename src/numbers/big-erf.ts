import { bigPi, classOf, exponentOf, withGuard } from './big.js';
import type { Big } from './number-system.js';

/** The error function to the precision of the class. */
export function bigErf(x: Big): Big {
  if (x.isZero() || exponentOf(x) < -9e14) return x;
  const { precision } = classOf(x);
  // Beyond this, 1 − erf(x) is smaller than the last digit.
  const tail = Number(x.abs()) ** 2 > 2.4 * (precision + 5);
  const size = tail ? oneLike(x) : withGuard(x.abs(), 10, erfSeries);
  return x.isNegative() ? size.neg() : size;
}

/** 1 − erf(x) to the precision of the class, also far out in the tail. */
export function bigErfc(x: Big): Big {
  if (x.cmp(1) < 0) return bigErf(x).neg().plus(1);
  const { precision } = classOf(x);
  const square = Number(x) ** 2;
  if (square > precision / 4) {
    // e^(−x²) needs as many more digits as x² has before the point; from 10^17 on it is 0 anyway.
    return withGuard(x, 10 + 2 * Math.min(exponentOf(x), 20), erfcFraction);
  }
  return withGuard(x, square / Math.LN10 + 10, (wide) => erfSeries(wide).neg().plus(1));
}

const oneLike = (x: Big): Big => x.minus(x).plus(1);

/** erf for x ≥ 0 by DLMF 7.6.2, whose terms are all positive: 2x e^(−x²)/√π · Σ (2x²)ⁿ / (1·3·5 ⋯ (2n + 1)). */
function erfSeries(x: Big): Big {
  const twice = x.times(x).times(2);
  const end = -classOf(x).precision - 2;
  let term = oneLike(x);
  let sum = term;
  for (let odd = 3; exponentOf(term) - exponentOf(sum) > end || twice.cmp(odd) > 0; odd += 2) {
    term = term.times(twice).div(odd);
    sum = sum.plus(term);
  }
  return sum.times(x).times(2).times(x.times(x).neg().exp()).div(bigPi(x).sqrt());
}

/** erfc for large x by the continued fraction DLMF 7.9.2: e^(−x²)/√π · 2x / (2x² + 1 − 1·2/(2x² + 5 − 3·4/(2x² + 9 − …))). */
function erfcFraction(x: Big): Big {
  const twice = x.times(x).times(2);
  const digits = classOf(x).precision * Math.LN10;
  const depth = Math.ceil((1.4 * digits ** 2) / (8 * twice.toNumber())) + 15;
  const one = oneLike(x);
  let rest = twice.plus(4 * depth + 1);
  for (let n = depth; n > 0; n--) rest = twice.plus(4 * n - 3).minus(one.times(2 * n * (2 * n - 1)).div(rest));
  return x.times(2).times(x.times(x).neg().exp()).div(rest).div(bigPi(x).sqrt());
}
