import { bigExp } from './big-exp.js';
import { classOf, exponentOf, withGuard } from './big.js';
import type { Big } from './number-system.js';

/** The natural logarithm to the precision of the class, for x > 0, also close to 1. */
export function bigLog(x: Big): Big {
  const above = x.minus(1);
  if (above.isZero()) return above;
  const close = Math.max(0, -exponentOf(above));
  // ln(1 + d) = d − d²/2 + …, and the square is beyond the precision.
  if (close > classOf(x).precision + 2) return above;
  return withGuard(x, close + 10, rootOfExp);
}

/** Solve e^y = x by Halley's method from the double's logarithm: each step triples the digits. */
function rootOfExp(x: Big): Big {
  const own = classOf(x);
  const tens = exponentOf(x);
  const mantissa = x.times(new own(`1e${-tens}`)).toNumber();
  let y = new own(Math.log(mantissa)).plus(tens * Math.LN10);
  for (;;) {
    const power = bigExp(y);
    const change = x.minus(power).times(2).div(x.plus(power));
    y = y.plus(change);
    if (change.isZero() || 3 * exponentOf(change) < -own.precision) return y;
  }
}
