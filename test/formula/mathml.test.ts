import { expect, test } from 'vitest';
import { mathmlOf } from '../../components/formula/render-formula.js';

test('a formula is one element without styles, without its TeX', () => {
  const math = mathmlOf('\\frac{a}{b} \\approx \\htmlClass{c}{\\htmlData{term=0}{0.5}}');
  expect(math).toMatch(/^<math><mrow>.*<\/mrow><\/math>$/);
  expect(math).not.toMatch(/style=|class=|annotation|approx/);
});

test('a mark on a number comes out as an address, and other addresses do not', () => {
  expect(mathmlOf('\\href{number:3}{-0.5}')).toContain('<mrow href="number:3"><mo>−</mo><mn>0.5</mn></mrow>');
  expect(mathmlOf('\\href{https://example.org}{x}')).not.toContain('example.org');
});

test('a bar is as tall as what it stands at, and a function keeps off its argument', () => {
  expect(mathmlOf('\\left.\\frac{a}{b}\\right|_{c}')).toContain('<mo fence="true" form="postfix">|</mo>');
  expect(mathmlOf('\\ln 2')).toContain('<mspace width="0.1667em"></mspace><mn>2</mn>');
  expect(mathmlOf('\\ln(2)')).not.toContain('mspace');
});

test('what cannot be read stands there as it was written', () => {
  expect(mathmlOf('\\frac{a<b&')).toBe('<code>\\frac{a&lt;b&amp;</code>');
  const deep = '{'.repeat(20_000) + '}'.repeat(20_000);
  expect(mathmlOf(deep)).toBe(`<code>${deep}</code>`);
});
