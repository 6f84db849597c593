import { beforeAll, describe, expect, test } from 'vitest';
import { sentence, type InputError } from '../../src/complaint.js';
import { print } from '../../src/interpret/print.js';
import type { Program } from '../../src/program/program.js';
import { readProgram } from '../../src/program/read-program.js';
import { expand } from '../../src/tensors/expand.js';
import { traceOf } from '../../src/trace/trace.js';
import { sgd } from '../trace/sgd.js';
import { givenTensors, type Tensors } from './given-tensors.js';

// Loads mathjs, which may take longer than a test may.
beforeAll(async () => void (await readProgram('L = w', { loss: 'L' })), 60_000);

const expanded = async (text: string, tensors: Tensors): Promise<Program> =>
  expand(await readProgram(text, { loss: 'L' }), givenTensors(tensors));

/** Every line as text; names of elements lose the braces that keep them apart from formulas. */
const written = ({ lines }: Program): readonly string[] =>
  lines.map(({ name, formula }) => `${name} = ${print(formula).replace(/[{}]/g, '')}`);

const sums = { input: { x: [5, 6], h0: 1 }, parameter: { w: 2 } };

describe('lines with [t] are repeated for every time step', () => {
  // prettier-ignore
  test.each<[string, string, Tensors, readonly string[]]>([
    ['each finds what the last one left; before the first stands h0', 'h[t] = w*h[t-1] + x[t]\nL = h[2]', sums, [
      'h[1] = w*h0 + x[1]', 'h[2] = w*h[1] + x[2]', 'L = h[2]',
    ]],
    ['lines that use each other take turns', 'a[t] = w*b[t-1]\nb[t] = a[t] + x[t]\nL = sum(b[t], t)', { input: { x: [5, 6], b0: 1 }, parameter: { w: 2 } }, [
      'a[1] = w*b0', 'b[1] = a[1] + x[1]', 'a[2] = w*b[1]', 'b[2] = a[2] + x[2]', 'L = b[1] + b[2]',
    ]],
    ['a vector at every time step', 'h[t] = W*x[t] + h[t-1]\nL = sum(h[2])', { input: { x: [[5], [6]], h0: [1, 2] }, parameter: { W: [[3], [4]] } }, [
      'h[1,1] = W[1,1]*x[1,1] + h0[1]', 'h[1,2] = W[2,1]*x[1,1] + h0[2]',
      'h[2,1] = W[1,1]*x[2,1] + h[1,1]', 'h[2,2] = W[2,1]*x[2,1] + h[1,2]', 'L = h[2,1] + h[2,2]',
    ]],
    ['with letters after t', 'h[t,i] = sum(W[i,j]*x[t,j], j)\nL = sum(h[t,i], t, i)', { input: { x: [[5, 6]] }, parameter: { W: [[3, 4]] } }, [
      'h[1,1] = W[1,1]*x[1,1] + W[1,2]*x[1,2]', 'L = h[1,1]',
    ]],
    ['T says how many; what is given beyond is not used', 'h[t] = w*h[t-1] + x[t]\nL = h[T]', { ...sums, constant: { T: 1 } }, [
      'h[1] = w*h0 + x[1]', 'L = h[1]',
    ]],
    ['T alone says how many', 'h[t] = w*h[t-1]\nL = h[T]', { input: { h0: 1 }, parameter: { w: 2 }, constant: { T: 3 } }, [
      'h[1] = w*h0', 'h[2] = w*h[1]', 'h[3] = w*h[2]', 'L = h[3]',
    ]],
    ['a label of each time step', 'z[t] = W*x[t]\nl[t] = crossEntropy(z[t], y[t])\nL = sum(l)', { input: { x: [5] }, parameter: { W: [1, 2] }, target: { y: [2] } }, [
      'z[1,1] = W[1]*x[1]', 'z[1,2] = W[2]*x[1]',
      'l.p[1,1] = softmax(z[1,1], z[1,2])[1]', 'l.p[1,2] = softmax(z[1,1], z[1,2])[2]',
      'l.log_p[1,1] = logSoftmax(z[1,1], z[1,2])[1]', 'l.log_p[1,2] = logSoftmax(z[1,1], z[1,2])[2]',
      'l[1] = -l.log_p[1,2]', 'L = l[1]',
    ]],
  ])('%s', async (_, text, tensors, lines) => {
    expect(written(await expanded(text, tensors))).toEqual(lines);
  });
});

test('numbers of later time steps than there are belong to no step', async () => {
  const { unused } = await expanded('h[t] = w*h[t-1] + x[t]\nL = h[T]', { ...sums, constant: { T: 1 } });
  expect([...unused!]).toEqual(['x[2]']);
});

test('backward goes one time step back after the other; what all share comes last', async () => {
  const text = 'h[t] = tanh(W*x[t] + u .* h[t-1])\nl[t] = sum((h[t] - d[t])^2)\nL = sum(l[t], t)';
  const given = givenTensors({
    input: { x: [[1], [2]], h0: [0, 0] },
    target: { d: [[0, 0], [0, 0]] }, // prettier-ignore
    parameter: { W: [[0.1], [0.2]], u: [0.3, 0.4] }, // prettier-ignore
  });
  const trace = traceOf({
    program: expand(await readProgram(text, { loss: 'L' }), given),
    loss: 'L',
    given: [...given, { name: 'rate', text: '0.1', role: 'constant' }],
    trained: new Set(given.filter(({ role }) => role === 'parameter').map(({ name }) => name)),
    optimiser: sgd,
    updateOrder: 'old',
  });
  const steps = trace.walk.map(({ ref }) => ref);
  expect(steps.slice(0, 5)).toEqual(['forward/h[1]', 'loss/l[1]', 'forward/h[2]', 'loss/l[2]', 'loss/L']);
  expect(steps.slice(5, 12)).toEqual([
    'backward/L',
    'backward/l[2]',
    'backward/h[2]',
    'backward/l[1]',
    'backward/h[1]',
    'backward/W',
    'backward/u',
  ]);
  // One path for every time step.
  expect(trace.find('backward/u[1]')!.paths.map(({ via }) => via)).toEqual(['h[1,1]', 'h[2,1]']);
});

describe('what cannot be repeated is refused by a sentence', () => {
  const x = { input: { x: [5, 6], h0: 1 }, parameter: { w: 2 } };
  // prettier-ignore
  test.each<[string, string, Tensors, string]>([
    ['a time step to come', 'h[t] = w*h[t+1] + x[t]\nL = h[2]', x, '`t+1` is a time step that has not come yet: use what is known by then'],
    ['two time steps back', 'h[t] = w*h[t-2] + x[t]\nL = h[2]', x, '`t-2` reaches further back than one time step'],
    ['another letter shifted', 'h[i] = w*x[i-1]\nL = sum(h)', x, '`i-1` can\'t stand in an index: only the letter of time can be shifted'],
    ['t-1 in a line without t', 'h = w*x[t-1]\nL = h', x, 'this line is not repeated for each: write `h[t] = …`'],
    ['t-1 not first', 'h[t] = w*W[1,t-1] + x[t]\nL = h[2]', x, '`t-1` stands first in an index'],
    ['index 0', 'h[t] = w*h[0] + x[t]\nL = h[2]', x, 'for `h[t-1]` it is `h0`'],
    ['no time steps', 'h[t] = w*h[t-1]\nL = h[T]', { ...x, constant: { T: 0 } }, '`T` is 0, and it is how often the lines with `[t]` are repeated: give it a whole number from 1.'],
    ['half a time step', 'h[t] = w*h[t-1]\nL = h[T]', { ...x, constant: { T: 1.5 } }, '`T` is 1.5'],
    ['more than are given', 'h[t] = w*h[t-1] + x[t]\nL = h[T]', { ...x, constant: { T: 3 } }, '`T` asks for 3 time steps, and `x` has 2'],
    ['nothing says how many', 'h[t] = w*h[t-1]\nL = h[1]', { input: { h0: 1 }, parameter: { w: 2 } }, 'Nothing says how many time steps there are in line 1'],
    ['two lengths', 'h[t] = v[t]*x[t]\nL = sum(h)', { input: { x: [5, 6] }, parameter: { v: [1, 2, 3] } }, '`v` has 3 time steps and `x` has 2 in line 1: they must have as many'],
    ['a state of one number for a vector', 'h[t] = W*x[t] + h[t-1]\nL = sum(h[1])', { input: { x: [[5]], h0: 1 }, parameter: { W: [[3], [4]] } }, '`h0` is a single number, and `h[1]`, the same a time step later, is a vector of 2: give `h0` as many numbers.'],
    ['a block that goes through time by itself', 'h[t] = rnn(x[t], h0, W, U, b)\nL = sum(h)', { input: { x: [[[5]]], h0: [0] }, parameter: { W: [[1]], U: [[1]], b: [0] } }, '`rnn` goes through all time steps by itself'],
    ['a time step that there is not', 'h[t] = w*h[t-1] + x[t]\nl = halfSquaredError(h[3], y)\nL = l', { ...x, target: { y: 1 } }, '`h` has 2 time steps'],
    ['states in another stretch', 'a[t] = w*b[t-1] + x[t]\nm = w\nb[t] = a[t]\nL = b[2]', { ...x, parameter: { w: 1 } }, 'put those with `[t]` together'],
    ['a block with letters', 'z[i] = linear(x, W, b)\nL = sum(z)', { input: { x: [1] }, parameter: { W: [[1]], b: [0] } }, 'A block gives everything at once'],
    ['a block’s input at a time step, without t', 'z = linear(x[t], W, b)\nL = sum(z)', { input: { x: [[1]] }, parameter: { W: [[1]], b: [0] } }, 'needs a line for each: write `z[t] = …`'],
  ])('%s', async (_, text, tensors, part) => {
    const said = await expanded(text, tensors).then(
      () => 'nothing',
      (error: InputError) => error.complaints.map(sentence).join('\n'),
    );
    expect(said).toContain(part);
  });
});
