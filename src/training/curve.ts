/** The loss after so many updates. */
export interface CurvePoint {
  readonly iteration: number;
  readonly loss: number;
}

/** Up to here every iteration is on the curve. */
const lastOfEach = 200;

/** Beyond that, points lie so far apart in proportion: about 600 up to a million updates. */
const growth = Math.pow(1_000_000 / lastOfEach, 1 / 400);

/** The next iteration that belongs on a loss curve. The same ones, wherever training pauses. */
export function nextSample(iteration: number): number {
  if (iteration < lastOfEach) return iteration + 1;
  let power = Math.floor(Math.log(iteration / lastOfEach) / Math.log(growth));
  for (;;) {
    const sample = Math.round(lastOfEach * growth ** ++power);
    if (sample > iteration) return sample;
  }
}
