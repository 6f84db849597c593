import fc from 'fast-check';
import { sgd } from '../trace/sgd.js';
import { readProgram } from '../../src/program/read-program.js';
import { expand } from '../../src/tensors/expand.js';
import type { Setup } from '../../src/trace/setup.js';
import { givenTensors, type Nested, type Tensors } from '../tensors/given-tensors.js';

/** A small network over a sample or a batch: what it is made of. Numbers are drawn from a seed. */
interface Network {
  /** 0: one sample, a vector. */
  readonly batch: number;
  readonly sizes: readonly number[];
  /** What comes before the layers. */
  readonly front: keyof typeof fronts;
  readonly hasDropout: boolean;
  readonly activation: string;
  readonly norm: 'none' | 'batchNorm' | 'layerNorm' | 'batchNormEval';
  readonly loss: string;
  readonly reduction: 'mean' | 'sum' | 'mean over samples';
  readonly hasResidual: boolean;
  readonly seed: number;
}

const arbitraryNetwork: fc.Arbitrary<Network> = fc.record({
  batch: fc.constantFrom(0, 2, 3),
  sizes: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 2, maxLength: 3 }),
  front: fc.constantFrom('none', 'none', 'none', 'conv1d', 'conv2d', 'single', 'embedding', 'attention'),
  hasDropout: fc.boolean(),
  activation: fc.constantFrom('tanh', 'sigmoid', 'softplus', 'gelu'),
  norm: fc.constantFrom('none', 'batchNorm', 'layerNorm', 'batchNormEval'),
  loss: fc.constantFrom('label', 'soft', 'smoothed', 'probabilities', 'squared', 'half', 'bce', 'logits', 'hinge'),
  reduction: fc.constantFrom('mean', 'sum', 'mean over samples'),
  hasResidual: fc.boolean(),
  seed: fc.nat(),
});

/** Random networks as setups: every layer, norm and loss that a program can have. */
export const arbitrarySetup = (): fc.Arbitrary<() => Promise<Setup>> =>
  arbitraryNetwork.map((network) => () => setupOf(network));

async function setupOf(network: Network): Promise<Setup> {
  const { text, tensors } = written(network);
  const given = givenTensors(tensors);
  return {
    program: expand(await readProgram(text, { loss: 'L' }), given),
    loss: 'L',
    given: [...given, { name: 'rate', text: '0.05', role: 'constant' }],
    trained: new Set(given.filter(({ role }) => role === 'parameter').map(({ name }) => name)),
    optimiser: sgd,
    updateOrder: 'old',
  };
}

function written({
  batch,
  sizes: widths,
  front,
  hasDropout,
  activation,
  norm,
  loss,
  reduction,
  hasResidual,
  seed,
}: Network): {
  readonly text: string;
  readonly tensors: Tensors;
} {
  const random = generator(seed);
  const tensor = (...shape: readonly number[]): Nested => {
    const [size, ...rest] = shape;
    if (size === undefined) return (random() * 2 - 1).toFixed(3);
    return Array.from({ length: size }, () => tensor(...rest));
  };
  const samples = batch ? [batch] : [];
  const parameter: Record<string, Nested> = {};
  const constant: Record<string, Nested> = {};
  const input: Record<string, Nested> = {};
  const whole = (from: number, to: number): number => from + Math.floor(random() * (to - from + 1));
  const { lines, out: first, size: firstSize } = fronts[front]({ samples, widths, tensor, whole, input, parameter });
  const sizes = [firstSize, ...widths.slice(1)];
  let before = first;
  for (const [k, size] of sizes.slice(1).entries()) {
    parameter[`W${k}`] = tensor(size, sizes[k]!);
    parameter[`b${k}`] = tensor(size);
    lines.push(`z${k} = linear(${before}, W${k}, b${k})`);
    let out = `z${k}`;
    if (norm !== 'none' && !(norm === 'batchNorm' && batch < 2) && k === 0) {
      parameter['gamma'] = tensor(size);
      parameter['beta'] = tensor(size);
      constant['running_mean'] = tensor(size);
      constant['running_var'] = Array.from({ length: size }, () => (0.2 + random()).toFixed(3));
      const statistics = norm === 'batchNormEval' ? 'running_mean, running_var, ' : '';
      lines.push(`n${k} = ${norm}(${out}, gamma, beta, ${statistics}0.01)`);
      out = `n${k}`;
    }
    lines.push(`a${k} = ${activation}(${out})${hasResidual && size === sizes[k] ? ` + ${before}` : ''}`);
    before = `a${k}`;
    if (hasDropout && k === 0) {
      constant['mask'] = ones([...samples, size], () => whole(0, 1));
      lines.push(`d${k} = dropout(${before}, mask, 0.2)`, `e${k} = dropoutEval(d${k})`);
      before = `e${k}`;
    }
  }
  const classes = sizes.at(-1)!;
  const label = (): number => 1 + Math.floor(random() * classes);
  const row = (): Nested =>
    Array.from({ length: classes }, (_, i) => (i === classes - 1 ? 1 - (classes - 1) / 8 : 0.125));
  const perSample = <T extends Nested>(make: () => T): Nested => (batch ? Array.from({ length: batch }, make) : make());
  const targets: Record<string, () => readonly [line: readonly string[], target: Nested | undefined]> = {
    label: () => [[`l = crossEntropy(${before}, t)`], perSample(label)],
    soft: () => [[`l = crossEntropy(${before}, t)`], perSample(row)],
    smoothed: () => [[`s = smooth(t, 0.1)`, `l = crossEntropy(${before}, s)`], perSample(row)],
    probabilities: () => [[`p = softmax(${before})`, `l = negativeLogLikelihood(p, t)`], perSample(label)],
    squared: () => [[`l = squaredError(${before}, t)`], tensor(...samples, classes)],
    half: () => [[`l = halfSquaredError(${before}, t)`], tensor(...samples, classes)],
    bce: () => [
      [`p = sigmoid(${before})`, `l = bce(p, t)`],
      ones([...samples, classes], () => (random() < 0.5 ? 0 : 1)),
    ],
    logits: () => [[`l = bceLogits(${before}, t)`], ones([...samples, classes], () => (random() < 0.5 ? 0 : 1))],
    hinge: () => [[`l = hinge(${before}, t, 0.37)`], perSample(label)],
  };
  const [own, target] = targets[loss]!();
  const isVector = batch > 0 || !['label', 'soft', 'smoothed', 'probabilities', 'hinge'].includes(loss);
  const total = reduction === 'mean' ? 'mean(l)' : reduction === 'sum' || !batch ? 'sum(l)' : 'sum(l)/size(l, 1)';
  lines.push(...own, `L = ${isVector ? total : 'l + 0'}`);
  return {
    text: lines.join('\n'),
    tensors: { input, target: { t: target! }, parameter, constant },
  };
}

interface Beginning {
  /** The axis of samples, if there is one. */
  readonly samples: readonly number[];
  readonly widths: readonly number[];
  readonly tensor: (...shape: readonly number[]) => Nested;
  readonly whole: (from: number, to: number) => number;
  /** Take up what is given. */
  readonly input: Record<string, Nested>;
  readonly parameter: Record<string, Nested>;
}

interface Front {
  readonly lines: string[];
  readonly out: string;
  /** How many numbers a sample has. */
  readonly size: number;
}

const places = (size: number, window: number, stride: number, padding = 0): number =>
  Math.floor((size + 2 * padding - window) / stride) + 1;

/** Filters over one axis or two, channels or none, then a pooling: in `z` of a sample is a row. */
function filtered({ samples, tensor, whole, input, parameter }: Beginning, axes: 1 | 2, isSingle = false): Front {
  const [size, kernel, stride, padding] = [whole(3, axes === 1 ? 5 : 4), whole(1, 3), whole(1, 2), whole(0, 1)];
  const [channels, filters] = isSingle ? [[], []] : [[whole(1, 2)], [whole(1, 2)]];
  const each = <T>(value: T): readonly T[] => Array.from({ length: axes }, () => value);
  input['x'] = tensor(...samples, ...channels, ...each(size));
  parameter['K'] = tensor(...filters, ...channels, ...each(kernel));
  const hasBias = !isSingle && whole(0, 1) === 1;
  if (hasBias) parameter['bias'] = tensor(...filters);
  const map = places(size, kernel, stride, padding);
  const pool = `${whole(0, 1) ? 'max' : 'avg'}Pool${axes}d`;
  const window = whole(1, Math.min(2, map));
  const pooled = places(map, window, 1);
  return {
    lines: [
      `c = conv${axes}d(x, K, ${hasBias ? 'bias, ' : ''}${stride}, ${padding})`,
      `pooled = ${pool}(c, ${window}, 1)`,
      `flat = flatten(pooled, ${samples.length + 1})`,
    ],
    out: 'flat',
    size: [...filters, ...each(pooled)].reduce((a, b) => a * b),
  };
}

const fronts = {
  none: ({ samples, widths, tensor, input }: Beginning): Front => {
    input['x'] = tensor(...samples, widths[0]!);
    return { lines: [], out: 'x', size: widths[0]! };
  },
  conv1d: (beginning: Beginning): Front => filtered(beginning, 1),
  conv2d: (beginning: Beginning): Front => filtered(beginning, 2),
  single: (beginning: Beginning): Front => filtered(beginning, beginning.whole(1, 2) as 1 | 2, true),
  embedding: ({ samples, widths, tensor, whole, input, parameter }: Beginning): Front => {
    parameter['E'] = tensor(3, widths[0]!);
    input['label'] = ones(samples, () => whole(1, 3));
    return { lines: ['rows = embedding(E, label)'], out: 'rows', size: widths[0]! };
  },
  attention: ({ samples, widths, tensor, input, parameter }: Beginning): Front => {
    input['Q'] = tensor(...samples, 2);
    parameter['keys'] = tensor(3, 2);
    parameter['V'] = tensor(3, widths[0]!);
    return { lines: ['h = attention(Q, keys, V)'], out: 'h', size: widths[0]! };
  },
};

function ones([size, ...rest]: readonly number[], make: () => number): Nested {
  return size === undefined ? make() : Array.from({ length: size }, () => ones(rest, make));
}

/** Numbers between 0 and 1 by the minimal standard generator of Park and Miller. */
export function generator(seed: number): () => number {
  let state = (seed % 2147483646) + 1;
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}
