import { beforeAll, describe, expect, test } from 'vitest';
import { sentence, type InputError } from '../../src/complaint.js';
import { print } from '../../src/interpret/print.js';
import { readProgram } from '../../src/program/read-program.js';
import type { Program } from '../../src/program/program.js';
import { expand } from '../../src/tensors/expand.js';
import { givenTensors, type Tensors } from './given-tensors.js';

// Loads mathjs, which may take longer than a test may.
beforeAll(async () => void (await readProgram('L = w', { loss: 'L' })), 60_000);

const expanded = async (line: string, tensors: Tensors): Promise<Program> =>
  expand(await readProgram(`${line}\nL = sum(z)`, { loss: 'L' }), givenTensors(tensors));

const plain = (text: string): string => text.replace(/[{}]/g, '');

/** Every line but the loss as text. */
const written = ({ lines }: Program): readonly string[] =>
  lines.slice(0, -1).map(({ name, formula }) => `${name} = ${plain(print(formula))}`);

const image = [[0, 1, 2], [3, 4, 5], [6, 7, 8]]; // prettier-ignore

describe('a window is written out place by place, and padding leaves no trace', () => {
  // prettier-ignore
  test.each<[string, string, Tensors, readonly string[]]>([
    ['a filter over an image', 'z = conv2d(x, K)', { input: { x: [[0, 1, 2], [3, 4, 5]] }, parameter: { K: [[0, 1], [2, 3]] } }, [
      'z[1,1] = K[1,1]*x[1,1] + K[1,2]*x[1,2] + K[2,1]*x[2,1] + K[2,2]*x[2,2]',
      'z[1,2] = K[1,1]*x[1,2] + K[1,2]*x[1,3] + K[2,1]*x[2,2] + K[2,2]*x[2,3]',
    ]],
    ['a filter over a sequence, padded', 'z = conv1d(x, K, 1, 1)', { input: { x: [1, 2, 3] }, parameter: { K: [1, 2, 3] } }, [
      'z[1] = K[2]*x[1] + K[3]*x[2]', 'z[2] = K[1]*x[1] + K[2]*x[2] + K[3]*x[3]', 'z[3] = K[1]*x[2] + K[2]*x[3]',
    ]],
    ['filters over channels, with a bias and a stride', 'z = conv1d(x, K, b, 2)', { input: { x: [[1, 2, 3], [4, 5, 6]] }, parameter: { K: [[[1], [2]], [[3], [4]]], b: [0, 1] } }, [
      'z[1,1] = K[1,1,1]*x[1,1] + K[1,2,1]*x[2,1] + b[1]', 'z[1,2] = K[1,1,1]*x[1,3] + K[1,2,1]*x[2,3] + b[1]',
      'z[2,1] = K[2,1,1]*x[1,1] + K[2,2,1]*x[2,1] + b[2]', 'z[2,2] = K[2,1,1]*x[1,3] + K[2,2,1]*x[2,3] + b[2]',
    ]],
    ['a window that sees nothing but padding', 'z = conv1d(x, K, 1, 1)', { input: { x: [1] }, parameter: { K: [2] } }, [
      'z[1] = 0', 'z[2] = K[1]*x[1]', 'z[3] = 0',
    ]],
    ['the largest under a window', 'z = maxPool1d(x, 2)', { parameter: { x: [1, 2, 3, 4, 5] } }, [
      'z[1] = maxFirst(x[1], x[2])', 'z[2] = maxFirst(x[3], x[4])',
    ]],
    ['the mean under windows that overlap', 'z = avgPool2d(x, 2, 1)', { parameter: { x: [[0, 1, 2], [3, 4, 5]] } }, [
      'z[1,1] = mean(x[1,1], x[1,2], x[2,1], x[2,2])', 'z[1,2] = mean(x[1,2], x[1,3], x[2,2], x[2,3])',
    ]],
    ['a window of one', 'z = maxPool1d(x, 1)', { parameter: { x: [1, 2] } }, ['z[1] = x[1]', 'z[2] = x[2]']],
    ['each sample in one row', 'z = flatten(x)', { parameter: { x: [[[1, 2], [3, 4]]] } }, [
      'z[1,1] = x[1,1,1]', 'z[1,2] = x[1,1,2]', 'z[1,3] = x[1,2,1]', 'z[1,4] = x[1,2,2]',
    ]],
    ['everything in one row', 'z = flatten(x, 1)', { parameter: { x: [[1], [3]] } }, ['z[1] = x[1,1]', 'z[2] = x[2,1]']],
    ['dropout, scaled in training', 'z = dropout(x, m, 0.2)', { parameter: { x: [1, 2] }, constant: { m: [1, 0] } }, [
      'z[1] = m[1]*x[1]/(1 - 0.2)', 'z[2] = m[2]*x[2]/(1 - 0.2)',
    ]],
    ['dropout in evaluation', 'z = dropoutEval(x)', { parameter: { x: [1] } }, ['z[1] = x[1]']],
    ['rows of a table', 'z = embedding(E, y)', { parameter: { E: [[1, 2], [3, 4]] }, input: { y: [2, 2] } }, [
      'z[1,1] = E[2,1]', 'z[1,2] = E[2,2]', 'z[2,1] = E[2,1]', 'z[2,2] = E[2,2]',
    ]],
    ['one head of attention', 'z = attention(Q, K, V)', { parameter: { Q: [[1]], K: [[1], [2]], V: [[3], [4]] } }, [
      'z.products[1,1] = Q[1,1]*K[1,1]', 'z.products[1,2] = Q[1,1]*K[2,1]',
      'z.scores[1,1] = z.products[1,1]/sqrt(1)', 'z.scores[1,2] = z.products[1,2]/sqrt(1)',
      'z.weights[1,1] = softmax(z.scores[1,1], z.scores[1,2])[1]', 'z.weights[1,2] = softmax(z.scores[1,1], z.scores[1,2])[2]',
      'z[1,1] = z.weights[1,1]*V[1,1] + z.weights[1,2]*V[2,1]',
    ]],
  ])('%s', async (_, line, tensors, lines) => {
    expect(written(await expanded(line, tensors))).toEqual(lines);
  });

  test('the gradient of a filter is claimed to be the correlation of the input with what comes back', async () => {
    const { claims } = await expanded('z = conv1d(x, K, b, 2, 1)', {
      input: { x: [[1, 2, 3]] },
      parameter: { K: [[[1, 2]]], b: [0] },
    });
    expect([...claims!].map(([ref, [claim]]) => `${ref} = ${plain(print(claim!.formula))}`)).toEqual([
      'backward/K[1,1,1] = x[1,2]*backward/z[1,2]',
      'backward/K[1,1,2] = x[1,1]*backward/z[1,1] + x[1,3]*backward/z[1,2]',
      'backward/b[1] = backward/z[1,1] + backward/z[1,2]',
    ]);
  });
});

describe('what does not fit is said in a sentence', () => {
  const sequence: Tensors = { input: { x: [1, 2, 3] }, parameter: { K: [1, 2], s: 2 } };
  const images: Tensors = { input: { x: [[image]] }, parameter: { K: [[[[1, 2], [3, 4]]]], b: [0] } }; // prettier-ignore
  const masked = (m: readonly number[], p = 0.5): Tensors => ({ parameter: { x: [1, 2, 3] }, constant: { m, p } });
  const table = (y: readonly number[]): Tensors => ({ parameter: { E: [[1, 2], [3, 4]] }, input: { y } }); // prettier-ignore
  // prettier-ignore
  test.each<[string, string, Tensors, string]>([
    ['a filter that is too large', 'z = conv1d(x, K)', { ...sequence, parameter: { K: [1, 2, 3, 4] } }, 'The filter (a vector of 4) is larger than its input (a vector of 3) in line 1: use a smaller filter, or more padding.'],
    ['a filter that is too large for what is padded', 'z = conv2d(x, K, 1, 1)', { ...images, parameter: { K: [[[[1, 2, 3, 4, 5, 6]]]] } }, 'The filter (1×6) is larger than its input (3×3, padded by 1) in line 1'],
    ['a stride of 0', 'z = conv1d(x, K, 0)', sequence, 'The stride is 0 in line 1: write a whole number from 1, such as 2.'],
    ['a stride that is not whole', 'z = conv1d(x, K, 1.5)', sequence, 'The stride is 1.5 in line 1: write a whole number from 1'],
    ['a stride that is a name', 'z = conv1d(x, K, s)', sequence, 'The stride, `s`, is not written as a number in line 1: write a whole number from 1'],
    ['a padding that is not whole', 'z = conv2d(x, K, b, 1, 0.5)', images, 'The padding is 0.5 in line 1: write a whole number from 0, such as 1.'],
    ['another number of channels', 'z = conv2d(x, K)', { ...images, parameter: { K: [[[[1]], [[2]]]] } }, '`x` is 1×1×3×3 and `K` is 1×2×1×1 in line 1, and these do not fit: 1 and 2 must be the same.'],
    ['another number of biases', 'z = conv2d(x, K, b)', { ...images, parameter: { K: [[[[1]]]], b: [1, 2] } }, 'and `b` is a vector of 2 in line 1, and these do not fit: 1 and 2 must be the same.'],
    ['a sequence where an image is needed', 'z = conv2d(x, K)', sequence, '`conv2d` does not take what line 1 gives it, `x` (a vector of 3), `K` (a vector of 2): it takes'],
    ['a window that is too large', 'z = maxPool2d(x, 4)', images, 'The window (4×4) is larger than its input (3×3) in line 1: use a smaller window.'],
    ['a window of 0', 'z = avgPool1d(x, 0)', sequence, 'The size of the window is 0 in line 1: write a whole number from 1'],
    ['a vector that has no samples to keep', 'z = flatten(x)', sequence, 'for a single sample write `flatten(x, 1)`.'],
    ['a mask of another length', 'z = dropout(x, m, p)', masked([1, 0]), '`x` is a vector of 3 and `m` is a vector of 2 in line 1, and these do not fit: 3 and 2 must be the same.'],
    ['a mask that is scaled already', 'z = dropout(x, m, p)', masked([2, 0, 2]), 'A dropout mask is 0 where a number is dropped and 1 where it stays, and here one entry is 2: write 0 or 1.'],
    ['a chance of 1', 'z = dropout(x, m, 1)', masked([1, 0, 1]), 'The chance p that a number is dropped is 1 here: give `dropout` a p from 0 to below 1'],
    ['a negative chance, given', 'z = dropout(x, m, p)', masked([1, 0, 1], -0.5), 'The chance p that a number is dropped is -0.5 here'],
    ['a label beyond the table', 'z = embedding(E, y)', table([3, 1]), 'The label `y` is 3 in line 1, but `E` has 2 there, so it goes from 1 to 2'],
    ['a label of 0', 'z = embedding(E, y)', table([0, 1]), '`y` stands in brackets in line 1, but it is neither a letter'],
    ['keys without values', 'z = attention(Q, K, V)', { parameter: { Q: [[1]], K: [[1], [2]], V: [[3]] } }, '`K` is 2×1 and `V` is 1×1 in line 1, and these do not fit: 2 and 1 must be the same.'],
    ['an input with fewer axes than the filter', 'z = correlate(x, K, 1, 0)', { ...sequence, parameter: { K: [[1], [2]] } }, 'Line 1 moves a filter of 2×1 over a vector of 3: give the input as many axes as the filter has, or more.'],
  ])('%s', async (_, line, tensors, said) => {
    const complaints = await expanded(line, tensors).then(
      () => [],
      (error: unknown) => (error as InputError).complaints.map(sentence),
    );
    expect(complaints).toEqual([expect.stringContaining(said)]);
  });
});
