import { expect, test } from 'vitest';
import { plainName, plainNumber, refTex } from '../../components/formula-text.js';

test.each([
  ['w5', 'w₅', 'w_{5}'],
  ['w12', 'w₁₂', 'w_{12}'],
  ['net_h1', 'net_h1', '\\mathit{net}_{h1}'],
  ['forward/net_h1', 'net_h1', '\\mathit{net}_{h1}'],
  ['backward/w5', '∂E_total/∂w₅', '\\frac{\\partial E_{\\mathit{total}}}{\\partial w_{5}}'],
  ['local/net_o1/w5', '∂net_o1/∂w₅', '\\frac{\\partial \\mathit{net}_{o1}}{\\partial w_{5}}'],
  ['update/w5', 'w₅⁺', 'w_{5}^{+}'],
])('%s is %s', (ref, plain, tex) => {
  expect([plainName(ref, 'E_total'), refTex(ref, 'E_total')]).toEqual([plain, tex]);
});

test('a path and an iteration are said in words', () => {
  expect(plainName('backward/out_h1/net_o1', 'E')).toBe('∂E/∂out_h1 through net_o1');
  expect(plainName('E_total@10000', 'E_total')).toBe('E_total after 10,000 updates');
});

test('numbers have a true minus sign and raised exponents', () => {
  expect(['-0.5', '2.1e-48', '-1.9e12'].map(plainNumber)).toEqual(['−0.5', '2.1 × 10⁻⁴⁸', '−1.9 × 10¹²']);
});
