import { describe, expect, test } from 'vitest';
import { evaluateTrace, readGiven } from '../../src/trace/evaluate-trace.js';
import { float64 } from '../../src/numbers/float64.js';
import { lossOver } from '../../src/training/loss-over.js';
import { mazur } from '../trace/mazur.js';

const trace = mazur();

/** The loss by the trace, with some numbers in place of the given ones. */
function lossWith(values: Readonly<Record<string, number>>): number {
  const given = readGiven(trace, float64);
  for (const [name, value] of Object.entries(values)) given.set(name, value);
  const outcome = evaluateTrace(trace, given, float64).get('E_total')!;
  return 'value' in outcome ? outcome.value : NaN;
}

describe('the loss over given numbers', () => {
  test.each([
    [0.4, 0.35],
    [-3, 2],
    [0, 0],
  ])('w5 = %d and b1 = %d: what the trace says, for a trained number and one that is not', (w5, b1) => {
    expect(lossOver(trace, ['w5', 'b1'])(w5, b1)).toBeCloseTo(lossWith({ w5, b1 }), 14);
  });

  test('each call stands alone', () => {
    const loss = lossOver(trace, ['w5', 'w6']);
    const first = loss(1, 2);
    loss(50, -7);
    expect(loss(1, 2)).toBe(first);
  });
});
