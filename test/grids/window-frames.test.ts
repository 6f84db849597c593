import { beforeAll, describe, expect, test } from 'vitest';
import { columnsOf } from '../../components/grids/columns.js';
import { cellsOf } from '../../components/grids/cells.js';
import { layout } from '../../components/grids/layout.js';
import { focusOf, lightOf } from '../../components/grids/light.js';
import { unitsOf } from '../../components/grids/units.js';
import { windowLight, type WindowLight } from '../../components/grids/window-frames.js';
import { countsSamples } from '../../components/tensor/samples.js';
import { goTo, initialState, traceOf, type Lesson, type Trace } from '../../src/index.js';
import { readFile } from 'node:fs/promises';
import { readLesson } from '../../src/read-file.js';
import { readProgram } from '../../src/read.js';
import { expand } from '../../src/tensors/expand.js';
import { givenTensors, type Tensors } from '../tensors/given-tensors.js';
import { sgd } from '../trace/sgd.js';

let lesson: Lesson;
beforeAll(async () => {
  lesson = await readLesson(await readFile('lessons/batch-norm.md', 'utf8'), 'batch-norm.md');
}, 60_000);

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

/** What a step's windows are drawn as, and the variables whose cells each frame encloses. */
function shown(trace: Trace, ref: string): WindowLight & { readonly inside: readonly (readonly string[])[] } {
  const units = unitsOf(trace.setup, trace.graph);
  const step = trace.find(ref)!;
  const state = { ...goTo(initialState(lesson), ref), view: 'local' as const };
  const light = lightOf({ step, state, trace }, units.edges);
  const picture = layout(units, columnsOf(units), { width: 1200, height: 800 });
  const { cells } = cellsOf(picture, focusOf(light), trace.graph.unitOf);
  const found = windowLight(light, cells, trace.setup, trace.graph);
  const inside = found.frames.map((frame) =>
    [...cells.values()].flatMap(({ variable, x, y, w, h }) =>
      x >= frame.x && y >= frame.y && x + w <= frame.x + frame.w && y + h <= frame.y + frame.h ? variable : [],
    ),
  );
  return { ...found, inside };
}

const row = (size: number): readonly number[] => Array.from({ length: size }, (_, i) => i / 8);
const grid = (...[size = 0, ...rest]: readonly number[]): never =>
  (rest.length ? Array.from({ length: size }, () => grid(...rest)) : row(size)) as never;

const convolution = [
  'c = conv2d(x, K)\na = relu(c)\np = maxPool2d(a, 2)\nL = sum(p^2)',
  {
    input: { x: grid(5, 5) },
    parameter: { K: grid(2, 2) },
  },
] as const;

describe('a step through a window frames what the window covers', () => {
  test('forward: the cells under it, and the filter', async () => {
    const trace = await traced(...convolution);
    const { inside, lines, edges } = shown(trace, 'forward/c[2,3]');
    expect(inside).toEqual([
      ['K[1,1]', 'K[1,2]', 'K[2,1]', 'K[2,2]'],
      ['x[2,3]', 'x[2,4]', 'x[3,3]', 'x[3,4]'],
    ]);
    expect(lines).toEqual([]);
    expect([...edges]).toEqual([
      ['K>c', 'input'],
      ['x>c', 'input'],
    ]);
    expect(shown(trace, 'forward/p[1,2]').inside).toEqual([['a[1,3]', 'a[1,4]', 'a[2,3]', 'a[2,4]']]);
  });

  test('backward: what a weight reaches in the map, and what it is multiplied by', async () => {
    const trace = await traced(...convolution);
    const { inside } = shown(trace, 'backward/K[1,2]');
    expect(inside.map((each) => each.length).toSorted()).toEqual([16, 16]);
    expect(inside.flat().filter((each) => each.startsWith('x'))).not.toContain('x[1,1]');
  });

  test('backward: the outputs whose windows cover an input', async () => {
    const { inside } = shown(await traced(...convolution), 'backward/x[2,2]');
    expect(inside).toContainEqual(['c[1,1]', 'c[1,2]', 'c[2,1]', 'c[2,2]']);
  });

  test('each channel by itself, and the bias goes along', async () => {
    const trace = await traced('c = conv1d(x, K, b)\nL = sum(c^2)', {
      input: { x: grid(2, 4) },
      parameter: { K: grid(1, 2, 3), b: row(1) },
    });
    const { inside, lines, edges } = shown(trace, 'forward/c[1,2]');
    expect(inside).toEqual([
      ['K[1,1,1]', 'K[1,1,2]', 'K[1,1,3]'],
      ['K[1,2,1]', 'K[1,2,2]', 'K[1,2,3]'],
      ['x[1,2]', 'x[1,3]', 'x[1,4]'],
      ['x[2,2]', 'x[2,3]', 'x[2,4]'],
    ]);
    expect(lines).toEqual([]);
    expect([...edges.keys()].toSorted()).toEqual(['K>c', 'b>c', 'x>c']);
  });

  test('a line that is alone stays a line', async () => {
    const { lines } = shown(await traced(...convolution), 'backward/a[1,1]');
    expect(lines.some(({ from, to }) => from === 'a[1,1]' && to === 'p[1,1]')).toBe(true);
  });

  test('a line without windows has none', async () => {
    const { frames, lines } = shown(await traced(...convolution), 'forward/a[1,1]');
    expect(frames).toEqual([]);
    expect(lines).toHaveLength(1);
  });
});

test('the rows of an image are no samples, those of a batch are', async () => {
  const image = await traced(...convolution);
  expect(['x', 'c', 'a', 'p'].filter((each) => countsSamples(image, each))).toEqual([]);
  const batch = await traced('c = conv1d(x, K)\nf = flatten(c)\ng = flatten(c, 1)\nL = sum(f) + sum(g^2)', {
    input: { x: grid(2, 1, 4) },
    parameter: { K: grid(1, 1, 3) },
  });
  expect(['x', 'c', 'f', 'g'].filter((each) => countsSamples(batch, each))).toEqual(['x', 'c', 'f']);
});
