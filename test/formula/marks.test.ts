import { expect, test } from 'vitest';
import { plainTex } from '../../components/derivation/marks.js';

test.each([
  ['\\htmlData{term=0}{w_{5}} \\cdot \\htmlData{term=1}{x}', 'w_{5} \\cdot x'],
  [
    '\\htmlClass{bp-role bp-local}{\\htmlData{term=0}{out_{o1}}}(1 - \\htmlData{term=1}{out_{o1}})',
    'out_{o1}(1 - out_{o1})',
  ],
  ['\\htmlData{term=0}{\\sigma^{-1}}^{3}', '{\\sigma^{-1}}^{3}'],
  ['\\htmlClass{a}{\\htmlData{term=0}{\\sigma^{2}}}_{1}', '{\\sigma^{2}}_{1}'],
  ['\\partial\\htmlData{term=0}{x}', '\\partial x'],
  ['\\htmlData{term=0}{\\mathit{a\\}b}} + 1', '\\mathit{a\\}b} + 1'],
  ['\\mathopen{}\\left(\\frac{a}{b}\\right)\\mathclose{}^{\\top}', '\\left(\\frac{a}{b}\\right)^{\\top}'],
  ['(a - b)\\allowbreak (b - c)', '(a - b)(b - c)'],
])('%s pasted elsewhere', (marked, plain) => {
  expect(plainTex(marked)).toBe(plain);
});

test('marks can be written in another way', () => {
  const tex = plainTex('\\htmlClass{c}{\\htmlData{term=2}{-0.5}}', ({ command, argument, body }) =>
    command === 'htmlData' ? `<${argument}>${body}` : body,
  );
  expect(tex).toBe('<term=2>-0.5');
});
