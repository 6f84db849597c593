import { sgd } from '../../src/optimisers/sgd.js';
import type { Given, Role } from '../../src/program/program.js';
import { readProgram } from '../../src/program/read-program.js';
import { expand } from '../../src/tensors/expand.js';
import type { Setup } from '../../src/trace/setup.js';
import { textOf } from './case-text.js';
import { elementsOf, type Case, type Tensors } from './case.js';

/** A case as a program of ours: its ops written as lines, its tensors as given numbers. */
export async function setupOfCase(file: Case): Promise<Setup> {
  const { inputs, targets, constants, params, optimizer } = file;
  const loss = lossOf(file);
  if (optimizer && optimizer.type !== 'sgd')
    throw new Error(`The adapter does not know the optimiser ${optimizer.type}.`);
  const given: Given[] = [
    ...givenOf(inputs, 'input'),
    ...givenOf(targets ?? {}, 'target'),
    ...givenOf(constants ?? {}, 'constant'),
    ...givenOf(params, 'parameter'),
  ];
  const frozen = new Set(optimizer?.frozen);
  const trained = Object.entries(params).filter(([tensor]) => optimizer && !frozen.has(tensor));
  const rate: Given = { name: 'rate', text: optimizer?.lr ?? '0', role: 'constant' };
  return {
    program: expand(await readProgram(textOf(file), { loss: file.loss }), given),
    loss,
    given: [...given, rate],
    trained: new Set(givenOf(Object.fromEntries(trained), 'parameter').map(({ name }) => name)),
    optimiser: sgd,
    updateOrder: 'old',
  };
}

/** The scalar that is the loss: some cases have it in a tensor of one. */
export const lossOf = ({ loss, expected }: Case): string => loss + elementsOf(expected.forward[loss]!)[0]![0];

const givenOf = (tensors: Tensors, role: Role): Given[] =>
  Object.entries(tensors).flatMap(([tensor, value]) =>
    elementsOf(value).map(([index, text]) => ({ name: tensor + index, text, role })),
  );
