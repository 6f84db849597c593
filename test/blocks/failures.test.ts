import { expect, test } from 'vitest';
import { decimals } from '../../src/numbers/decimal.js';
import { float64 } from '../../src/numbers/float64.js';
import { sgd } from '../trace/sgd.js';
import { readProgram } from '../../src/program/read-program.js';
import { expand } from '../../src/tensors/expand.js';
import { evaluateTrace, readGiven, type Failure } from '../../src/trace/evaluate-trace.js';
import { traceOf } from '../../src/trace/trace.js';
import { givenTensors, type Tensors } from '../tensors/given-tensors.js';

const decimal = await decimals(40);

/** Why the loss of a program has no value, in doubles and in decimals. */
async function failures(text: string, tensors: Tensors): Promise<readonly (Failure | undefined)[]> {
  const given = givenTensors(tensors);
  const trace = traceOf({
    program: expand(await readProgram(text, { loss: 'L' }), given),
    loss: 'L',
    given,
    trained: new Set(),
    optimiser: sgd,
    updateOrder: 'old',
  });
  const failureOf = (outcome: ReturnType<ReturnType<typeof evaluateTrace>['get']>): Failure | undefined =>
    outcome && 'failure' in outcome ? outcome.failure : undefined;
  return [
    failureOf(evaluateTrace(trace, readGiven(trace, float64), float64).get('L')),
    failureOf(evaluateTrace(trace, readGiven(trace, decimal), decimal).get('L')),
  ];
}

test.each(['batchNorm', 'layerNorm'])(
  '%s with ε = 0 of numbers that are all equal says why, and what to do',
  async (block) => {
    const found = await failures(`n = ${block}(x, gamma, beta, eps)\nL = sum(n)`, {
      input: { x: [[2, 2], [2, 2]] }, // prettier-ignore
      parameter: { gamma: [1, 1], beta: [0, 0] },
      constant: { eps: 0 },
    });
    for (const failure of found) {
      expect(failure?.ref).toBe('n.inv_std[1]');
      expect(failure?.message).toBe(
        '0 to the power −0.5 has no value. All the numbers it goes by are equal and ε is 0, so their spread is 0: give ε a small positive value, such as 0.00001.',
      );
    }
  },
);

test('a probability that is 0 where it should be 1 has no cross-entropy, and says so', async () => {
  const found = await failures('l = negativeLogLikelihood(p, y)\nL = mean(l)', {
    parameter: { p: [[1, 0]] },
    target: { y: [2] },
  });
  for (const failure of found) expect(failure?.message).toMatch(/^The logarithm of 0 /);
});
