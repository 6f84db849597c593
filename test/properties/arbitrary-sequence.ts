import fc from 'fast-check';
import { readProgram } from '../../src/program/read-program.js';
import { expand } from '../../src/tensors/expand.js';
import type { Setup } from '../../src/trace/setup.js';
import { givenTensors, type Nested } from '../tensors/given-tensors.js';
import { sgd } from '../trace/sgd.js';
import { generator } from './arbitrary-network.js';

/** A recurrent network over a few time steps: what it is made of. Numbers are drawn from a seed. */
interface Sequence {
  readonly steps: number;
  /** 0: one sequence; otherwise as many at a time. */
  readonly batch: number;
  readonly inputs: number;
  readonly hidden: number;
  readonly cell: string;
  readonly isStacked: boolean;
  readonly loss: 'every step' | 'last step' | 'labels';
  readonly seed: number;
}

const gates: Readonly<Record<string, readonly string[]>> = {
  rnn: [],
  lstm: ['i', 'f', 'g', 'o'],
  gru: ['r', 'z', 'n'],
  gruResetFirst: ['r', 'z', 'n'],
  'lines of its own': [],
};

const arbitrary: fc.Arbitrary<Sequence> = fc.record({
  steps: fc.integer({ min: 1, max: 3 }),
  batch: fc.constantFrom(0, 2),
  inputs: fc.integer({ min: 1, max: 2 }),
  hidden: fc.integer({ min: 1, max: 2 }),
  cell: fc.constantFrom(...Object.keys(gates)),
  isStacked: fc.boolean(),
  loss: fc.constantFrom('every step', 'last step', 'labels'),
  seed: fc.nat(),
});

/** Random recurrent networks as setups: every cell, over time by a block or by the time index. */
export const arbitrarySequence = (): fc.Arbitrary<() => Promise<Setup>> =>
  arbitrary.map((sequence) => () => setupOf(sequence));

async function setupOf({ steps, batch, inputs, hidden, cell, isStacked, loss, seed }: Sequence): Promise<Setup> {
  const random = generator(seed);
  const tensor = (...[size, ...rest]: readonly number[]): Nested =>
    size === undefined ? (random() * 2 - 1).toFixed(3) : Array.from({ length: size }, () => tensor(...rest));
  const samples = batch ? [batch] : [];
  const input: Record<string, Nested> = { x: tensor(steps, ...samples, inputs) };
  const parameter: Record<string, Nested> = {};
  const lines: string[] = [];
  const layer = (from: string, size: number, k: number): string => {
    const weight = (name: string, ...shape: readonly number[]): string => {
      parameter[`${name}${k}`] = tensor(...shape);
      return `${name}${k}`;
    };
    const of = (gate: string): readonly string[] => [
      weight(`W${gate}_`, hidden, size),
      weight(`U${gate}_`, hidden, hidden),
      weight(`b${gate}_`, hidden),
    ];
    input[`s${k}`] = tensor(...samples, hidden);
    const names = gates[cell]!.flatMap(of);
    if (cell === 'lines of its own') {
      const [W, U, b] = of('') as readonly [string, string, string];
      input[`h${k}0`] = input[`s${k}`]!;
      delete input[`s${k}`];
      const terms = batch
        ? `${from}[t]*transpose(${W}) + h${k}[t-1]*transpose(${U})`
        : `${W}*${from}[t] + ${U}*h${k}[t-1]`;
      lines.push(`h${k}[t] = tanh(${terms} + ${b})`);
      return `h${k}`;
    }
    if (cell === 'rnn') names.push(...of(''));
    if (cell === 'lstm') input[`m${k}`] = tensor(...samples, hidden);
    if (cell === 'gru') names.push(weight('bhn_', hidden));
    lines.push(`h${k} = ${cell}(${[from, `s${k}`, ...(cell === 'lstm' ? [`m${k}`] : []), ...names].join(', ')})`);
    return `h${k}`;
  };
  let last = layer('x', inputs, 1);
  if (isStacked) last = layer(last, hidden, 2);
  parameter['V'] = tensor(2, hidden);
  parameter['e'] = tensor(2);
  const label = (): Nested =>
    batch ? Array.from({ length: batch }, () => 1 + Math.floor(random() * 2)) : 1 + Math.floor(random() * 2);
  const ends: Readonly<Record<Sequence['loss'], readonly [readonly string[], Nested]>> = {
    'every step': [
      [`y[t] = linear(${last}[t], V, e)`, `l[t] = mean((y[t] - d[t])^2)`, 'L = sum(l[t], t)'],
      tensor(steps, ...samples, 2),
    ],
    'last step': [[`y = linear(${last}[${steps}], V, e)`, 'L = sum((y - d)^2)/2'], tensor(...samples, 2)],
    labels: [
      [`y[t] = linear(${last}[t], V, e)`, 'l[t] = crossEntropy(y[t], d[t])', 'L = mean(l)'],
      Array.from({ length: steps }, label),
    ],
  };
  const [end, target] = ends[loss];
  const given = givenTensors({ input, target: { d: target }, parameter });
  return {
    program: expand(await readProgram([...lines, ...end].join('\n'), { loss: 'L' }), given),
    loss: 'L',
    given: [...given, { name: 'rate', text: '0.05', role: 'constant' }],
    trained: new Set(given.filter(({ role }) => role === 'parameter').map(({ name }) => name)),
    optimiser: sgd,
    updateOrder: 'old',
  };
}
