import { expect, test } from 'vitest';
import { float64 } from '../../src/numbers/float64.js';
import { setupOfCase } from '../trace/case-program.js';
import { readCase } from '../trace/case.js';
import { evaluateTrace, readGiven } from '../../src/trace/evaluate-trace.js';
import { kinksOf } from '../../src/trace/kinks.js';
import { traceOf } from '../../src/trace/trace.js';

test('a tie in max pooling is said, with the convention; a window without one says nothing', async () => {
  const trace = traceOf(await setupOfCase(readCase('maxpool2d-tie', 'recorded')));
  const outcomes = evaluateTrace(trace, readGiven(trace, float64), float64);
  const valueOf = (name: string): number | undefined => {
    const outcome = outcomes.get(name);
    return outcome && 'value' in outcome ? outcome.value : undefined;
  };
  const said = 'At a tie max pooling has no derivative; the first of the tied gets all of it, as in PyTorch.';
  expect(kinksOf(trace, 'backward/x[1,1,1,1]', valueOf)).toEqual([said]);
  expect(kinksOf(trace, 'backward/x[1,1,3,1]', valueOf)).toEqual([]);
});
