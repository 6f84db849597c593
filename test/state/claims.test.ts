import { expect, test } from 'vitest';
import { sgd } from '../trace/sgd.js';
import { readClaim } from '../../src/program/read-block.js';
import { readProgram } from '../../src/program/read-program.js';
import { checkClaim } from '../../src/state/claims.js';
import { Run } from '../../src/state/run.js';
import { expand } from '../../src/tensors/expand.js';
import { traceOf } from '../../src/trace/trace.js';
import { givenTensors } from '../tensors/given-tensors.js';

/** What is said of a claim about a softmax of three scores with a target. */
async function verdict(claim: string, scores: readonly number[]): Promise<string> {
  const given = givenTensors({ parameter: { s: scores }, target: { t: [1, 0, 0] } });
  const { lines, given: names } = await readProgram('p = softmax(s)\nL = -sum(t[k]*log(p[k]), k)', { loss: 'L' });
  const program = expand({ lines, given: names, claims: [await readClaim(claim)] }, given);
  const run = new Run(traceOf({ program, loss: 'L', given, trained: new Set(), optimiser: sgd, updateOrder: 'old' }));
  return checkClaim(run, 0, program.claims!.get('backward/s[2]')![0]!);
}

// prettier-ignore
test.each([
  ['grad(s[k]) = p[k] - t[k]', [0.3, -1, 2], 'holds'],
  ['grad(s[k]) = p[k] + t[k] - 0.001', [0.3, -1, 2], 'differs'],
  // Far from every double, and still not 0.
  ['grad(s[k]) = p[k] - t[k]', [1000, -1000, 0], 'holds'],
  ['grad(s[k]) = 0', [1000, -1000, 0], 'differs'],
  ['grad(s[k]) = 2*p[k] - 2*t[k]', [1000, -1000, 0], 'differs'],
] as const)('%s at %j: %s', async (claim, scores, expected) => {
  expect(await verdict(claim, scores)).toBe(expected);
});
