import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { InputError } from '../../src/complaint.js';
import { readNumber } from '../../src/numbers/literal.js';

describe('readNumber takes what people type and pages print', () => {
  test.each([
    ['0.10', '0.10'],
    ['  0.5 ', '0.5'],
    ['.5', '0.5'],
    ['5.', '5'],
    ['-.5', '-0.5'],
    ['+3', '3'],
    ['007', '7'],
    ['0.50', '0.50'],
    ['−3', '-3'],
    ['–0.25', '-0.25'],
    ['- 3', '-3'],
    ['2.1e-48', '2.1e-48'],
    ['2.1E+05', '2.1e5'],
    ['1e0', '1'],
    ['1e-0', '1'],
    ['1e-07', '1e-7'],
    ['2.1 × 10⁻⁴⁸', '2.1e-48'],
    ['−2.1 × 10⁻⁴⁸', '-2.1e-48'],
    ['2.1·10⁵', '2.1e5'],
    ['2.1*10^-48', '2.1e-48'],
    ['2.1 * 10 ^ -48', '2.1e-48'],
    ['2.1 x 10^{-48}', '2.1e-48'],
    ['2.10 \\times 10^{-48}', '2.10e-48'],
    ['2.1 \\cdot 10^{3}', '2.1e3'],
    ['10^-3', '1e-3'],
    ['-10⁻³', '-1e-3'],
    ['1\u202f234.5', '1234.5'],
    ['0.123\u2009456\u200978', '0.12345678'],
    ['1 000 000', '1000000'],
    ['-0', '0'],
    ['-0.0', '0.0'],
    ['0e7', '0'],
    ['1.7976931348623157e308', '1.7976931348623157e308'],
    ['5e-324', '5e-324'],
  ])('%j is %s', (typed, text) => {
    expect(readNumber(typed, 'w5')).toEqual({ text });
  });

  test.each([
    ['0,5', '0.5', 'Read 0,5 as 0.5; write a point.'],
    ['−12,25', '-12.25', 'Read −12,25 as -12.25; write a point.'],
    [',5', '0.5', 'Read ,5 as 0.5; write a point.'],
    ['0,125', '0.125', 'Read 0,125 as 0.125; write a point.'],
    ['1000,123', '1000.123', 'Read 1000,123 as 1000.123; write a point.'],
    ['1,5e-3', '1.5e-3', 'Read 1,5e-3 as 1.5e-3; write a point.'],
    ['2,1 × 10⁻⁴⁸', '2.1e-48', 'Read 2,1 × 10⁻⁴⁸ as 2.1e-48; write a point.'],
  ])('%s has a decimal comma', (typed, text, hint) => {
    expect(readNumber(typed, 'w5')).toEqual({ text, hint });
  });

  test('any double as JavaScript writes it', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(Number(readNumber(String(value), 'w5').text)).toBe(value === 0 ? 0 : value);
      }),
    );
  });
});

describe('readNumber says what is wrong and how to write it', () => {
  test.each([
    ['', 'w5 is empty: write a number such as 0.5.'],
    ['   ', 'w5 is empty: write a number such as 0.5.'],
    ['abc', '“abc” for w5 is not a number: write one such as 0.5, -2 or 2.1e-48.'],
    ['1.2.3', '“1.2.3” for w5 is not a number: write one such as 0.5, -2 or 2.1e-48.'],
    ['--1', '“--1” for w5 is not a number: write one such as 0.5, -2 or 2.1e-48.'],
    ['0x10', '“0x10” for w5 is not a number: write one such as 0.5, -2 or 2.1e-48.'],
    ['1 2', '“1 2” for w5 is not a number: write one such as 0.5, -2 or 2.1e-48.'],
    ['.', '“.” for w5 is not a number: write one such as 0.5, -2 or 2.1e-48.'],
    ['e5', '“e5” for w5 is not a number: write one such as 0.5, -2 or 2.1e-48.'],
    ['50%', '“50%” for w5 is not a number: write one such as 0.5, -2 or 2.1e-48.'],
    ['NaN', 'w5 must be an ordinary number: “NaN” cannot be computed with. Write a number such as 0.5.'],
    ['-Infinity', 'w5 must be an ordinary number: “-Infinity” cannot be computed with. Write a number such as 0.5.'],
    ['∞', 'w5 must be an ordinary number: “∞” cannot be computed with. Write a number such as 0.5.'],
    ['1e999', '“1e999” for w5 is too large to compute with: write a number of at most about 1.79 × 10³⁰⁸.'],
    ['-10^400', '“-10^400” for w5 is too large to compute with: write a number of at most about 1.79 × 10³⁰⁸.'],
    ['1e-999', '“1e-999” for w5 is too close to 0 to compute with: write 0, or at least about 5 × 10⁻³²⁴.'],
    [
      '1e-99999999999999999999999',
      '“1e-99999999999999999999999” for w5 is too close to 0 to compute with: write 0, or at least about 5 × 10⁻³²⁴.',
    ],
    ['1/3', '“1/3” for w5 is a fraction: write it as a decimal, such as 0.333333333333.'],
    ['-1 / 4', '“-1 / 4” for w5 is a fraction: write it as a decimal, such as -0.25.'],
    ['1/0', '“1/0” for w5 is a fraction: write it as a decimal.'],
    ['1,000', '“1,000” for w5 may mean 1000 or 1.000: write it without the comma.'],
    ['-12,345', '“-12,345” for w5 may mean -12345 or -12.345: write it without the comma.'],
    ['1,234.5', '“1,234.5” for w5 has a comma: write digits and at most one point, such as 1234.5.'],
    ['1.234,5', '“1.234,5” for w5 has a comma: write digits and at most one point, such as 1234.5.'],
    ['1,234,567', '“1,234,567” for w5 has a comma: write digits and at most one point, such as 1234.5.'],
    ['1'.repeat(101), 'The number for w5 is too long: write at most 100 characters.'],
  ])('%j', (typed, sentence) => {
    const read = (): unknown => readNumber(typed, 'w5');
    expect(read).toThrow(InputError);
    expect(read).toThrow(
      expect.objectContaining({ message: sentence, complaints: [{ message: sentence, subject: 'w5' }] }),
    );
  });

  test('whatever is typed: a number that every system can read, or one sentence', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'0123456789.,eE+-−×*^ ⁻⁴/'), maxLength: 12 });
    fc.assert(
      fc.property(fc.oneof(letters, fc.string()), (typed) => {
        try {
          expect(readNumber(typed, 'w5').text).toMatch(/^-?\d+(\.\d+)?(e-?\d+)?$/);
        } catch (error) {
          expect(error).toBeInstanceOf(InputError);
          expect((error as InputError).complaints).toHaveLength(1);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
