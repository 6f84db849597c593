import { describe, expect, test } from 'vitest';
import { readProgram } from '../../src/program/read-program.js';
import { sgd } from './sgd.js';
import { expand } from '../../src/tensors/expand.js';
import { matrixFormOf } from '../../src/trace/matrix-form.js';
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
    optimiser: sgd,
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

describe('where no matrices fit there are none', () => {
  const image = [[0.1, -0.2, 0.3], [0.4, 0.5, -0.6], [-0.7, 0.8, 0.9]]; // prettier-ignore
  // prettier-ignore
  test.each<[string, string, Tensors, readonly string[]]>([
    ['a filter over an image', 'c = conv2d(x, K)', { input: { x: image }, parameter: { K: [[1, 2], [3, 4]] } }, ['forward/c', 'backward/K', 'backward/x']],
    ['a filter over a batch of images', 'c = conv2d(x, K, b)', { input: { x: [[image]] }, parameter: { K: [[[[1, 2], [3, 4]]]], b: [0.5] } }, ['forward/c', 'backward/K', 'backward/b', 'backward/x', 'update/K']],
    ['windows that overlap', 'c = maxPool2d(x, 2, 1)', { parameter: { x: image } }, ['forward/c', 'backward/x']],
    ['a label used twice', 'c = embedding(E, y)', { parameter: { E: [[1, 2], [3, 4]] }, input: { y: [2, 2] } }, ['backward/E']],
    ['a row before a matrix', 'c = x*W', { input: { x: [1, 2] }, parameter: { W: [[1, 2, 3], [4, 5, 6]] } }, ['forward/c']],
  ])('%s', async (_, line, tensors, absent) => {
    const trace = await traced(`${line}\nL = sum(c^2)`, tensors);
    checkMatrixForms(trace);
    const found = absent.filter((ref) => matrixFormOf(trace, trace.find(ref)!));
    expect(found).toEqual([]);
  });

  test('a filter over a sequence has the matrix of its derivatives, and attention has all of its products', async () => {
    const sequence = await traced('c = conv1d(x, K)\nd = tanh(c)\nL = sum(d^2)', {
      input: { x: [1, 2, 3] },
      parameter: { K: [0.1, 0.2] },
    });
    expect(checkMatrixForms(sequence).checked).toEqual(
      expect.arrayContaining(['backward/K', 'backward/x', 'backward/c']),
    );
    const head = await traced('h = attention(Q, K, V)\nL = sum(h^2)', {
      parameter: { Q: [[0.1, 0.2]], K: [[0.3, 0.4], [0.5, 0.6]], V: [[0.7], [0.8]] }, // prettier-ignore
    });
    expect(checkMatrixForms(head).without).toEqual(['forward/h.scores', 'forward/h.weights', 'backward/h']);
  });
});
