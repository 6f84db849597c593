import { readFile } from 'node:fs/promises';
import { columnsOf, type Column } from '../../components/grids/columns.js';
import { unitsOf, type Units } from '../../components/grids/units.js';
import { graphOf, initialState, loadTensors, setupOf, type Graph, type Setup } from '../../src/index.js';
import { readLesson } from '../../src/read-file.js';
import { readProgram } from '../../src/read.js';
import { expand } from '../../src/tensors/expand.js';
import { givenTensors, type Nested, type Tensors } from '../tensors/given-tensors.js';

/** A diagram to test, and what it was read from. */
export interface Diagram {
  readonly setup: Pick<Setup, 'program' | 'given' | 'loss'>;
  readonly graph: Graph;
  readonly units: Units;
  readonly columns: readonly Column[];
}

const vector = (size: number): Nested => Array.from({ length: size }, (_, i) => (i + 1) / 10);
const matrix = (rows: number, columns: number): Nested => Array.from({ length: rows }, () => vector(columns));

/** Programs of many shapes; the loss is L. */
const programs: Readonly<Record<string, readonly [text: string, given: Tensors]>> = {
  'a layer': [
    'z = W*x + b\na = sigmoid(z)\nL = sum((a - t)^2)',
    { input: { x: vector(2) }, target: { t: vector(3) }, parameter: { W: matrix(3, 2), b: vector(3) } },
  ],
  'a residual batch': [
    'z = x*transpose(W) + b\na = relu(z)\nr = a + x\ny = r*transpose(V)\nL = mean((y - t)^2)',
    {
      input: { x: matrix(3, 4) },
      target: { t: matrix(3, 2) },
      parameter: { W: matrix(4, 4), b: vector(4), V: matrix(2, 4) },
    },
  ],
  'layer norm of a batch': [
    'z = linear(x, W, b)\nn = layerNorm(z, gamma, beta)\nL = sum(n^2)',
    { input: { x: matrix(3, 2) }, parameter: { W: matrix(4, 2), b: vector(4), gamma: vector(4), beta: vector(4) } },
  ],
  'a layer applied twice': [
    'h = tanh(W*x + b)\ny = tanh(W*h + b)\nL = sum((y - t)^2)',
    { input: { x: vector(3) }, target: { t: vector(3) }, parameter: { W: matrix(3, 3), b: vector(3) } },
  ],
  'two normalised layers': [
    `z1 = linear(x, W1)
     n1 = batchNorm(z1, g1, b1)
     a1 = relu(n1)
     z2 = linear(a1, W2)
     n2 = batchNorm(z2, g2, b2)
     a2 = relu(n2)
     l = crossEntropy(a2, y)
     L = mean(l)`,
    {
      input: { x: matrix(4, 3) },
      target: { y: [1, 2, 2, 1] },
      parameter: {
        W1: matrix(3, 3),
        g1: vector(3),
        b1: vector(3),
        W2: matrix(2, 3),
        g2: vector(2),
        b2: vector(2),
      },
    },
  ],
  'a convolution of images': [
    'c = conv2d(x, K, b, 1, 1)\na = relu(c)\np = maxPool2d(a, 2)\nf = flatten(p)\ny = linear(f, W)\nL = mean((y - t)^2)',
    {
      input: { x: [[matrix(4, 4), matrix(4, 4)]] },
      target: { t: matrix(1, 2) },
      parameter: { K: [[matrix(3, 3), matrix(3, 3)]], b: vector(1), W: matrix(2, 4) },
    },
  ],
  'large layers': [
    'z1 = linear(x, W1, b1)\na1 = tanh(z1)\nz2 = linear(a1, W2, b2)\nL = crossEntropy(z2, y)',
    {
      input: { x: vector(64) },
      target: { y: 3 },
      parameter: { W1: matrix(64, 64), b1: vector(64), W2: matrix(10, 64), b2: vector(10) },
    },
  ],
};

const lessons = ['batch-norm', 'softmax-cross-entropy'] as const;

/** The names of all programs, and of the lessons with tensors. */
export const names: readonly string[] = [...Object.keys(programs), ...lessons];

export async function diagram(name: string): Promise<Diagram> {
  const setup = await setupFor(name);
  const graph = graphOf(setup.program, setup.loss);
  const units = unitsOf(setup, graph);
  return { setup, graph, units, columns: columnsOf(units) };
}

async function setupFor(name: string): Promise<Diagram['setup']> {
  const [text, tensors] = programs[name] ?? [];
  if (text === undefined || !tensors) {
    await loadTensors();
    const file = `${name}.md`;
    return setupOf(initialState(await readLesson(await readFile(`lessons/${file}`, 'utf8'), file)));
  }
  const given = givenTensors(tensors);
  return { program: expand(await readProgram(text, { loss: 'L' }), given), given, loss: 'L' };
}
