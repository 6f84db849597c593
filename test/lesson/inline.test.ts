import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { InputError, sentence } from '../../src/complaint.js';
import { initialState, loadTensors, Run, setupOf, traceOf, type Lesson, type Numbers } from '../../src/index.js';
import { sgd } from '../trace/sgd.js';
import { readInline, readLesson } from '../../src/read-file.js';
import { smallLesson } from './small-lesson.js';

const neuron = `
  # One neuron
  x = 1.5
  t = 0.20     # what it should say
  w = 0.8
  b = −0.1
  rate = 0.5

  net = w*x + b
  out = sigmoid(net)   # its output
  E = (t - out)^2 / 2
`;

const read = (text: string): Promise<Lesson> => readInline(text, 'the page');

async function numbersOf(text: string): Promise<Numbers> {
  return new Run(traceOf(setupOf(initialState(await read(text))))).at(0);
}

// Loads mathjs, which may take longer than a test may.
beforeAll(async () => {
  await loadTensors();
  await read(neuron);
}, 60_000);

describe('a program in a page', () => {
  it('is a lesson: numbers, program, loss, and what is trained', async () => {
    const { program, ...rest } = await read(neuron);
    expect(rest).toEqual({
      id: 'inline',
      title: 'One neuron',
      summary: '',
      needs: [],
      programText: 'net = w*x + b\nout = sigmoid(net)   # its output\nE = (t - out)^2 / 2',
      loss: 'E',
      given: [
        { name: 'x', text: '1.5', role: 'input' },
        { name: 't', text: '0.20', role: 'target' },
        { name: 'w', text: '0.8', role: 'parameter' },
        { name: 'b', text: '-0.1', role: 'parameter' },
      ],
      trained: ['w', 'b'],
      conventions: [],
      update: { optimiser: sgd, settings: { rate: '0.5' } },
      names: {},
      published: [],
      sections: [],
      walkthroughs: [],
      sources: [],
    });
    expect(program.lines.map(({ name, line }) => [name, line])).toEqual([['net', 1], ['out', 2], ['E', 3]]); // prettier-ignore
    expect(program.given).toEqual(['w', 'x', 'b', 't']);
  });

  it('needs neither a title nor a rate, and the numbers may stand anywhere', async () => {
    const lesson = await read('L = (w*x - t)^2\nw = 2\nx = 3\nt = 1');
    expect(lesson).toMatchObject({ title: 'L = (w*x - t)^2', update: { settings: { rate: '0.1' } }, trained: ['w'] });
  });

  it('has the id it is given', async () => {
    expect((await readInline(neuron, 'the page', 'mine')).id).toBe('mine');
  });

  it('gives right gradients and updates: those of central differences', async () => {
    const error = ({ w, b }: { w: number; b: number }): number => (0.2 - 1 / (1 + Math.exp(-(w * 1.5 + b)))) ** 2 / 2;
    const at = { w: 0.8, b: -0.1 };
    const numbers = await numbersOf(neuron);
    expect(numbers.double('E')).toBeCloseTo(error(at), 14);
    for (const name of ['w', 'b'] as const) {
      const nudged = (by: number): number => error({ ...at, [name]: at[name] + by });
      const slope = (nudged(1e-5) - nudged(-1e-5)) / 2e-5;
      expect(numbers.double(`backward/${name}`)).toBeCloseTo(slope, 9);
      expect(numbers.double(`update/${name}`)).toBeCloseTo(at[name] - 0.5 * slope, 9);
    }
  });

  it('takes vectors and matrices: a network’s gradients are those of an independent case', async () => {
    const { expected } = JSON.parse(
      readFileSync(new URL('../fixtures/cases/mazur-step1.json', import.meta.url), 'utf8'),
    ) as { expected: { gradients: Record<'W1' | 'W2' | 'b1' | 'b2', (string | string[])[]> } };
    const numbers = await numbersOf(`
      x = [[0.05, 0.10]]
      target = [[0.01, 0.99]]
      W1 = [[0.15, 0.20], [0.25, 0.30]]
      W2 = [[0.40, 0.45], [0.50, 0.55]]
      b1 = 0.35
      b2 = 0.60
      h = sigmoid(x*transpose(W1) + b1)
      out = sigmoid(h*transpose(W2) + b2)
      E = sum((target - out)^2) / 2
    `);
    for (const name of ['W1', 'W2', 'b1', 'b2'] as const) {
      for (const [i, row] of expected.gradients[name].entries()) {
        for (const [j, text] of [row].flat().entries()) {
          const ref = name.startsWith('W') ? `backward/${name}[${i + 1},${j + 1}]` : `backward/${name}`;
          expect(numbers.double(ref)! / Number(text)).toBeCloseTo(1, 12);
        }
      }
    }
  });

  it('may be a whole lesson file, indented as the page is', async () => {
    const indented = `\n${smallLesson.replace(/^(?=.)/gm, '    ')}\n  `;
    expect(await read(indented)).toEqual(await readLesson(smallLesson, 'small.md'));
  });
});

describe('what a number is for', () => {
  const roleOf = async (name: string, text: string): Promise<string | undefined> =>
    (await read(text)).given.find((each) => each.name === name)?.role;

  // prettier-ignore
  it.each([
    ['x', 'input'], ['i1', 'input'], ['eps', 'input'], ['w', 'parameter'], ['w5', 'parameter'], ['W', 'parameter'], ['b_h', 'parameter'], ['bias', 'parameter'],
    ['gamma', 'parameter'], ['beta', 'parameter'], ['theta1', 'parameter'], ['t', 'target'], ['target_o1', 'target'], ['y', 'target'], ['y_true', 'target'],
  ])('%s is by its name: %s', async (name, role) => {
    expect(await roleOf(name, `${name} = 1\nq = 2\nL = (q - ${name})^2`)).toBe(role);
  });

  // prettier-ignore
  it.each([
    ['x = 1 # parameter', 'parameter'], ['x = 1 # Targets', 'target'], ['x = 1  #constant: a number of layers', 'constant'], ['x = 1 # the input', 'input'], ['x = 1 # parametric', 'input'],
  ])('%s: its comment says it, or says nothing', async (line, role) => {
    expect(await roleOf('x', `${line}\nq = 2\nL = (q - x)^2`)).toBe(role);
  });

  it('what begins like a target but is computed with a parameter before the loss is an input', async () => {
    expect(await roleOf('time', 'time = 2\nw = 3\nz = w*time\nL = z^2')).toBe('input');
    expect(await roleOf('y', 'y = 2\nw = 3\nL = (y - w)^2')).toBe('target');
  });
});

describe('what is wrong is said with its line', () => {
  // prettier-ignore
  it.each([
    ['nothing', '', 'line 1: Nothing is computed here: write a line like `y = w*x + b`'],
    ['numbers only', 'x = 1\nw = 2', 'line 2: Nothing is computed here'],
    ['no value', '# t\n\nw = 2\n\nL = w*x', 'line 5, column 1: `x` has no value. Add a line `x = 0.5`.'],
    ['a misspelt name', 'input = 2\nw = 2\nL = w*inptu', 'line 3, column 1: `inptu` has no value. Did you mean `input`?'],
    ['a value too many', 'x = 1\nq = 2\nw = 3\nL = w*x', 'line 2, column 1: The value of `q` belongs to no name in the program.'],
    ['a value twice', 'x = 1\nw = 3\nx = 2\nL = w*x', 'line 3, column 1: `x` has a value already in line 1: take one of the two away.'],
    ['a value for what is computed', 'x = 1\nw = 3\ny = 2\ny = w*x\nL = y', 'line 3, column 1: `y` has a value, but a line computes it: take the value away.'],
    ['the name of a function', 'sum = 1\nL = sum^2', 'line 1, column 1: `sum` is the name of a function or constant'],
    ['no name', '2x = 1\nL = x', 'line 1, column 1: `2x` is not a name'],
    ['half a number', 'x = 1.2.3\nL = x', 'line 1, column 1: “1.2.3” for x is not a number'],
    ['a decimal comma', 'x = 1,5\nw = 1\nL = w*x', 'line 1, column 6: A comma stands only between the inputs of a function: for a decimal write a point, `1.5`.'],
    ['rows of different sizes', 'W = [[1, 2], [3]]\nL = sum(W)', 'line 1, column 1: The rows of W have different sizes'],
    ['an open list', 'W = [1, 2\nL = sum(W)', 'line 1, column 1: The list for W needs a `]` at its end.'],
    ['shapes that do not fit', 'x = [1, 2, 3]\nW = [[1, 2], [3, 4]]\n\nz = W*x\nL = sum(z)', 'line 4, column 1: Line 4 multiplies 2×2 by a vector of 3'],
    ['a loss of two numbers', 'x = [1, 2]\nw = 3\nL = w*x', 'line 3, column 1: The loss `L` has 2 numbers, and it must be a single one'],
    ['a line out of order', 'w = 1\nL = y\ny = w', 'line 2, column 1: `y` is used in line 2 before line 3 gives it: move line 3 above it.'],
    ['a formula that does not parse', 'x = 1\n\nL = 2x', 'line 3, column 6: The multiplication sign is missing in `2x`: write `2*x`.'],
    ['a line without a name', 'x = 1\nx*2', 'line 2, column 1: `x*2` gives no name: write a line as `name = formula`.'],
    ['the rate in a formula', 'rate = 0.5\nw = 1\nL = rate*w', 'line 3, column 1: `rate` is the learning rate here'],
    ['a computed rate', 'w = 1\nrate = w/2\nL = w^2', 'line 2, column 1: `rate` is the learning rate here, a number in a line of its own'],
    ['a rate that is no number', 'rate = [1, 2]\nw = 1\nL = w^2', 'line 1, column 1: “[1, 2]” for the learning rate is not a number'],
    ['HTML', '<b>x</b> = 1\nL = x', 'line 1, column 1: `<b>x</b>` is not a name'],
  ])('%s', async (_, text, expected) => {
    const error: unknown = await read(text).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(InputError);
    const sentences = (error as InputError).complaints.map(sentence);
    expect(sentences).toContainEqual(expect.stringContaining(`the page, ${expected}`));
    expect(sentences.join()).not.toMatch(/undefined|NaN|Infinity|\[object/);
  });

  it('everything at once', async () => {
    const error: unknown = await read('x = 1.2.3\nsum = 2\nL = 2x').catch((reason: unknown) => reason);
    expect((error as InputError).complaints.map(({ at }) => at?.line)).toEqual(expect.arrayContaining([1, 2, 3]));
  });
});
