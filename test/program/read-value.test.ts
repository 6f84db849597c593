import { expect, test } from 'vitest';
import type { InputError } from '../../src/complaint.js';
import { readValue } from '../../src/program/read-value.js';

// prettier-ignore
test.each([
  ['0.10', { V: '0.10' }],
  ['−3', { V: '-3' }],
  ['[0.5, -1]', { 'V[1]': '0.5', 'V[2]': '-1' }],
  [' [ [1,2] , [3,4.50] ] ', { 'V[1,1]': '1', 'V[1,2]': '2', 'V[2,1]': '3', 'V[2,2]': '4.50' }],
  ['[[7]]', { 'V[1,1]': '7' }],
])('%s', (typed, expected) => {
  expect(readValue(typed, 'V')).toEqual(expected);
});

// prettier-ignore
test.each([
  ['', 'V is empty: write a number'],
  ['[]', 'A number is missing in the list for V: write it like [0.5, -1]'],
  ['[1,]', 'A number is missing in the list for V'],
  ['[1, two]', '“two” for V is not a number'],
  ['[1 2]', '“1 2” for V is not a number'],
  ['[[1, 2], [3]]', 'The rows of V have different sizes: give every row as many numbers.'],
  ['[1, [2]]', 'The rows of V have different sizes'],
  ['[[1, 2]', 'The list for V needs a `]` at its end.'],
  ['[1][2]', 'The list for V goes on after its last `]`: take away what follows.'],
  ['[[1][2]]', 'The list for V needs a comma between its numbers.'],
])('%s is refused', (typed, said) => {
  let complaint = '';
  try {
    readValue(typed, 'V');
  } catch (error) {
    complaint = (error as InputError).complaints[0]!.message;
  }
  expect(complaint).toContain(said);
});
