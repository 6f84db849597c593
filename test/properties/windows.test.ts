import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decimals } from '../../src/numbers/decimal.js';
import { readProgram } from '../../src/program/read-program.js';
import { expand } from '../../src/tensors/expand.js';
import { evaluateTrace, readGiven } from '../../src/trace/evaluate-trace.js';
import { checkedInDecimals, checkGradient } from '../../src/trace/gradient-check.js';
import type { Trace } from '../../src/trace/step.js';
import { traceOf } from '../../src/trace/trace.js';
import { givenTensors, type Nested, type Tensors } from '../tensors/given-tensors.js';
import { sgd } from '../trace/sgd.js';

// Loads mathjs.
await readProgram('L = w', { loss: 'L' });
const system = await decimals(60);

// A busy machine needs longer than the usual five seconds.
const patience = { timeout: 120_000 };

type Shape = readonly number[];

/** A tensor as a flat list of whole numbers, so that what is computed from it is exact in doubles. */
interface Flat {
  readonly shape: Shape;
  readonly numbers: readonly number[];
}

interface Windows {
  readonly x: Flat;
  /** The sizes of the window. */
  readonly window: Shape;
  readonly stride: number;
  readonly padding: number;
  readonly filters: number;
  readonly seed: readonly number[];
}

const count = (shape: Shape): number => shape.reduce((a, b) => a * b, 1);

const at = ({ shape, numbers }: Flat, index: Shape): number =>
  numbers[index.reduce((place, each, axis) => place * shape[axis]! + each, 0)]!;

const nested = ({ shape: [size, ...rest], numbers }: Flat): Nested =>
  size === undefined
    ? numbers[0]!
    : Array.from({ length: size }, (_, i) =>
        nested({ shape: rest, numbers: numbers.slice(i * count(rest), (i + 1) * count(rest)) }),
      );

/** Every index of a shape, from 0. */
const indices = ([size, ...rest]: Shape): readonly Shape[] =>
  size === undefined ? [[]] : Array.from({ length: size }, (_, i) => indices(rest).map((each) => [i, ...each])).flat();

/** Samples, channels, then one axis or two, and a window that fits in. */
const arbitraryWindows = fc
  .record({
    axes: fc.constantFrom(1, 2),
    samples: fc.integer({ min: 1, max: 2 }),
    channels: fc.integer({ min: 1, max: 2 }),
    filters: fc.integer({ min: 1, max: 2 }),
    sizes: fc.array(fc.integer({ min: 2, max: 4 }), { minLength: 2, maxLength: 2 }),
    window: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 2, maxLength: 2 }),
    stride: fc.integer({ min: 1, max: 3 }),
    padding: fc.integer({ min: 0, max: 2 }),
    seed: fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 64, maxLength: 64 }),
  })
  .map(({ axes, samples, channels, sizes, window, ...rest }): Windows => {
    const shape = [samples, channels, ...sizes.slice(0, axes)];
    const numbers = rest.seed.slice(0, count(shape));
    return { x: { shape, numbers }, window: window.slice(0, axes), ...rest };
  })
  .filter(({ x, window, padding }) => window.every((size, axis) => size <= x.shape[axis + 2]! + 2 * padding));

async function traced(text: string, tensors: Tensors): Promise<Trace> {
  const given = givenTensors(tensors);
  return traceOf({
    program: expand(await readProgram(text, { loss: 'L' }), given),
    loss: 'L',
    given: [...given, { name: 'rate', text: '0.1', role: 'constant' }],
    trained: new Set(given.filter(({ role }) => role === 'parameter').map(({ name }) => name)),
    optimiser: sgd,
    updateOrder: 'old',
  });
}

/** What a program gives is what a plain loop gives, and every gradient is what a central difference gives. */
function hold(trace: Trace, name: string, wanted: Flat): void {
  const outcomes = evaluateTrace(trace, readGiven(trace, system), system);
  const found = indices(wanted.shape).map((index) => {
    const outcome = outcomes.get(`${name}[${index.map((each) => each + 1).join(',')}]`)!;
    return 'value' in outcome ? Number(outcome.value.approx.toString()) : NaN;
  });
  found.forEach((number, i) => expect(number).toBeCloseTo(wanted.numbers[i]!, 10));
  expect(trace.setup.program.tensors?.get(name)?.shape).toEqual(wanted.shape);
  const gradients = trace.assignments.map(({ ref }) => ref).filter((ref) => ref.startsWith('backward/'));
  expect(gradients.length).toBeGreaterThan(0);
  const wrong = gradients.filter((ref) => !checkGradient(trace, outcomes, ref, checkedInDecimals(system))?.agrees);
  expect(wrong).toEqual([]);
}

test(
  'a random convolution gives what a plain loop gives, and its gradients agree with differences',
  patience,
  async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryWindows, async ({ x, window, stride, padding, filters, seed }) => {
        const [samples, channels, ...sizes] = x.shape as [number, number, ...number[]];
        const K: Flat = {
          shape: [filters, channels, ...window],
          numbers: seed.slice(-filters * channels * count(window)),
        };
        const b = seed.slice(0, filters);
        const places = sizes.map((size, axis) => Math.floor((size + 2 * padding - window[axis]!) / stride) + 1);
        const shape = [samples, filters, ...places];
        const numbers = indices(shape).map(([sample, filter, ...place]) => {
          let sum = b[filter!]!;
          for (const [channel, ...offset] of indices([channels, ...window])) {
            const where = offset.map((each, axis) => place[axis]! * stride + each - padding);
            if (where.some((each, axis) => each < 0 || each >= sizes[axis]!)) continue;
            sum += at(K, [filter!, channel!, ...offset]) * at(x, [sample!, channel!, ...where]);
          }
          return sum;
        });
        const trace = await traced(`c = conv${window.length}d(x, K, b, ${stride}, ${padding})\nL = sum(c^2)/9`, {
          input: { x: nested(x) },
          parameter: { K: nested(K), b },
        });
        hold(trace, 'c', { shape, numbers });
      }),
      { numRuns: 25 },
    );
  },
);

test.each(['max', 'avg'])('a random %s pooling likewise', patience, async (kind) => {
  await fc.assert(
    fc.asyncProperty(arbitraryWindows, async ({ x, window: [kernel = 1], stride, seed }) => {
      // No two alike: at a tie a central difference says something else than the convention.
      const distinct = { ...x, numbers: x.numbers.map((each, i) => each + i / 128) };
      const [samples, channels, ...sizes] = x.shape as [number, number, ...number[]];
      fc.pre(sizes.every((size) => kernel <= size));
      const places = sizes.map((size) => Math.floor((size - kernel) / stride) + 1);
      const shape = [samples, channels, ...places];
      const numbers = indices(shape).map(([sample, channel, ...place]) => {
        const under = indices(sizes.map(() => kernel)).map((offset) =>
          at(distinct, [sample!, channel!, ...offset.map((each, axis) => place[axis]! * stride + each)]),
        );
        return kind === 'max' ? Math.max(...under) : under.reduce((a, c) => a + c) / under.length;
      });
      const u: Flat = { shape, numbers: seed.slice(0, count(shape)) };
      const trace = await traced(`c = ${kind}Pool${sizes.length}d(x, ${kernel}, ${stride})\nL = sum(c .* u)`, {
        parameter: { x: nested(distinct) },
        target: { u: nested(u) },
      });
      hold(trace, 'c', { shape, numbers });
    }),
    { numRuns: 25 },
  );
});
