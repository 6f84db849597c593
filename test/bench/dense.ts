import { sgd } from '../trace/sgd.js';
import { readProgram } from '../../src/program/read-program.js';
import type { WrittenProgram } from '../../src/program/expression.js';
import { expand } from '../../src/tensors/expand.js';
import type { Given } from '../../src/program/program.js';
import type { Setup } from '../../src/trace/setup.js';
import { givenTensors, type Nested } from '../tensors/given-tensors.js';

/** A dense network of tanh layers with softmax cross-entropy, for one sample: the program, and its numbers. */
export interface Dense {
  readonly sizes: readonly number[];
  readonly written: WrittenProgram;
  readonly given: readonly Given[];
}

/** A dense network with these layer sizes. Numbers come from a fixed seed. */
export async function dense(sizes: readonly number[]): Promise<Dense> {
  let state = 1;
  const random = (): string => {
    state = (state * 48271) % 2147483647;
    return (state / 2147483647 - 0.5).toFixed(3);
  };
  const tensor = ([size, ...rest]: readonly number[]): Nested =>
    size === undefined ? random() : Array.from({ length: size }, () => tensor(rest));
  const layers = sizes.slice(1).map((size, k) => ({ k: k + 1, shape: [size, sizes[k]!] }));
  const lines = layers.flatMap(({ k }) => {
    const before = k === 1 ? 'x' : `a${k - 1}`;
    const net = `z${k} = linear(${before}, W${k}, b${k})`;
    return k < layers.length ? [net, `a${k} = tanh(z${k})`] : [net, `L = crossEntropy(z${k}, y)`];
  });
  const parameter = layers.flatMap(({ k, shape }) => [
    [`W${k}`, tensor(shape)] as const,
    [`b${k}`, tensor([shape[0]!])] as const,
  ]);
  return {
    sizes,
    written: await readProgram(lines.join('\n'), { loss: 'L' }),
    given: givenTensors({
      input: { x: tensor([sizes[0]!]) },
      target: { y: 1 },
      parameter: Object.fromEntries(parameter),
    }),
  };
}

/** What such a network's trace is made from. */
export const denseSetup = ({ written, given }: Dense): Setup => ({
  program: expand(written, given),
  loss: 'L',
  given: [...given, { name: 'rate', text: '0.01', role: 'constant' }],
  trained: new Set(given.filter(({ role }) => role === 'parameter').map(({ name }) => name)),
  optimiser: sgd,
  updateOrder: 'old',
});

/** The same training written by hand with loops over typed arrays, as fast as one writes it. */
export function denseByHand({ sizes, given }: Dense, updates: number): () => number {
  const read = (tensor: string): Float64Array =>
    Float64Array.from(given.filter(({ name }) => name.startsWith(`${tensor}[`)).map(({ text }) => Number(text)));
  const x = read('x');
  const depth = sizes.length - 1;
  const rate = 0.01;
  const start = Array.from({ length: depth }, (_, k) => ({ w: read(`W${k + 1}`), b: read(`b${k + 1}`) }));
  return () => {
    const weights = start.map(({ w }) => w.slice());
    const biases = start.map(({ b }) => b.slice());
    const values = sizes.map((size) => new Float64Array(size));
    const deltas = sizes.map((size) => new Float64Array(size));
    values[0]!.set(x);
    for (let update = 0; update < updates; update++) {
      for (let k = 0; k < depth; k++) {
        const [w, b, from, to] = [weights[k]!, biases[k]!, values[k]!, values[k + 1]!];
        for (let i = 0; i < to.length; i++) {
          let sum = b[i]!;
          for (let j = 0; j < from.length; j++) sum += w[i * from.length + j]! * from[j]!;
          to[i] = k < depth - 1 ? Math.tanh(sum) : sum;
        }
      }
      const [scores, delta] = [values[depth]!, deltas[depth]!];
      const most = Math.max(...scores);
      let total = 0;
      for (let i = 0; i < scores.length; i++) total += delta[i] = Math.exp(scores[i]! - most);
      for (let i = 0; i < scores.length; i++) delta[i] = delta[i]! / total - (i === 0 ? 1 : 0);
      for (let k = depth - 1; k >= 0; k--) {
        const [w, b, from, back, ahead] = [weights[k]!, biases[k]!, values[k]!, deltas[k]!, deltas[k + 1]!];
        if (k > 0) {
          for (let j = 0; j < from.length; j++) {
            let sum = 0;
            for (let i = 0; i < ahead.length; i++) sum += w[i * from.length + j]! * ahead[i]!;
            back[j] = sum * (1 - from[j]! * from[j]!);
          }
        }
        for (let i = 0; i < ahead.length; i++) {
          b[i]! -= rate * ahead[i]!;
          for (let j = 0; j < from.length; j++) w[i * from.length + j]! -= rate * ahead[i]! * from[j]!;
        }
      }
    }
    return weights[0]![0]!;
  };
}
