import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import {
  goTo,
  initialState,
  move,
  origin,
  placeOf,
  Reveal,
  setupOf,
  traceOf,
  withConvention,
  withIteration,
  withOwnValues,
  withValue,
  type LessonState,
  type Trace,
} from '../../src/index.js';
import { readMazur } from './lesson.js';

let start: LessonState;
let trace: Trace;
beforeAll(async () => {
  start = initialState(await readMazur());
  trace = traceOf(setupOf(start));
});

const moves = fc.array(fc.constantFrom('next' as const, 'previous' as const, 'reveal' as const), { maxLength: 60 });

test('stepping on and back lands on the same state, from anywhere', () => {
  fc.assert(
    fc.property(moves, fc.integer({ min: 1, max: 20 }), (walk, count) => {
      const here = move(
        walk.reduce((state, to) => move(state, trace, to), start),
        trace,
        'next',
      );
      const room = Math.min(count, trace.walk.length - 1 - trace.walk.findIndex(({ ref }) => ref === here.step));
      let there = here;
      for (let i = 0; i < room; i++) there = move(there, trace, 'next');
      for (let i = 0; i < room; i++) there = move(there, trace, 'previous');
      expect(there).toEqual({ ...here, reveal: Reveal.result });
    }),
  );
});

test('reveal shows a step piece by piece, then asks the next question', () => {
  const pieces = [0, 1, 2, 3, 4].reduce<LessonState[]>(
    (states) => [...states, move(states.at(-1)!, trace, 'reveal')],
    [goTo(start, 'forward/net_h1', Reveal.question)],
  );
  expect(pieces.map(({ step, reveal }) => `${step} ${reveal}`)).toEqual([
    'forward/net_h1 0',
    'forward/net_h1 1',
    'forward/net_h1 2',
    'forward/net_h1 3',
    'forward/out_h1 0',
    'forward/out_h1 1',
  ]);
});

test('next completes a step that is half shown before it moves on', () => {
  const half = goTo(start, 'backward/w5', Reveal.symbolic);
  expect(move(half, trace, 'next')).toMatchObject({ step: 'backward/w5', reveal: Reveal.result });
});

test('at both ends a move changes nothing', () => {
  expect(move(start, trace, 'previous')).toEqual(start);
  const last = move(start, trace, 'last');
  expect(move(last, trace, 'next')).toEqual(last);
  expect(move(last, trace, 'reveal')).toBe(last);
});

test('an edit taken back is no edit', () => {
  expect(withValue(withValue(start, 'w5', '0.7', '0.40'), 'w5', '0.40', '0.40')).toEqual(start);
  expect(withValue(withValue(start, 'w5', '0.7'), 'w5', undefined)).toEqual(start);
  expect(withConvention(withConvention(start, 'biases', 'shared'), 'biases', 'frozen')).toEqual(start);
  expect(withOwnValues(withConvention(withValue(start, 'w5', '0.7'), 'biases', 'shared'))).toEqual(start);
});

test('an iteration is kept within its range', () => {
  expect(withIteration(start, -3).iteration).toBe(0);
  expect(withIteration(start, 1e9).iteration).toBe(1_000_000);
});

test.each([
  ['backward/w5', 'backward/w5', true],
  ['net_h1', 'forward/net_h1', true],
  ['w5', 'backward/w5', true],
  ['local/net_o1/w99', 'forward/net_h1', false],
  ['backward/out_h1/net_o9', 'backward/out_h1', false],
  ['nonsense/', 'forward/net_h1', false],
])('%s leads to %s', (ref, step, found) => {
  expect(placeOf(trace, ref)).toEqual({ step, found });
});

test('after a convention switch a step that is gone gives way to the nearest one', () => {
  const perNeuron = traceOf(setupOf(withConvention(start, 'biases', 'per-neuron')));
  expect(placeOf(perNeuron, 'backward/w5')).toEqual({ step: 'backward/w5', found: true });
  expect(placeOf(perNeuron, 'backward/b2/net_o1').found).toBe(false);
});

test.each([
  ['E_total@1', 0, 'loss/E_total', 1],
  ['w5@1', 0, 'update/w5', 0],
  ['w5', 3, 'update/w5', 2],
  ['b1', 3, 'backward/b1', 3],
  ['backward/w5', 2, 'backward/w5', 2],
])('%s at iteration %i was made by %s at iteration %i', (ref, iteration, step, at) => {
  expect(origin(trace, iteration, ref)).toEqual({ step, iteration: at });
});
