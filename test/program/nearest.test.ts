import { expect, it } from 'vitest';
import { nearest } from '../../src/program/nearest.js';

it.each([
  ['sigmod', ['tanh', 'sigmoid'], 'sigmoid'],
  ['W5', ['w1', 'w5'], 'w5'],
  ['leaky_relu', ['relu', 'leakyRelu'], 'leakyRelu'],
  ['net_o_1', ['net_h1', 'net_o1'], 'net_o1'],
  ['nte', ['out', 'net'], 'net'],
  ['halve', ['bias', 'half'], 'half'],
  ['w9', ['w8'], undefined],
  ['z', ['x'], undefined],
  ['config', ['sigmoid', 'exp'], undefined],
])('%s among %j is %s', (typed, known, expected) => {
  expect(nearest(typed, known)).toBe(expected);
});
