import { describe, expect, test } from 'vitest';
import { readProgram } from '../../src/program/read-program.js';
import { optimisers } from '../../src/optimisers/index.js';
import { expand } from '../../src/tensors/expand.js';
import type { Trace } from '../../src/trace/step.js';
import { traceOf } from '../../src/trace/trace.js';
import { givenTensors, type Tensors } from '../tensors/given-tensors.js';
import { checkMatrixForms } from './check-matrix-forms.js';
import { setupOfCase } from './case-program.js';
import { readCase } from './case.js';

async function traced(text: string, tensors: Tensors): Promise<Trace> {
  const given = givenTensors(tensors);
  return traceOf({
    program: expand(await readProgram(text, { loss: 'L' }), given),
    loss: 'L',
    given: [...given, { name: 'rate', text: '0.1', role: 'constant' }],
    trained: new Set(given.filter(({ role }) => role === 'parameter').map(({ name }) => name)),
    optimiser: optimisers.get('sgd')!,
    updateOrder: 'old',
  });
}

describe('the matrices, multiplied out, give the scalar numbers', () => {
  // prettier-ignore
  test.each([
    'batchnorm-2layer-softmax', 'layernorm-2layer', 'ce-index-batch3-mean', 'cs231n-softmax-unfused',
    'hinge-multiclass-batch', 'multilabel-bce-logits-mean', 'residual-connection', 'random-4-8-8-3-relu-ce',
  ])('%s', async (id) => {
    const trace = traceOf(await setupOfCase(readCase(id)));
    const { checked, without } = checkMatrixForms(trace);
    const { graph, setup } = trace;
    const besideLoss = graph.uses(setup.loss).map((name) => `backward/${graph.unitOf(name)}`);
    expect(without.filter((ref) => ref.startsWith('backward/'))).toEqual([...new Set(besideLoss)]);
    expect(checked.length).toBeGreaterThan(5);
  });

  test('of a single sample, where weights meet a vector', async () => {
    const text = 's = W*x + b\np = softmax(s)\nL = -sum(t[k]*log(p[k]), k)';
    const tensors: Tensors = { parameter: { W: [[0.1, -0.2], [0.3, 0.4], [0.5, 0.1]], b: [0, 0.1, 0.2] }, input: { x: [1, -2] }, target: { t: [0, 0, 1] } }; // prettier-ignore
    const { checked } = checkMatrixForms(await traced(text, tensors));
    expect(checked).toContain('backward/W');
    expect(checked).toContain('backward/x');
    expect(checked).toContain('backward/s');
  });
});
