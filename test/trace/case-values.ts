import { gradientOf, localOf } from '../../src/trace/reference.js';
import { elementsOfState } from './case-optimiser.js';
import { lossOf } from './case-program.js';
import { innerName } from './case-text.js';
import { elementsOf, type Case, type Tensor, type Tensors } from './case.js';

/** A tensor of values that a case lists: which reference has which value after how many updates. */
export interface Listed {
  readonly section: string;
  readonly tensor: string;
  readonly iteration: number;
  /** With batches: of all samples, not of the iteration's batch. */
  readonly ofAll?: true;
  readonly values: readonly { readonly ref: string; readonly text: string }[];
}

/** Every value that a case lists. */
export function listedIn(file: Case): readonly Listed[] {
  const { expected, ops } = file;
  const loss = lossOf(file);
  const updates = expected.steps?.at(-1)?.step ?? 0;
  const inputOf = new Map(ops.map(({ out, in: [input] }) => [out, input!]));
  const variable = (tensor: string, index: string): string => tensor + index;
  const gradient = (tensor: string, index: string): string => gradientOf(tensor + index);
  const local = (tensor: string, index: string): string => localOf(tensor + index, inputOf.get(tensor)! + index);
  const inner = (tensors: Tensors = {}): Tensors =>
    Object.fromEntries(Object.entries(tensors).map(([tensor, value]) => [innerName(tensor, file), value]));
  const steps = (expected.steps ?? []).flatMap(({ step, loss_before, params, gradients = {}, state = {} }) => [
    ...list(`step ${step}, loss before`, step - 1, { [loss]: loss_before }, variable),
    ...list(`step ${step}, gradients`, step - 1, gradients, gradient),
    ...list(`step ${step}, parameters`, step, params, variable),
    ...Object.entries(state).map(([parameter, tensors]): Listed => ({
      section: `step ${step}, state`,
      tensor: parameter,
      iteration: step,
      values: elementsOfState(parameter, tensors).map(([ref, text]) => ({ ref, text })),
    })),
  ]);
  return [
    ...list('forward', 0, expected.forward, variable),
    ...list('aux', 0, inner(expected.aux), variable),
    ...list('loss', 0, { [loss]: expected.loss }, variable),
    ...list('local derivatives', 0, expected.local_derivatives ?? {}, local),
    ...list('gradients', 0, expected.gradients, gradient),
    ...list('aux gradients', 0, inner(expected.aux_gradients), gradient),
    ...steps,
    ...list('updated parameters', updates, expected.updated_params ?? {}, variable),
    ...ofAll(
      list('loss after', updates, expected.loss_after === undefined ? {} : { [loss]: expected.loss_after }, variable),
    ),
    ...ofAll(list('forward after', updates, expected.forward_after ?? {}, variable)),
  ];
}

const ofAll = (listed: readonly Listed[]): readonly Listed[] => listed.map((each) => ({ ...each, ofAll: true }));

function list(
  section: string,
  iteration: number,
  tensors: Tensors,
  refOf: (tensor: string, index: string) => string,
): readonly Listed[] {
  const values = (tensor: string, value: Tensor): Listed['values'] =>
    elementsOf(value).map(([index, text]) => ({ ref: refOf(tensor, index), text }));
  return Object.entries(tensors).map(([tensor, value]) => ({
    section,
    tensor,
    iteration,
    values: values(tensor, value),
  }));
}
