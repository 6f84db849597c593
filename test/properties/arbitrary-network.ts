import fc from 'fast-check';
import { optimisers } from '../../src/optimisers/index.js';
import { readProgram } from '../../src/program/read-program.js';
import { expand } from '../../src/tensors/expand.js';
import type { Setup } from '../../src/trace/setup.js';
import { givenTensors, type Nested, type Tensors } from '../tensors/given-tensors.js';

/** A small network over a sample or a batch: what it is made of. Numbers are drawn from a seed. */
interface Network {
  /** 0: one sample, a vector. */
  readonly batch: number;
  readonly sizes: readonly number[];
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
    optimiser: optimisers.get('sgd')!,
    updateOrder: 'old',
  };
}

function written({ batch, sizes, activation, norm, loss, reduction, hasResidual, seed }: Network): {
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
  const lines: string[] = [];
  let before = 'x';
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
    tensors: { input: { x: tensor(...samples, sizes[0]!) }, target: { t: target! }, parameter, constant },
  };
}

function ones([size, ...rest]: readonly number[], make: () => number): Nested {
  return size === undefined ? make() : Array.from({ length: size }, () => ones(rest, make));
}

/** Numbers between 0 and 1 by the minimal standard generator of Park and Miller. */
function generator(seed: number): () => number {
  let state = (seed % 2147483646) + 1;
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}
