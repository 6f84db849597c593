import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatDouble, formatNumber, roundText, showRational, showText, texNumber } from '../../src/numbers/digits.js';
import { readNumber } from '../../src/numbers/literal.js';
import { rational, readRational } from '../../src/numbers/rational.js';
import { Binding } from '../../src/ops/op.js';

describe('roundText', () => {
  test.each([
    ['0.0245', 2, '0.025'],
    ['-0.0245', 2, '-0.025'],
    ['1.005', 3, '1.01'],
    ['2.5', 1, '3'],
    ['-2.5', 1, '-3'],
    ['0.02449999999999999999', 2, '0.024'],
    ['0.7413650695', 9, '0.741365070'],
    ['0.741365069552', 9, '0.741365070'],
    ['0.0000351018778298', 12, '0.0000351018778298'],
    ['0.000438567734474', 9, '0.000438567734'],
    ['9.996', 3, '10.0'],
    ['0.9996', 3, '1.00'],
    ['999.96', 4, '1000'],
    ['999.96', 3, '1.00e3'],
    ['-0.0190491182583', 9, '-0.0190491183'],
    ['3', 4, '3.000'],
    ['1234.5', 3, '1.23e3'],
    ['1234.5', 4, '1235'],
    ['123456.789', 9, '123456.789'],
    ['1234567891.5', 10, '1.234567892e9'],
    ['0.0000012345', 3, '0.00000123'],
    ['0.00000012345', 3, '1.23e-7'],
    ['1.9151695967e-174', 2, '1.9e-174'],
    ['.5', 1, '0.5'],
    ['5.', 1, '5'],
    ['+0.50E+3', 2, '5.0e2'],
    ['0', 9, '0'],
    ['-0.000', 9, '0'],
    ['9.9999999999e999999', 3, '1.00e1000000'],
  ])('%s at %i digits is %s', (value, digits, rounded) => {
    expect(roundText(value, digits)).toBe(rounded);
  });

  test('refuses what is not a number', () => {
    for (const text of ['', '.', 'NaN', '1,5', '1/3']) expect(() => roundText(text, 3)).toThrow('Not a number');
  });

  test('agrees with rounding the fraction', () => {
    const decimal = fc.tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.integer({ min: -30, max: 30 }));
    fc.assert(
      fc.property(decimal, fc.integer({ min: 1, max: 15 }), ([digits, power], count) => {
        const [value, rounded] = [`${digits}e${power}`, roundText(`${digits}e${power}`, count)].map(readRational);
        const off = value!.sub(rounded!).abs();
        const size = Math.floor(Math.log10(Number(digits < 0n ? -digits : digits) || 1)) + power - count + 1;
        expect(off.compare(readRational(`5.000000001e${size - 1}`)!)).toBeLessThan(1);
      }),
    );
  });
});

describe('showText keeps what was typed', () => {
  test.each([
    ['0.10', 9, '0.10', true],
    ['0.3775', 9, '0.3775', true],
    ['0.05', 3, '0.05', true],
    ['0.1000000', 3, '0.100', true],
    ['-3', 3, '-3', true],
    ['1000', 3, '1000', true],
    ['1200000000', 3, '1.2e9', true],
    ['1.50e-8', 3, '1.50e-8', true],
    ['0.00', 3, '0.00', true],
    ['0', 3, '0', true],
    ['-0.0', 3, '0.0', true],
    ['0.12345', 3, '0.123', false],
    ['100.5', 3, '101', false],
  ])('%s at %i digits is %s', (value, digits, plain, exact) => {
    expect(showText(value, digits)).toEqual({ plain, exact, provisional: false });
  });
});

describe('showRational divides', () => {
  test.each([
    [151n, 400n, 9, '0.3775', true],
    [1n, 3n, 9, '0.333333333', false],
    [-2n, 3n, 3, '-0.667', false],
    [1n, 8n, 2, '0.13', false],
    [49n, 2000n, 2, '0.025', false],
    [0n, 1n, 9, '0', true],
    [1000n, 1n, 9, '1000', true],
    [1n, 10n ** 60n, 9, '1e-60', true],
    [10n ** 60n + 1n, 1n, 3, '1.00e60', false],
    [245n * 10n ** 40n + 1n, 10n ** 44n, 2, '0.025', false],
    [245n * 10n ** 40n - 1n, 10n ** 44n, 2, '0.024', false],
    [10n ** 30n - 1n, 10n ** 30n, 9, '1.00000000', false],
  ])('%s / %s at %i digits is %s', (n, d, digits, plain, exact) => {
    expect(showRational(rational(n, d), digits)).toEqual({ plain, exact, provisional: false });
  });
});

describe('a number as a person reads it', () => {
  test.each([
    ['-0.0190491183', '−0.0190491183', '-0.0190491183', Binding.sum],
    ['2.1e-48', '2.1 × 10⁻⁴⁸', '2.1 \\times 10^{-48}', Binding.product],
    ['-2.1e12', '−2.1 × 10¹²', '-2.1 \\times 10^{12}', Binding.sum],
    ['0.5', '0.5', '0.5', Binding.atom],
  ])('%s', (plain, formatted, tex, binding) => {
    expect(formatNumber(plain)).toBe(formatted);
    expect(texNumber(plain)).toEqual({ tex, binding });
  });

  test('a fraction', () => expect(formatNumber('-1/3')).toBe('−1/3'));

  test.each([
    [-0.30000000000000004, '−0.3'],
    [100000000000, '1 × 10¹¹'],
    [2.5e-30, '2.5 × 10⁻³⁰'],
  ])('%d in a sentence', (value, text) => expect(formatDouble(value)).toBe(text));

  test('what the page prints can be typed back, unchanged', () => {
    fc.assert(
      fc.property(
        fc.double({ noNaN: true, min: -1e308, max: 1e308 }),
        fc.integer({ min: 3, max: 15 }),
        (value, digits) => {
          const { plain } = showText(String(value), digits);
          expect(readNumber(formatNumber(plain), 'w5')).toEqual({ text: plain });
        },
      ),
    );
  });
});
