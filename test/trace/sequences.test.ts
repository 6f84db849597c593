import { describe, expect, test } from 'vitest';
import { decimals } from '../../src/numbers/decimal.js';
import { roundText } from '../../src/numbers/digits.js';
import { readProgram } from '../../src/program/read-program.js';
import { expand } from '../../src/tensors/expand.js';
import { evaluateTrace, readGiven } from '../../src/trace/evaluate-trace.js';
import { traceOf } from '../../src/trace/trace.js';
import { givenTensors, type Nested } from '../tensors/given-tensors.js';
import { listedIn } from './case-values.js';
import { readCase, type Case, type Tensor } from './case.js';
import { sgd } from './sgd.js';

/** A case that is unrolled by hand, written with the time index or by a block. */
interface Written {
  readonly id: string;
  readonly by: string;
  readonly text: string;
  /** What we call the case's tensors of every time step: `iz1`, `iz2` are our `i`. */
  readonly names: Readonly<Record<string, string>>;
  /** Tensors of the case that this way of writing has no name for. */
  readonly unnamed: readonly string[];
}

const rnnLoss = `
y[t] = linear(h[t], Wy, by)
l[t] = sum((y[t] - d[t])^2)/2
L = sum(l[t], t)`;
const lstmLoss = `
l[t] = sum((h[t] - d[t])^2)/2
L = sum(l[t], t)`;
const gruLoss = `
y = linear(h[3], Wy, by)
L = sum((y - d)^2)/2`;

const all: readonly Written[] = [
  {
    id: 'rnn-3-many-to-many',
    by: 'the time index',
    text: `z[t] = Wx*x[t] + Wh*h[t-1] + bh\nh[t] = tanh(z[t])${rnnLoss}`,
    names: { z: 'z', h: 'h', y: 'y', L: 'l' },
    unnamed: ['u', 'v'],
  },
  {
    id: 'rnn-3-many-to-many',
    by: 'a block',
    text: `h = rnn(x, h0, Wx, Wh, bh)${rnnLoss}`,
    names: { h: 'h', y: 'y', L: 'l' },
    unnamed: ['u', 'v', 'z'],
  },
  {
    id: 'lstm-gomez',
    by: 'the time index',
    text: `i[t] = sigmoid(Wi*x[t] + Ui*h[t-1] + bi)
f[t] = sigmoid(Wf*x[t] + Uf*h[t-1] + bf)
o[t] = sigmoid(Wo*x[t] + Uo*h[t-1] + bo)
g[t] = tanh(Wg*x[t] + Ug*h[t-1] + bg)
c[t] = f[t] .* c[t-1] + i[t] .* g[t]
h[t] = o[t] .* tanh(c[t])${lstmLoss}`,
    names: { i: 'i', f: 'f', o: 'o', g: 'g', c: 'c', h: 'h', L: 'l' },
    unnamed: ['fc', 'fh', 'fx', 'fz', 'gh', 'gx', 'gz', 'ig', 'ih', 'ix', 'iz', 'oh', 'ox', 'oz', 'tc'],
  },
  {
    id: 'lstm-gomez',
    by: 'a block',
    text: `h = lstm(x, h0, c0, Wi, Ui, bi, Wf, Uf, bf, Wg, Ug, bg, Wo, Uo, bo)${lstmLoss}`,
    names: { i: 'h.i', f: 'h.f', o: 'h.o', g: 'h.g', c: 'h.c', h: 'h', L: 'l' },
    unnamed: ['fc', 'fh', 'fx', 'fz', 'gh', 'gx', 'gz', 'ig', 'ih', 'ix', 'iz', 'oh', 'ox', 'oz', 'tc'],
  },
  {
    id: 'gru-3steps',
    by: 'the time index',
    text: `r[t] = sigmoid(Wr*x[t] + Ur*h[t-1] + br)
u[t] = sigmoid(Wu*x[t] + Uu*h[t-1] + bu)
n[t] = tanh(Wn*x[t] + bn + r[t] .* (Un*h[t-1] + bhn))
h[t] = (1 - u[t]) .* n[t] + u[t] .* h[t-1]${gruLoss}`,
    names: { r: 'r', u: 'u', n: 'n', h: 'h' },
    unnamed: ['nh', 'nu', 'nx', 'nz', 'ou', 'rh', 'rn', 'rx', 'rz', 'uh', 'un', 'ux', 'uz'],
  },
  {
    id: 'gru-3steps',
    by: 'a block',
    text: `h = gru(x, h0, Wr, Ur, br, Wu, Uu, bu, Wn, Un, bn, bhn)${gruLoss}`,
    names: { r: 'h.r', u: 'h.z', n: 'h.n', h: 'h' },
    unnamed: ['nh', 'nu', 'nx', 'nz', 'ou', 'rh', 'rn', 'rx', 'rz', 'uh', 'un', 'ux', 'uz'],
  },
  {
    id: 'gru-reset-first',
    by: 'the time index',
    text: `r[t] = sigmoid(Wr*x[t] + Ur*h[t-1] + br)
u[t] = sigmoid(Wu*x[t] + Uu*h[t-1] + bu)
n[t] = tanh(Wn*x[t] + Un*(r[t] .* h[t-1]) + bn)
h[t] = (1 - u[t]) .* n[t] + u[t] .* h[t-1]${gruLoss}`,
    names: { r: 'r', u: 'u', n: 'n', h: 'h' },
    unnamed: ['nh', 'nu', 'nx', 'nz', 'ou', 'rh', 'rs', 'rx', 'rz', 'uh', 'un', 'us', 'ux', 'uz'],
  },
  {
    id: 'gru-reset-first',
    by: 'a block',
    text: `h = gruResetFirst(x, h0, Wr, Ur, br, Wu, Uu, bu, Wn, Un, bn)${gruLoss}`,
    names: { r: 'h.r', u: 'h.z', n: 'h.n', h: 'h' },
    unnamed: ['nh', 'nu', 'nx', 'nz', 'ou', 'rh', 'rs', 'rx', 'rz', 'uh', 'un', 'us', 'ux', 'uz'],
  },
];

const system = await decimals(40);

describe.each(all)('$id, by $by', ({ id, text, names, unnamed }) => {
  const file = readCase(id, id === 'gru-reset-first' ? 'recorded' : 'cases');

  test('gives every number of the program that is unrolled by hand', async () => {
    const given = givenOf(file);
    const trace = traceOf({
      program: expand(await readProgram(text, { loss: 'L' }), given),
      loss: 'L',
      given: [...given, { name: 'rate', text: file.optimizer!.lr, role: 'constant' }],
      trained: new Set(given.filter(({ role }) => role === 'parameter').map(({ name }) => name)),
      optimiser: sgd,
      updateOrder: 'old',
    });
    const outcomes = evaluateTrace(trace, readGiven(trace, system), system);
    const without = new Set<string>();
    let compared = 0;
    for (const { section, tensor, iteration, values } of listedIn(file)) {
      if (iteration > 0 && !section.endsWith('parameters')) continue;
      if (iteration > 1 || section === 'local derivatives' || section === 'aux') continue;
      for (const { ref, text: expected } of values) {
        const ours = iteration === 1 ? `update/${ref}` : oursOf(ref, names, file);
        if (!ours) {
          without.add(tensor.replace(/\d$/, ''));
          continue;
        }
        const outcome = outcomes.get(ours);
        if (!outcome || 'failure' in outcome) throw new Error(`${ours} has no value.`);
        expect(roundText(outcome.value.approx.toString(), 12), `${section}: ${ours}`).toBe(roundText(expected, 12));
        compared += 1;
      }
    }
    expect([...without].sort()).toEqual(unnamed);
    // Of every parameter the gradient and the new value at least.
    expect(compared).toBeGreaterThan(2 * given.filter(({ role }) => role === 'parameter').length);
  });
});

/** Our reference for one of the case's; the case has one sample, which ours does without. */
function oursOf(ref: string, names: Written['names'], file: Case): string | undefined {
  const [, before = '', name = '', index = ''] = /^(backward\/)?(\w+)(?:\[(.*)\])?$/.exec(ref)!;
  const [, base = '', time] = /^([A-Za-z]+)(\d)?$/.exec(name) ?? [];
  const inner = index.split(',').slice(1);
  if (name in file.params || name === 'L') return ref;
  if (name === 'y') return `${before}y[${inner.join(',')}]`;
  if (time === '0') return `${before}${name}[${inner.join(',')}]`;
  const ours = base === 'x' ? 'x' : names[base];
  return ours && `${before}${ours}[${[time, ...inner].join(',')}]`;
}

/** The case's numbers, those of every time step in one tensor. */
function givenOf({ inputs, targets, params }: Case) {
  const steps = (of: Readonly<Record<string, Tensor>>, pattern: RegExp): Nested =>
    Object.entries(of)
      .filter(([name]) => pattern.test(name))
      .map(([, value]) => (value as readonly Nested[])[0]!);
  const states = Object.entries(inputs).filter(([name]) => name.endsWith('0'));
  return givenTensors({
    input: {
      x: steps(inputs, /^x\d/),
      ...Object.fromEntries(states.map(([name, value]) => [name, (value as readonly Nested[])[0]!])),
    },
    target: { d: steps(targets!, /^t/) },
    parameter: params,
  });
}
