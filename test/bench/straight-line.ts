/**
 * The worked example's training as one would write it by hand for these eight weights: what the tape is measured
 * against. Gradients from the old weights, biases as they are.
 * @param w the eight weights at the start; stay as they are
 * @returns the weights after so many updates
 */
export function straightLine(w: Float64Array, updates: number): Float64Array {
  let [w1, w2, w3, w4, w5, w6, w7, w8] = w as unknown as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const [i1, i2, b1, b2, target1, target2, rate] = [0.05, 0.1, 0.35, 0.6, 0.01, 0.99, 0.5];
  for (let update = 0; update < updates; update++) {
    const h1 = 1 / (1 + Math.exp(-(w1 * i1 + w2 * i2 + b1)));
    const h2 = 1 / (1 + Math.exp(-(w3 * i1 + w4 * i2 + b1)));
    const o1 = 1 / (1 + Math.exp(-(w5 * h1 + w6 * h2 + b2)));
    const o2 = 1 / (1 + Math.exp(-(w7 * h1 + w8 * h2 + b2)));
    const p1 = (o1 - target1) * (o1 * (1 - o1));
    const p2 = (o2 - target2) * (o2 * (1 - o2));
    const q1 = (p1 * w5 + p2 * w7) * (h1 * (1 - h1));
    const q2 = (p1 * w6 + p2 * w8) * (h2 * (1 - h2));
    w1 -= rate * (q1 * i1);
    w2 -= rate * (q1 * i2);
    w3 -= rate * (q2 * i1);
    w4 -= rate * (q2 * i2);
    w5 -= rate * (p1 * h1);
    w6 -= rate * (p1 * h2);
    w7 -= rate * (p2 * h1);
    w8 -= rate * (p2 * h2);
  }
  return Float64Array.of(w1, w2, w3, w4, w5, w6, w7, w8);
}
