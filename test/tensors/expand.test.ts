import { beforeAll, describe, expect, test } from 'vitest';
import { sentence, type InputError } from '../../src/complaint.js';
import { print } from '../../src/interpret/print.js';
import { readProgram } from '../../src/program/read-program.js';
import { expand } from '../../src/tensors/expand.js';
import type { Program } from '../../src/program/program.js';
import { givenTensors, type Tensors } from './given-tensors.js';

// Loads mathjs, which may take longer than a test may.
beforeAll(async () => void (await readProgram('L = w', { loss: 'L' })), 60_000);

const expanded = async (text: string, tensors: Tensors): Promise<Program> =>
  expand(await readProgram(text, { loss: 'L' }), givenTensors(tensors));

/** Every line as text; names of elements lose the braces that keep them apart from formulas. */
const written = ({ lines }: Program): readonly string[] =>
  lines.map(({ name, formula }) => `${name} = ${print(formula).replace(/[{}]/g, '')}`);

const matrix = [[1, 2], [3, 4]] as const; // prettier-ignore

describe('a line over tensors becomes one line for each element', () => {
  // prettier-ignore
  test.each<[string, string, Tensors, readonly string[]]>([
    ['a matrix times a vector, and a bias', 'z = W*x + b\nL = sum(z)', { parameter: { W: matrix, b: [0, 0] }, input: { x: [5, 6] } }, [
      'z[1] = W[1,1]*x[1] + W[1,2]*x[2] + b[1]', 'z[2] = W[2,1]*x[1] + W[2,2]*x[2] + b[2]', 'L = z[1] + z[2]',
    ]],
    ['a batch, transposed weights, a bias for every sample', 'z = x*transpose(W) + b\nL = sum(z)', { parameter: { W: [[1, 2]], b: [0] }, input: { x: matrix } }, [
      'z[1,1] = x[1,1]*W[1,1] + x[1,2]*W[1,2] + b[1]', 'z[2,1] = x[2,1]*W[1,1] + x[2,2]*W[1,2] + b[1]', 'L = z[1,1] + z[2,1]',
    ]],
    ['element by element', 'h = sigmoid(z) .* g - 1\nL = mean(h)', { input: { z: [1, 2], g: [3, 4] } }, [
      'h[1] = sigmoid(z[1])*g[1] - 1', 'h[2] = sigmoid(z[2])*g[2] - 1', 'L = mean(h[1], h[2])',
    ]],
    ['letters, and a sum over one of them', 'p[i] = exp(z[i])/sum(exp(z[j]), j)\nL = p[2]', { input: { z: [1, 2] } }, [
      'p[1] = exp(z[1])/(exp(z[1]) + exp(z[2]))', 'p[2] = exp(z[2])/(exp(z[1]) + exp(z[2]))', 'L = p[2]',
    ]],
    ['a mean along an axis', 'm[j] = mean(x[n,j], n)\nL = sum(m)', { input: { x: matrix } }, [
      'm[1] = mean(x[1,1], x[2,1])', 'm[2] = mean(x[1,2], x[2,2])', 'L = m[1] + m[2]',
    ]],
    ['all but one', 'L = sum(s[k], k != y)', { input: { s: [1, 2, 3] }, target: { y: 2 } }, ['L = s[1] + s[3]']],
    ['a label of each sample', 'l[n] = -p[n,y[n]]\nL = sum(l)', { input: { p: matrix }, target: { y: [2, 1] } }, [
      'l[1] = -p[1,2]', 'l[2] = -p[2,1]', 'L = l[1] + l[2]',
    ]],
    ['softmax of the rows', 'p = softmax(z)\nL = sum(p)', { input: { z: [[1, 2]] } }, [
      'p[1,1] = softmax(z[1,1], z[1,2])[1]', 'p[1,2] = softmax(z[1,1], z[1,2])[2]', 'L = p[1,1] + p[1,2]',
    ]],
    ['numbers known beforehand', 't = oneHot(y, 3)\nL = sum(t)*w/size(t)', { target: { y: 2 }, parameter: { w: 1 } }, [
      't[1] = 0', 't[2] = 1', 't[3] = 0', 'L = (t[1] + t[2] + t[3])*w/3',
    ]],
    ['a weight used twice', 'h = W*x\ny = W*h\nL = sum(y)', { parameter: { W: matrix }, input: { x: [1, 2] } }, [
      'h[1] = W[1,1]*x[1] + W[1,2]*x[2]', 'h[2] = W[2,1]*x[1] + W[2,2]*x[2]',
      'y[1] = W[1,1]*h[1] + W[1,2]*h[2]', 'y[2] = W[2,1]*h[1] + W[2,2]*h[2]', 'L = y[1] + y[2]',
    ]],
    ['axes before the named ones', 's = halfSquaredError(y, t)\nL = sum(s)', { input: { y: [1, 2] }, target: { t: [3, 4] } }, [
      's[1] = (t[1] - y[1])^2/2', 's[2] = (t[2] - y[2])^2/2', 'L = s[1] + s[2]',
    ]],
  ])('%s', async (_, text, tensors, lines) => {
    expect(written(await expanded(text, tensors))).toEqual(lines);
  });

  test('a block is written out, each of its quantities named after what the line gives', async () => {
    const program = await expanded('n = batchNorm(x, gamma, beta)\nL = sum(n)', {
      input: { x: [[1], [2]] },
      parameter: { gamma: [1], beta: [0] },
    });
    expect(written(program)).toEqual([
      'n.mean[1] = mean(x[1,1], x[2,1])',
      'n.var[1] = mean((x[1,1] - n.mean[1])^2, (x[2,1] - n.mean[1])^2)',
      'n.inv_std[1] = (n.var[1] + 1e-5)^(-(1/2))',
      'n.xhat[1,1] = (x[1,1] - n.mean[1])*n.inv_std[1]',
      'n.xhat[2,1] = (x[2,1] - n.mean[1])*n.inv_std[1]',
      'n[1,1] = gamma[1]*n.xhat[1,1] + beta[1]',
      'n[2,1] = gamma[1]*n.xhat[2,1] + beta[1]',
      'L = n[1,1] + n[2,1]',
    ]);
    expect(program.tensors?.get('n.var')?.shape).toEqual([1]);
    expect([...program.claims!.keys()]).toEqual(['backward/n.mean[1]', 'backward/x[1,1]', 'backward/x[2,1]']);
  });
});

describe('what does not fit is said in a sentence that names the line and both shapes', () => {
  const w = { parameter: { W: [[1, 2, 3], [4, 5, 6]], b: [1, 2] }, input: { x: [1, 2], X: [[1, 2, 3]] } } as const; // prettier-ignore
  const scores: Tensors = { input: { s: [[1, 2, 3], [3, 2, 1]] }, target: { y: [1, 3] } }; // prettier-ignore
  // prettier-ignore
  test.each<[string, string, Tensors, string]>([
    ['a matrix and a vector', 'z = W*x\nL = sum(z)', w, 'line 1: Line 1 multiplies 2×3 by a vector of 2: a row of the first has 3 numbers, a column of the second 2, and they must have as many. A `transpose(…)` round the first may be missing.'],
    ['a forgotten transpose', 'z = X*W\nL = sum(z)', w, 'Line 1 multiplies 1×3 by 2×3: a row of the first has 3 numbers, a column of the second 2, and they must have as many. A `transpose(…)` round the second may be missing.'],
    ['two vectors', 'L = x*b', w, 'write `.*` for the product element by element, or `sum(a .* b)` for the sum of products.'],
    ['a sum of two shapes', 'z = W + b\nL = sum(z)', w, 'Line 1 adds 2×3 and a vector of 2, and these do not fit together element by element'],
    ['a vector where a number is needed', 'p[i] = x[i]*b\nL = sum(p)', w, '`b` is a vector of 2 in line 1, where a single number is needed: give it an index.'],
    ['too few indices', 'p[i] = W[i]\nL = sum(p)', w, '`i` stands on the left in line 1 but indexes nothing on the right'],
    ['too many indices', 'L = x[1,2]', w, '`x` is a vector of 2 and has 2 indices in line 1: give it 1.'],
    ['an index too large', 'L = x[3]', w, 'Line 1 asks for number 3 of `x`, but `x` has 2 there, so it goes from 1 to 2.'],
    ['a letter with two ranges', 'p[i] = W[i,j]*x[j]\nL = sum(p)', w, '`j` stands in brackets in line 1, but it is neither a letter that the left side or a sum binds nor a given whole number'],
    ['a sum whose letter has two ranges', 'p[i] = sum(W[i,j]*x[j], j)\nL = sum(p)', w, '`j` goes to 3 in `W, 2×3` and to 2 in `x, a vector of 2` in line 1: the two axes must have the same size.'],
    ['a label out of range', 'l = crossEntropy(s, y)\nL = mean(l)', { ...scores, target: { y: [1, 4] } }, 'The label `y` is 4 in line 1, but `l.log_p` has 3 there, so it goes from 1 to 3: labels count the classes from 1.'],
    ['a label that is no whole number', 'l = crossEntropy(s, y)\nL = mean(l)', { ...scores, target: { y: [1, 1.5] } }, '`y` stands in brackets in line 1, but it is neither a letter'],
    ['a label of 0', 'l = crossEntropy(s, y)\nL = mean(l)', { ...scores, target: { y: [0, 1] } }, '`y` stands in brackets in line 1'],
    ['a wrong number of classes', 'l = crossEntropy(s, t)\nL = mean(l)', { ...scores, target: { t: [[0, 1], [1, 0]] } }, '`s` is 2×3 and `t` is 2×2 in line 1, and these do not fit: 3 and 2 must be the same.'],
    ['too few labels', 'l = crossEntropy(s, y)\nL = mean(l)', { ...scores, target: { y: [1] } }, '`s` is 2×3 and `y` is a vector of 1 in line 1, and these do not fit: 2 and 1 must be the same.'],
    ['probabilities that do not add up', 'l = crossEntropy(s, t)\nL = mean(l)', { ...scores, target: { t: [[0, 1, 0], [0.5, 0.4, 0]] } }, 'The target probabilities of a sample must be at least 0 and add up to 1; here they add up to 0.9.'],
    ['a negative probability', 'l = negativeLogLikelihood(p, y)\nL = sum(l)', { input: { p: [[1.2, -0.2]] }, target: { y: [1] } }, 'add up to 1; one of them is negative'],
    ['a batch of one', 'n = batchNorm(x, gamma, beta)\nL = sum(n)', { input: { x: [[1, 2]] }, parameter: { gamma: [1, 1], beta: [0, 0] } }, 'line 1: A batch norm in training needs at least 2 samples, and this batch has 1'],
    ['a vector where a batch is needed', 'n = batchNorm(x, gamma, beta)\nL = sum(n)', { input: { x: [1, 2] }, parameter: { gamma: [1, 1], beta: [0, 0] } }, '`batchNorm` does not take what line 1 gives it, `x` (a vector of 2), `gamma` (a vector of 2), `beta` (a vector of 2): it takes `batchNorm(x[n,j], gamma[j], beta[j], eps)` or `batchNorm(x[n], gamma, beta, eps)`.'],
    ['softmax of a number', 'p = softmax(a)\nL = p', { parameter: { a: 1 } }, '`softmax` takes one vector (or the rows of a matrix) in line 1: write `softmax(z)`, with z a vector.'],
    ['a transpose of a vector', 'z = transpose(x)\nL = sum(z)', w, 'Line 1 transposes a vector of 2: only a matrix has rows and columns to change.'],
    ['far too many numbers', 'z[i,j,k,l,m] = a[i]*a[j]*a[k]*a[l]*a[m]\nL = sum(z)', { input: { a: Array.from({ length: 11 }, () => 1) } }, 'The program has more than 100,000 numbers, more than anyone can step through: make it smaller.'],
  ])('%s', async (_, text, tensors, said) => {
    const complaints = await expanded(text, tensors).then(
      () => [],
      (error: unknown) => (error as InputError).complaints.map(sentence),
    );
    expect(complaints).toEqual([expect.stringContaining(said)]);
  });

  // prettier-ignore
  test.each([
    ['an unknown block', 'l = crosEntropy(s, y)\nL = mean(l)', 'There is no function `crosEntropy`. Did you mean `crossEntropy`?'],
    ['a block inside a formula', 'L = 2*mean(crossEntropy(s, y))', 'The block `crossEntropy` needs a line of its own: write `name = crossEntropy(…)`.'],
    ['a formula inside a block', 'l = crossEntropy(2*s, y)\nL = mean(l)', 'The inputs of `crossEntropy` are names and numbers: give each formula in it a line of its own first.'],
    ['an index that is no index', 'L = s[1.5]', 'An index is a letter (`i`), a whole number from 1, or a label (`y[n]`); `1` can\'t stand in one.'],
    ['an index of 0', 'L = s[0]', 'Indices count from 1: write `1` for the first.'],
    ['an open bracket', 'L = s[1', 'This `[` is never closed: add the `]` it needs.'],
    ['a letter twice on the left', 'p[i,i] = s[i,i]\nL = sum(p)', 'The letter `i` stands twice on the left'],
    ['a gradient in a program', 'L = grad(w)', '`grad(…)` stands only in a claim: take it away.'],
  ])('%s', async (_, text, said) => {
    const complaints = await readProgram(text, { loss: 'L' }).then(
      () => [],
      (error: unknown) => (error as InputError).complaints.map(sentence),
    );
    expect(complaints).toEqual([expect.stringContaining(said)]);
  });

  test('an error is said once, not again for every line that follows from it', async () => {
    const complaints = await expanded('z = W*x\nh = relu(z)\nL = sum(h)', w).catch((error: unknown) => error);
    expect((complaints as InputError).complaints).toHaveLength(1);
  });
});
