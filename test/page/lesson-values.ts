import { gradientOf, localOf, updateOf } from '../../src/trace/reference.js';
import { innerName } from '../trace/case-text.js';
import { elementsOf, readCase, type Case, type Tensors } from '../trace/case.js';

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
