/** The error function on doubles, by the same series and continued fraction as on decimals. */

/** erf(x), within 5e-16 of its value. */
export function doubleErf(x: number): number {
  const size = Math.abs(x);
  if (size < 1) return x * series(x * x);
  return Math.sign(x) * (1 - tail(size));
}

/** 1 − erf(x), within 5e-16 of its value, also far out in the tail. */
export function doubleErfc(x: number): number {
  if (Math.abs(x) < 0.5) return 1 - x * series(x * x);
  return x > 0 ? tail(x) : 2 - tail(-x);
}

/** erf(x)/x for x² < 1, by DLMF 7.6.1: 2/√π · Σ (−x²)ⁿ / (n! (2n + 1)). */
function series(square: number): number {
  let power = 1;
  let sum = 0;
  let last = -1;
  for (let n = 0; sum !== last; n++) {
    last = sum;
    sum += power / (2 * n + 1);
    power *= -square / (n + 1);
  }
  return sum * (2 / Math.sqrt(Math.PI));
}

/** erfc(x) for x ≥ ½, by the continued fraction DLMF 7.9.1: e^(−x²)/√π · 1/(x + ½/(x + 1/(x + 1½/(x + …)))). */
function tail(x: number): number {
  if (!(x < 28)) return 0;
  let rest = x;
  for (let n = Math.ceil(230 / (x * x)) + 10; n > 0; n--) rest = x + n / 2 / rest;
  // x² loses digits, which e^(−x²) would multiply: the square of a shortened x is exact, the rest is small.
  const head = Math.fround(x);
  return (Math.exp(-head * head) * Math.exp((head - x) * (head + x))) / (rest * Math.sqrt(Math.PI));
}
