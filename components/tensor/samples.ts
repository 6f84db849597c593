import { elementOf, slidingIn, type Expression, type Index, type Trace } from '../../src/index.js';
import { words } from '../words.js';
import { gridsIn } from './node-shape.js';
import type { Sum } from './pieces.js';

/**
 * Whether the first axis of a tensor counts the samples of a batch: a given input that is a matrix has one sample a
 * row, so have the targets beside it, and so has what is computed from them row by row.
 */
export function countsSamples(trace: Trace, tensor: string): boolean {
  let known = answers.get(trace);
  if (!known) answers.set(trace, (known = new Map<string, boolean>()));
  const answer = known.get(tensor) ?? findOut(trace, tensor);
  known.set(tensor, answer);
  return answer;
}

/** What a sum goes over, in a word: rows that are samples are called so. */
export function axisOf(sum: Sum, trace: Trace): string {
  const [grid] = gridsIn(sum);
  const tensor = grid?.ref.split('/')[1] ?? grid?.ref ?? '';
  return words.tensor.over[sum.over === 'rows' && countsSamples(trace, tensor) ? 'samples' : sum.over];
}

const answers = new WeakMap<Trace, Map<string, boolean>>();

function findOut(trace: Trace, name: string): boolean {
  const { tensors } = trace.setup.program;
  const { shape = [], written } = tensors?.get(name) ?? {};
  if (shape.length === 0) return false;
  if (!written) {
    const inputs = givenWith('input', trace).flatMap((each) => tensors?.get(each) ?? []);
    // An image has rows too, and they are no samples.
    if ([...tensors!.values()].some(({ written: line }) => line && isSample(shape, name, line.formula, trace)))
      return false;
    const batch = inputs.find((input) => input.shape.length > 1);
    const isOfBatch = givenWith('target', trace).includes(name) && shape[0] === batch?.shape[0];
    return isOfBatch || inputs.some((input) => input.name === name && shape.length > 1);
  }
  const { over } = slidingIn(written.formula, (each) => tensors!.get(each)?.shape.length ?? 0) ?? {};
  if (over !== undefined) return countsSamples(trace, over);
  const [first] = written.indices ?? [];
  return first ? indexesSamples(written.formula, first, trace) : startsWithSamples(written.formula, trace);
}

/** Whether a line slides a window over a tensor that is one sample. */
function isSample(shape: readonly number[], name: string, line: Expression, { setup }: Trace): boolean {
  const window = slidingIn(line, (each) => setup.program.tensors!.get(each)?.shape.length ?? 0);
  return window?.over === name && shape.length <= window.inner;
}

function givenWith(role: string, { setup }: Trace): readonly string[] {
  return [...new Set(setup.given.filter((each) => each.role === role).map(({ name }) => elementOf(name).tensor))];
}

/** Whether the letter on the left stands where something inside counts samples. */
function indexesSamples(node: Expression, letter: Index, trace: Trace): boolean {
  switch (node.kind) {
    case 'element': {
      const [first] = node.indices;
      const isSame =
        first?.kind === letter.kind && (first.kind !== 'name' || first.name === (letter as typeof first).name);
      return isSame && countsSamples(trace, node.name);
    }
    case 'call':
      return node.args.some((arg) => indexesSamples(arg, letter, trace));
    case 'reduction':
      return indexesSamples(node.of, letter, trace);
    default:
      return false;
  }
}

function startsWithSamples(node: Expression, trace: Trace): boolean {
  if (node.kind === 'name') return countsSamples(trace, node.name);
  if (node.kind !== 'call' || gathers.has(node.op)) return false;
  // Flattened from the first axis on, samples are told apart no more.
  const [of, from] = node.args;
  if (node.op === 'ravel' && from?.kind === 'number' && Number(from.text) === 1) return false;
  if (node.op === 'ravel') return startsWithSamples(of!, trace);
  const { tensors } = trace.setup.program;
  const isTensor = (arg: Expression): boolean => arg.kind === 'call' || (arg.kind === 'name' && tensors!.has(arg.name));
  // Of a matrix product only the first one's rows are the result's.
  const decisive = node.op === 'mul' ? node.args.filter(isTensor).slice(0, 1) : node.args;
  return decisive.some((arg) => startsWithSamples(arg, trace));
}

/** Functions of whole tensors whose result has other axes. */
const gathers = new Set(['transpose', 'size', 'sum', 'mean', 'max', 'min']);
