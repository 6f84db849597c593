import { optimiserOf } from '../../src/lesson/read-update.js';
import { readProgram } from '../../src/program/read-program.js';
import type { Given } from '../../src/program/program.js';
import { BatchCourse } from '../../src/state/batch-course.js';
import { expand } from '../../src/tensors/expand.js';
import { sampled } from '../../src/trace/batches.js';
import type { Setup } from '../../src/trace/setup.js';
import { Machine } from '../../src/training/machine.js';
import { record } from '../../src/training/record.js';
import { givenTensors, type Nested } from '../tensors/given-tensors.js';
import { measure } from './measure.js';

const sizes = [64, 64, 64, 10];
const all = 32;
const size = 8;
const [rate, beta1, beta2, eps] = [0.001, 0.9, 0.999, 1e-8];

/** A network of tanh layers with softmax cross-entropy, trained by Adam in batches, against loops over typed arrays. */
export async function benchAdam(updates = 20): Promise<void> {
  const setup = await setupOfNetwork();
  const course = new BatchCourse(setup(0), setup(0).sampling!, setup);
  const machine = new Machine(record(course.traceAt(0)), course);
  const start = startOf(setup(0));
  const hand = adamByHand(setup(0), updates);
  const onTape = (): Float64Array => {
    machine.stand(0, start);
    machine.advance(updates);
    return machine.parameters;
  };
  const off = onTape()[0]! - hand();
  const { tape, byHand } = measure({ tape: onTape, byHand: hand });
  const ratio = (of: 'median' | 'fastest'): string => `${(tape[of] / byHand[of]).toFixed(2)}×`;
  console.log(
    `${sizes.join('-')} network, ${updates} updates with Adam in batches of ${size}, on the tape against typed arrays: ` +
      `${ratio('median')} (fastest rounds ${ratio('fastest')}), ${tape.median.toPrecision(3)} ms against ` +
      `${byHand.median.toPrecision(3)} ms, results ${Math.abs(off).toPrecision(1)} apart (aim: at most 3×)`,
  );
}

async function setupOfNetwork(): Promise<(iteration: number) => Setup> {
  let state = 1;
  const random = (): number => (state = (state * 48271) % 2147483647) / 2147483647 - 0.5;
  const vector = (count: number): string[] => Array.from({ length: count }, () => (random() / 2).toFixed(3));
  const matrix = (rows: number, columns: number): string[][] => Array.from({ length: rows }, () => vector(columns));
  const layers = sizes.slice(1).map((to, k) => ({ k: k + 1, to, from: sizes[k]! }));
  const lines = layers.flatMap(({ k }) => {
    const line = `z${k} = ${k === 1 ? 'x' : `a${k - 1}`}*transpose(W${k}) + b${k}`;
    return k < layers.length ? [line, `a${k} = tanh(z${k})`] : [line];
  });
  const written = await readProgram([...lines, 'e = crossEntropy(z3, t)', 'L = mean(e)'].join('\n'), { loss: 'L' });
  const whole = givenTensors({
    input: { x: matrix(all, sizes[0]!) },
    target: { t: Array.from({ length: all }, (_, n) => Array.from({ length: 10 }, (_, k) => (n % 10 === k ? 1 : 0))) },
    parameter: Object.fromEntries(
      layers.flatMap(({ k, to, from }): [string, Nested][] => [
        [`W${k}`, matrix(to, from)],
        [`b${k}`, vector(to)],
      ]),
    ),
  });
  const optimiser = await optimiserOf({ optimiser: 'adam' });
  const settings = Object.entries({ rate, beta1, beta2, eps }).map(([name, value]): Given => ({
    name,
    text: String(value),
    role: 'constant',
  }));
  return (iteration) => {
    const { given, sampling } = sampled(whole, { size, order: 'given', seed: 0 }, iteration);
    return {
      program: expand(written, given),
      loss: 'L',
      given: [...given, ...settings],
      trained: new Set(given.filter(({ role }) => role === 'parameter').map(({ name }) => name)),
      optimiser,
      updateOrder: 'old',
      sampling,
    };
  };
}

/** Parameters as they are given, and a state of zeros. */
function startOf({ given, trained }: Setup): Float64Array {
  const weights = given.filter(({ name }) => trained.has(name)).map(({ text }) => Number(text));
  const start = new Float64Array(3 * weights.length + 1);
  start.set(weights);
  return start;
}

/** The same as fast as one writes it with loops: forward and backward over the batch, then Adam over every array. */
function adamByHand(setup: Setup, updates: number): () => number {
  const read = (tensor: string, from: readonly Given[]): Float64Array =>
    Float64Array.from(from.filter(({ name }) => name.startsWith(`${tensor}[`)).map(({ text }) => Number(text)));
  const { whole } = setup.sampling!;
  const [x, t] = [read('x', whole), read('t', whole)];
  const depth = sizes.length - 1;
  const first = Array.from({ length: depth }, (_, k) => [
    read(`W${k + 1}`, setup.given),
    read(`b${k + 1}`, setup.given),
  ]);
  return () => {
    const tensors = first.map((layer) => layer.map((w) => w.slice()));
    const [slopes, means, squares] = [0, 1, 2].map(() =>
      tensors.map((layer) => layer.map((w) => new Float64Array(w.length))),
    ) as [Float64Array[][], Float64Array[][], Float64Array[][]];
    const values = sizes.map((width) => new Float64Array(size * width));
    const deltas = sizes.map((width) => new Float64Array(size * width));
    for (let update = 0; update < updates; update++) {
      const begin = (update % (all / size)) * size;
      values[0]!.set(x.subarray(begin * sizes[0]!, (begin + size) * sizes[0]!));
      for (let k = 0; k < depth; k++) {
        const [w, b] = tensors[k] as [Float64Array, Float64Array];
        const [from, to, wide, high] = [values[k]!, values[k + 1]!, sizes[k]!, sizes[k + 1]!];
        for (let n = 0; n < size; n++)
          for (let i = 0; i < high; i++) {
            let sum = b[i]!;
            for (let j = 0; j < wide; j++) sum += w[i * wide + j]! * from[n * wide + j]!;
            to[n * high + i] = k < depth - 1 ? Math.tanh(sum) : sum;
          }
      }
      const classes = sizes[depth]!;
      const [scores, last] = [values[depth]!, deltas[depth]!];
      for (let n = 0; n < size; n++) {
        const row = scores.subarray(n * classes, (n + 1) * classes);
        const most = Math.max(...row);
        let total = 0;
        for (let i = 0; i < classes; i++) total += Math.exp(row[i]! - most);
        for (let i = 0; i < classes; i++)
          last[n * classes + i] = (Math.exp(row[i]! - most) / total - t[(begin + n) * classes + i]!) / size;
      }
      for (let k = depth - 1; k >= 0; k--) {
        const w = tensors[k]![0]!;
        const [dw, db] = slopes[k] as [Float64Array, Float64Array];
        const [from, back, ahead, wide, high] = [values[k]!, deltas[k]!, deltas[k + 1]!, sizes[k]!, sizes[k + 1]!];
        dw.fill(0);
        db.fill(0);
        back.fill(0);
        for (let n = 0; n < size; n++)
          for (let i = 0; i < high; i++) {
            const delta = ahead[n * high + i]!;
            db[i]! += delta;
            for (let j = 0; j < wide; j++) {
              dw[i * wide + j]! += delta * from[n * wide + j]!;
              back[n * wide + j]! += delta * w[i * wide + j]!;
            }
          }
        for (let at = 0; k > 0 && at < back.length; at++) back[at]! *= 1 - from[at]! * from[at]!;
      }
      const [one, two] = [1 - beta1 ** (update + 1), 1 - beta2 ** (update + 1)];
      tensors.forEach((layer, k) =>
        layer.forEach((w, p) => {
          const [g, m, v] = [slopes[k]![p]!, means[k]![p]!, squares[k]![p]!];
          for (let i = 0; i < w.length; i++) {
            m[i] = beta1 * m[i]! + (1 - beta1) * g[i]!;
            v[i] = beta2 * v[i]! + (1 - beta2) * g[i]! * g[i]!;
            w[i]! -= (rate * (m[i]! / one)) / (Math.sqrt(v[i]! / two) + eps);
          }
        }),
      );
    }
    return tensors[0]![0]![0]!;
  };
}
