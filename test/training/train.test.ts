import { describe, expect, test } from 'vitest';
import { readProgram } from '../../src/program/read-program.js';
import { sgd } from '../trace/sgd.js';
import type { Trace } from '../../src/trace/step.js';
import { traceOf } from '../../src/trace/trace.js';
import { advance, lossAt } from '../../src/training/advance.js';
import { nextSample } from '../../src/training/curve.js';
import { record } from '../../src/training/record.js';
import { Overflow, Training } from '../../src/training/train.js';
import { expand } from '../../src/tensors/expand.js';
import { mazur } from '../trace/mazur.js';

/** Training of one parameter w = 1 on a loss. */
async function single(loss: string, rate: string): Promise<Training> {
  const trace: Trace = traceOf({
    program: expand(await readProgram(`L = ${loss}`, { loss: 'L' }), []),
    loss: 'L',
    given: [
      { name: 'w', text: '1', role: 'parameter' },
      { name: 'rate', text: rate, role: 'constant' },
    ],
    trained: new Set(['w']),
    optimiser: sgd,
    updateOrder: 'old',
  });
  return new Training(record(trace), trace);
}

const tape = record(mazur());
const training = (): Training => new Training(tape, mazur());
const start = training().parametersAt(0);

describe('training', () => {
  test('in slices gives the same numbers as at once, and says how far it is', async () => {
    const run = training();
    const done: number[] = [];
    await run.train(3000, { sliceMilliseconds: 0, onProgress: (each) => done.push(each) });
    expect(run.reached).toBe(3000);
    expect(done.length).toBeGreaterThan(2);
    expect(done).toEqual([...done].sort((a, b) => a - b));
    expect(done.at(-1)).toBe(3000);
    for (const iteration of [0, 1, 57, 200, 1234, 2999, 3000]) {
      expect(run.parametersAt(iteration)).toEqual(advance(tape, start, iteration));
    }
  });

  test('keeps what moves at every point of the curve, and can work it out again', async () => {
    const run = training();
    await run.train(3000, { sliceMilliseconds: 0 });
    const { signal } = new AbortController();
    for (const [i, name] of run.names.entries()) {
      const values = run.valuesOf(name)!;
      expect(values).toHaveLength(run.curve.length);
      expect(values).toEqual(run.curve.map(({ iteration }) => advance(tape, start, iteration)[i]));
      expect(await run.workOut(name, signal)).toEqual(values);
    }
    expect(run.valuesOf('E_total')).toBeUndefined();
  });

  test('goes on from where it is', async () => {
    const run = training();
    await run.train(100);
    await run.train(50);
    expect(run.reached).toBe(100);
    await run.train(300);
    expect(run.parametersAt(300)).toEqual(advance(tape, start, 300));
  });

  test('two at a time do not disturb each other', async () => {
    const run = training();
    await Promise.all([run.train(1000, { sliceMilliseconds: 0 }), run.train(700, { sliceMilliseconds: 0 })]);
    expect(run.reached).toBe(1000);
    expect(run.parametersAt(1000)).toEqual(advance(tape, start, 1000));
  });

  test('any iteration can be asked for without training', () => {
    const run = training();
    const given = run.givenAt(500);
    expect(given.get('w5')).toBe(advance(tape, start, 500)[4]);
    expect(given.get('b1')).toBe(0.35);
    expect(given.get('rate')).toBe(0.5);
    expect(run.reached).toBe(0);
  });

  test('what a caller does to its numbers changes nothing', () => {
    const run = training();
    run.parametersAt(5).fill(0);
    expect(run.parametersAt(5)).toEqual(advance(tape, start, 5));
  });

  test('stops when it is cancelled and keeps what is reached', async () => {
    const run = training();
    const cancel = new AbortController();
    const onProgress = (): void => cancel.abort();
    await expect(run.train(1_000_000, { signal: cancel.signal, onProgress, sliceMilliseconds: 1 })).rejects.toThrow();
    expect(run.reached).toBeGreaterThan(0);
    expect(run.reached).toBeLessThan(1_000_000);
    expect(run.curve.at(-1)!.iteration).toBe(run.reached);
    expect(run.parametersAt(run.reached)).toEqual(advance(tape, start, run.reached));
    await expect(run.train(1_000_000, { signal: AbortSignal.abort() })).rejects.toThrow();
  });

  test('with nothing to train the loss stays', async () => {
    const frozen = traceOf({ ...mazur().setup, trained: new Set() });
    const run = new Training(record(frozen), frozen);
    await run.train(1000);
    expect(new Set(run.curve.map(({ loss }) => loss)).size).toBe(1);
  });
});

describe('the loss curve', () => {
  test('has each of the first 200 updates, few beyond, and the end', async () => {
    const run = training();
    expect(run.curve).toHaveLength(1);
    await run.train(10_000);
    const iterations = run.curve.map(({ iteration }) => iteration);
    expect(iterations.slice(0, 201)).toEqual(Array.from({ length: 201 }, (_, i) => i));
    expect(iterations.length).toBeLessThan(450);
    expect(iterations.at(-1)).toBe(10_000);
    expect(iterations).toEqual([...new Set(iterations)].sort((a, b) => a - b));
    for (const { iteration, loss } of run.curve) {
      if (iteration % 50 === 0) expect(loss).toBe(lossAt(tape, advance(tape, start, iteration)));
    }
  });

  test('has about 600 points up to a million updates, and so on', () => {
    let count = 0;
    for (let iteration = 0; iteration < 1_000_000; iteration = nextSample(iteration)) count++;
    expect(count).toBeGreaterThan(550);
    expect(count).toBeLessThanOrEqual(601);
    expect(nextSample(1_000_000)).toBeGreaterThan(1_000_000);
  });
});

describe('overflow', () => {
  test('stops at the last finite iteration and says where it went wrong', async () => {
    const run = await single('w^4', '10');
    const error = await run.train(1000).catch((each: unknown) => each);
    expect(error).toBeInstanceOf(Overflow);
    const { iteration, subject, message } = error as Overflow;
    expect(message).toContain(`At iteration ${iteration} ${subject}`);
    expect(run.reached).toBe(iteration - 1);
    expect(run.curve.every(({ loss }) => Number.isFinite(loss))).toBe(true);
    expect(run.curve.at(-1)!.iteration).toBe(run.reached);
    expect([...run.parametersAt(run.reached)].every(Number.isFinite)).toBe(true);
    await expect(run.train(1000)).rejects.toThrow(message);
    await expect(run.train(run.reached)).resolves.toBeUndefined();
  });

  test('a loss overflows before its parameter does', async () => {
    const run = await single('w^2', '10');
    const error = (await run.train(100_000).catch((each: unknown) => each)) as Overflow;
    expect(error.subject).toBe('L');
    // w grows by a factor 19 each time; its square passes 1.8e308 in between.
    expect(error.iteration).toBe(Math.floor(308.2547 / 2 / Math.log10(19)) + 1);
  });

  test('a loss without a value at the start stops before the first update', async () => {
    const run = await single('log(w - 2)^2', '0.1');
    await expect(run.train(10)).rejects.toThrow('L is not a finite number at the start');
    expect(run.reached).toBe(0);
    expect(run.curve).toEqual([]);
  });
});
