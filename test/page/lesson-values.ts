import { gradientOf, localOf, updateOf } from '../../src/trace/reference.js';
import { innerName } from '../trace/case-text.js';
import { elementsOf, readCase, type Case, type Tensors } from '../trace/case.js';
import { mazurValues } from './mazur-values.js';

/** Independent values by the references of a lesson: a table of names, no arithmetic. */
export type Truth = ReadonlyMap<string, string>;

/** The case `batchnorm-2layer-softmax`, in the names of the lesson `batch-norm`. */
export function batchNormValues(): Truth {
  const file = readCase('batchnorm-2layer-softmax');
  const renamed = (name: string): string => (name === 'L_per_sample' ? 'l' : name.replace(/^L_per_sample\./, 'l.'));
  return truthOf([file], (tensor, index) => renamed(tensor) + index);
}

/** The CS231n cases, in the names of the lesson `softmax-cross-entropy`: one sample, so the first index goes. */
export function softmaxValues(): Truth {
  const files = ['cs231n-softmax-classifier', 'cs231n-softmax-unfused'].map((id) => readCase(id));
  const perSample = new Set(['x', 's', 'p', 'L_per_sample.p']);
  const renamed = (name: string): string => (name === 'L_per_sample.p' ? 'p' : name);
  return truthOf(
    files,
    (tensor, index) => renamed(tensor) + (perSample.has(tensor) ? index.replace(/^\[1,/, '[') : index),
  );
}

/** The case `lstm-gomez`, in the names of the lesson `lstm`: one sample and one cell, so their indices go. */
export function lstmValues(): Truth {
  const file = readCase('lstm-gomez');
  return truthOf([file], (tensor, index) => {
    const [, letter = '', rest = ''] = /^([A-Za-z])(\w*)$/.exec(tensor) ?? [];
    const last = index.replace(/^\[1,/, '[');
    if (tensor in file.params)
      return `${letter === 'W' ? 'W' : letter.toLowerCase()}_${rest}${letter === 'W' ? last : ''}`;
    if (rest === '0') return tensor;
    if (letter === 'x') return `x[${rest},${last.slice(1)}`;
    return /^\d$/.test(rest) ? `${letter === 'L' ? 'l' : letter}[${rest}]` : tensor;
  });
}

/** The case `deep-sigmoid-30`, in the names of the lesson `vanishing-gradient` with 30 layers. */
export const chainValues = (): Truth =>
  truthOf([readCase('deep-sigmoid-30')], (tensor) => {
    const [, letter = '', layer] = /^([A-Za-z])(\d+)?$/.exec(tensor) ?? [];
    if (tensor === 'x') return 'a0';
    return layer ? `${letter.toLowerCase()}[${layer}]` : tensor === 't' ? 'y' : tensor;
  });

/** The case `d2l-gd-diverges`, in the names of the lesson `optimizers` at rate 0.6. */
export const valleyValues = (): Truth =>
  truthOf([readCase('d2l-gd-diverges')], (tensor, index) => (tensor === 'w' ? `w${index.slice(1, -1)}` : tensor));

/** What is known of each lesson with its own values and conventions. */
export const ownValues = (): Readonly<Record<string, Truth>> => ({
  mazur: mazurValues(),
  'softmax-cross-entropy': softmaxValues(),
  'batch-norm': batchNormValues(),
  // The case has three times as many layers, and they begin alike.
  'vanishing-gradient': only(chainValues(), /^(?:[za]|local\/a)\[(?:\d|10)\]/),
  // The case goes on at another rate.
  optimizers: only(valleyValues(), /^(?!update)/),
  lstm: lstmValues(),
});

const only = (truth: Truth, refs: RegExp): Truth => new Map([...truth].filter(([ref]) => refs.test(ref)));

function truthOf(files: readonly Case[], nameOf: (tensor: string, index: string) => string): Truth {
  const truth = new Map<string, string>();
  for (const file of files) {
    const { inputs, params, expected } = file;
    const inner = (tensors: Tensors = {}): Tensors =>
      Object.fromEntries(Object.entries(tensors).map(([tensor, value]) => [innerName(tensor, file), value]));
    const put = (tensors: Tensors, refOf: (name: string) => string): void => {
      for (const [tensor, value] of Object.entries(tensors)) {
        for (const [index, text] of elementsOf(value)) truth.set(refOf(nameOf(tensor, index)), text);
      }
    };
    put({ ...inputs, ...params, ...expected.forward, ...inner(expected.aux) }, (name) => name);
    put({ ...expected.gradients, ...inner(expected.aux_gradients) }, gradientOf);
    put(expected.steps?.[0]?.params ?? {}, updateOf);
    const inputOf = new Map(file.ops.map(({ out, in: [input] }) => [out, input!]));
    for (const [tensor, value] of Object.entries(expected.local_derivatives ?? {})) {
      for (const [index, text] of elementsOf(value)) {
        truth.set(localOf(nameOf(tensor, index), nameOf(inputOf.get(tensor)!, index)), text);
      }
    }
  }
  return truth;
}
